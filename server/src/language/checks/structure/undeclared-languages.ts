import type { Codebook } from '../../model/codebook';
import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { insertHeader } from '../../syntax/section-edits';
import type { Check, CheckSubject, FileSubject, Finding } from '../check';
import { conditionOf } from '../file-condition';
import { offered } from '../fixes/edits';
import { isLanguageTag, mapsIn } from '../text/text-maps';
import { textOutline } from '../text/text-outline';

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
  together: once,
};

/** Told once, at the first text by language. */
function* findUndeclared({ codebook, entries, surroundings }: CheckSubject): Iterable<Finding> {
  for (const entry of entries) {
    if (textOutline(entry).tags?.length === 0 || surroundings.languages.length > 0) continue;
    const text = mapsIn(entry).find(({ map, isText }) => isText && map.pairs.some(({ key }) => isLanguageTag(key.text)));
    const [first] = text?.map.pairs ?? [];
    if (first === undefined || hasLostImport(codebook)) continue;
    yield {
      place: { entry, span: first.key.span },
      expected: 'A codebook with texts by language must declare its languages: `languages: [sv, en]`.',
      found: 'no languages are declared',
      fixesIn: ({ syntax }) => declaration(syntax),
    };
  }
}

/** A codebook whose languages are being typed has the key. */
function once(findings: readonly Finding[], { syntax }: FileSubject): readonly Finding[] {
  return conditionOf(syntax).headKeys.has('languages') ? [] : findings.slice(0, 1);
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
function hasLostImport({ imports }: Codebook): boolean {
  return imports.some(({ kind }) => kind !== 'found');
}
