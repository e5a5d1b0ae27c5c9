import { applyChanges, reportedProblems, type Snapshot } from '../../server/src/language';

/** A word that is typed at an offset. */
export interface Typing {
  readonly start: number;
  readonly word: string;
}

/** Words that are typed into labels, names and ids all over a text, and change what is said, named and declared. */
export function typingsIn(text: string, most: number): readonly Typing[] {
  const ends = (pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found.index + found[0].length);
  const labels = ends(/^ {4}label: \{sv: "?\w*/gm).map((start) => ({ start, word: 'ett ord' }));
  const names = ends(/^ {4}(?:ask_if|of|value|scale): (?:count\()?\w+/gm).map((start) => ({ start, word: '_12' }));
  const ids = ends(/^ {2}\w+(?=:)/gm).map((start) => ({ start, word: '_12' }));
  return [labels, names, ids].flatMap((some) => some.filter((_, at) => at % Math.ceil(some.length / (most / 3)) === 0));
}

/** Types a word letter by letter and takes it away again in the same way, and looks at the problems each time. */
export function typeAndUndo(snapshot: Snapshot, file: string, { start, word }: Typing): Snapshot {
  let now = snapshot;
  const edit = (from: number, length: number, newText: string) => {
    now = applyChanges(now, [{ kind: 'edit', file, edits: [{ span: { start: from, end: from + length }, newText }] }]);
    reportedProblems(now, file);
  };
  for (const [at, letter] of [...word].entries()) edit(start + at, 0, letter);
  for (let at = word.length - 1; at >= 0; at -= 1) edit(start + at, 1, '');
  return now;
}
