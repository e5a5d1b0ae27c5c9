import { lineAt, lineStarts } from '../text/lines';
import { remembered } from '../text/remember';
import { foundByIndex, sumsOf } from './chunks';
import type { Chunk, Entry, FileSyntax, Suppression } from './entry';

const form = /^#\s*codebook-ignore\b[ \t]*([^:]*)(?::\s*(.*))?$/;

/**
 * The comments that switch off checks: `# codebook-ignore small-base, unused-scale: census of 14 regions` is one suppression
 * for each code. One without a code has the empty code and one without a reason the empty reason, so that both can be reported.
 */
export function suppressionsOf(file: FileSyntax): readonly Suppression[] {
  const { counts } = sumsOf(file);
  return file.chunks.flatMap((chunk, at) =>
    suppressingIn(chunk).flatMap((position) => {
      const index = (counts[at] ?? 0) + position;
      const { entry, line } = foundByIndex(file, index);
      return suppressionsIn(entry).map(({ subject, own, ...said }) => {
        const below = subject === undefined ? textLineBelow(file, index + 1) : undefined;
        return { ...said, line: below ?? line + (subject ?? own) };
      });
    }),
  );
}

/** The positions of the entries that hold such comments: most hold none. */
const suppressingIn = remembered(({ entries }: Chunk): readonly number[] =>
  entries.flatMap((entry, position) => (suppressionsIn(entry).length > 0 ? [position] : [])),
);

/** A suppression as its entry alone tells it, with lines of the entry. */
interface OwnSuppression extends Omit<Suppression, 'line'> {
  /** The line of the comment. */
  readonly own: number;
  /** The line whose problems it switches off; `undefined` where that is the next one with text below the entry. */
  readonly subject: number | undefined;
}

/** The suppressions that stand in an entry. */
const suppressionsIn: (entry: Entry) => readonly OwnSuppression[] = remembered((entry) => {
  if (!entry.text.includes('codebook-ignore')) return [];
  const starts = lineStarts(entry.text);
  return entry.comments.flatMap((comment) => {
    const said = entry.text.slice(comment.start, comment.end);
    const found = form.exec(said);
    if (found === null) return [];
    const own = lineAt(starts, comment.start);
    const followsText = /\S/.test(entry.text.slice(starts[own], comment.start));
    const subject = followsText ? own : textLine(entry.text, starts, own + 1);
    const reason = (found[2] ?? '').trim();
    const codes = readCodes(entry, comment.start, said, found[1] ?? '');
    return codes.map((code) => ({ ...code, place: { entry, span: comment }, reason, own, subject }));
  });
});

/** The first line with text from a line on. */
function textLine(text: string, starts: readonly number[], from: number): number | undefined {
  for (let line = from; line < starts.length; line++) {
    if (/^[ \t]*[^\s#]/.test(text.slice(starts[line], starts[line + 1]))) return line;
  }
  return undefined;
}

/** The line of the file of the first text from an entry on: mostly that of the entry's key. */
function textLineBelow(file: FileSyntax, from: number): number | undefined {
  for (let index = from; index < sumsOf(file).count; index++) {
    const { entry, line } = foundByIndex(file, index);
    const own = textLine(entry.text, lineStarts(entry.text), 0);
    if (own !== undefined) return line + own;
  }
  return undefined;
}

/** The codes that comments of one entry name, with their places in it. */
export function switchedOffIn(entry: Entry): readonly Pick<Suppression, 'code' | 'codeSpan'>[] {
  return entry.comments.flatMap(({ start, end }) => {
    const said = entry.text.slice(start, end);
    const list = form.exec(said)?.[1];
    return list === undefined ? [] : readCodes(entry, start, said, list);
  });
}

function readCodes(entry: Entry, start: number, said: string, list: string): readonly Pick<Suppression, 'code' | 'codeSpan'>[] {
  const from = start + said.indexOf('codebook-ignore') + 'codebook-ignore'.length;
  const listStart = entry.text.indexOf(list, from);
  const codes = [...list.matchAll(/[^\s,]+/g)].map((code) => {
    const at = listStart + code.index;
    return { code: code[0], codeSpan: { start: at, end: at + code[0].length } };
  });
  return codes.length > 0 ? codes : [{ code: '', codeSpan: { start: from, end: from } }];
}
