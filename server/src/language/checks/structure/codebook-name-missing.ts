import { reservedWords } from '../../expression';
import type { Fix } from '../../problem';
import { legalId } from '../../schema';
import { headPairs, lineEndOfFile } from '../../syntax';
import type { FileSyntax, Place } from '../../syntax/entry';
import { lineEndAfter } from '../../text/lines';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { offered, wholeLine } from '../fixes/edits';
import { nameOfFile } from '../names/name-of-file';

export const codebookNameMissing: Check = {
  code: 'codebook-name-missing',
  severity: 'error',
  title: 'Codebook without a name',
  doc: {
    why: 'Reports and other codebooks call a codebook by its name. Begin the file with `codebook:` and an id.',
    wrong: `languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  run: findNameless,
};

function* findNameless({ syntax, file }: CheckSubject): Iterable<Finding> {
  const keys = syntax.entries.flatMap(({ entry }) => headPairs(entry)).map(({ key }) => key.text);
  const place = firstThing(syntax);
  if (place === undefined || isUnread(syntax)) return;
  if (keys.some((key) => key === 'codebook' || nearest(key, ['codebook']).length > 0)) return;
  yield {
    place,
    expected: 'A codebook must have a name: `codebook:` and an id.',
    found: /\S/.test(syntax.text) ? 'this file has no `codebook`' : 'this file is empty',
    fixes: named(syntax, file, place),
  };
}

/** The name of the file is as good a name as any, above the first key. */
function named(syntax: FileSyntax, file: string, { entry, span }: Place): readonly Fix[] {
  const id = legalId(nameOfFile(file).replace(/\.codebook\.ya?ml$/i, ''), [...reservedWords, 'missing']);
  const isInBrackets = entry.root.flow;
  const at = isInBrackets ? span.start : wholeLine(entry, span).start;
  const top = { entry, span: { start: at, end: at } };
  const newText = isInBrackets ? `codebook: ${id}, ` : `codebook: ${id}${lineEndOfFile(syntax)}`;
  return offered(`Name it \`${id}\``, [{ place: top, newText }]);
}

/** Of a file whose top is broken nothing is known to be missing. */
function isUnread({ entries }: FileSyntax): boolean {
  return entries.some(({ entry }) => entry.role !== 'member' && entry.root.pairs.length === 0 && entry.problems.length > 0);
}

/** The first line with text; the start of an empty file. */
function firstThing({ entries }: FileSyntax): Place | undefined {
  for (const { entry } of entries) {
    const start = entry.root.pairs[0]?.key.span.start ?? entry.text.search(/[^\s\uFEFF]/);
    if (start < 0) continue;
    const end = entry.root.pairs[0]?.key.span.end ?? lineEndAfter(entry.text, start);
    return { entry, span: { start, end } };
  }
  const [first] = entries;
  return first === undefined ? undefined : { entry: first.entry, span: { start: 0, end: 0 } };
}
