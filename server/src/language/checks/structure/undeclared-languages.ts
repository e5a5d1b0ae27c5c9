import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { insertHeader } from '../../syntax/section-edits';
import type { Check, CheckSubject, Finding } from '../check';
import { offered } from '../fixes/edits';
import { isLanguageTag, languagesOf, mapsIn } from '../text/text-maps';

export const undeclaredLanguages: Check = {
  code: 'undeclared-languages',
  severity: 'warning',
  title: 'Texts by language without `languages`',
  doc: {
    why: 'Which languages a codebook is in, and which comes first, is stated once: `languages: [sv, en]`. Without it nothing can tell that a translation is missing.',
    wrong: `codebook: example
questions:
  satisfied: {text: {sv: Är du nöjd?, en: Are you satisfied?}, type: text}
`,
    right: `codebook: example
languages: [sv, en]
questions:
  satisfied: {text: {sv: Är du nöjd?, en: Are you satisfied?}, type: text}
`,
  },
  run: findUndeclared,
};

/** Told once, at the first text by language. */
function* findUndeclared(subject: CheckSubject): Iterable<Finding> {
  const hasKey = subject.syntax.entries.some(({ entry }) => entry.section === 'languages');
  if (languagesOf(subject).length > 0 || hasKey || hasLostImport(subject)) return;
  for (const entry of subject.entries) {
    const text = mapsIn(entry).find(({ map, isText }) => isText && map.pairs.some(({ key }) => isLanguageTag(key.text)));
    const [first] = text?.map.pairs ?? [];
    if (first === undefined) continue;
    yield {
      place: { entry, span: first.key.span },
      expected: 'A codebook with texts by language must declare its languages: `languages: [sv, en]`.',
      found: 'no languages are declared',
      fixes: declaration(subject.syntax),
    };
    return;
  }
}

/** All languages of the file's texts, in the order in which they are met. */
function declaration(syntax: FileSyntax): readonly Fix[] {
  const texts = syntax.entries.flatMap(({ entry }) => mapsIn(entry).filter(({ isText }) => isText));
  const tags = new Set(texts.flatMap(({ map }) => map.pairs.map(({ key }) => key.text).filter(isLanguageTag)));
  const source = `[${[...tags].map((tag) => quoteText(tag, { flow: true })).join(', ')}]`;
  const edit = insertHeader(syntax, 'languages', source);
  return edit === undefined ? [] : offered(`Add \`languages: ${source}\``, [edit]);
}

/** A file that could not be imported may declare them. */
function hasLostImport({ codebook }: CheckSubject): boolean {
  return codebook.imports.some(({ kind }) => kind !== 'found');
}
