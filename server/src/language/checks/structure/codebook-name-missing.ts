import { headPairs } from '../../syntax';
import type { FileSyntax, Place } from '../../syntax/entry';
import { lineEndAfter } from '../../text/lines';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';

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

function* findNameless({ syntax }: CheckSubject): Iterable<Finding> {
  const keys = syntax.entries.flatMap(({ entry }) => headPairs(entry)).map(({ key }) => key.text);
  const place = firstThing(syntax);
  if (place === undefined || isUnread(syntax)) return;
  if (keys.some((key) => key === 'codebook' || nearest(key, ['codebook']).length > 0)) return;
  yield {
    place,
    expected: 'A codebook must have a name: `codebook:` and an id.',
    found: /\S/.test(syntax.text) ? 'this file has no `codebook`' : 'this file is empty',
  };
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
