import { reservedWords } from '../../expression';
import type { Fix } from '../../problem';
import { legalId } from '../../schema';
import { headPairs, lineEndOfFile } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import { lineEndAfter } from '../../text/lines';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, FileNow, Finding } from '../check';
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
  runOnFile: findNameless,
};

function* findNameless({ entries }: CheckSubject): Iterable<Finding> {
  const heads = entries.filter(({ role }) => role !== 'member');
  const keys = heads.flatMap(headPairs).map(({ key }) => key.text);
  const place = firstThing(entries);
  if (place === undefined || heads.some(isUnread)) return;
  if (keys.some((key) => key === 'codebook' || nearest(key, ['codebook']).length > 0)) return;
  yield {
    place,
    expected: 'A codebook must have a name: `codebook:` and an id.',
    found: entries.some(({ text }) => /\S/.test(text)) ? 'this file has no `codebook`' : 'this file is empty',
    fixesIn: (now) => named(now, place),
  };
}

/** The name of the file is as good a name as any, above the first key. */
function named({ syntax, file }: FileNow, { entry, span }: Place): readonly Fix[] {
  const id = legalId(nameOfFile(file).replace(/\.codebook\.ya?ml$/i, ''), [...reservedWords, 'missing']);
  const isInBrackets = entry.root.flow;
  const at = isInBrackets ? span.start : wholeLine(entry, span).start;
  const top = { entry, span: { start: at, end: at } };
  const newText = isInBrackets ? `codebook: ${id}, ` : `codebook: ${id}${lineEndOfFile(syntax)}`;
  return offered(`Name it \`${id}\``, [{ place: top, newText }]);
}

/** Of a file whose top is broken nothing is known to be missing. */
function isUnread({ root, problems }: Entry): boolean {
  return root.pairs.length === 0 && problems.length > 0;
}

/** The first line with text; the start of an empty file. */
function firstThing(entries: readonly Entry[]): Place | undefined {
  for (const entry of entries) {
    const start = entry.root.pairs[0]?.key.span.start ?? entry.text.search(/[^\s\uFEFF]/);
    if (start < 0) continue;
    const end = entry.root.pairs[0]?.key.span.end ?? lineEndAfter(entry.text, start);
    return { entry, span: { start, end } };
  }
  const [first] = entries;
  return first === undefined ? undefined : { entry: first, span: { start: 0, end: 0 } };
}
