import { lineAt, lineStarts } from '../text/lines';
import type { Entry, FileSyntax, Suppression } from './entry';

const form = /^#\s*codebook-ignore\b[ \t]*([^:]*)(?::\s*(.*))?$/;

/**
 * The comments that switch off checks: `# codebook-ignore small-base, unused-scale: census of 14 regions` is one suppression
 * for each code. One without a code has the empty code and one without a reason the empty reason, so that both can be reported.
 */
export function suppressionsOf(file: FileSyntax): readonly Suppression[] {
  if (!file.text.includes('codebook-ignore')) return [];
  const starts = lineStarts(file.text);
  return file.entries.flatMap((placed) =>
    placed.entry.comments.flatMap((comment) => {
      const said = placed.entry.text.slice(comment.start, comment.end);
      const found = form.exec(said);
      if (found === null) return [];
      const line = subjectLine(file.text, starts, placed.start + comment.start);
      return readCodes(placed.entry, comment.start, said, found[1] ?? '').map((code) => ({
        ...code,
        place: { entry: placed.entry, span: comment },
        reason: (found[2] ?? '').trim(),
        line,
      }));
    }),
  );
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

/** Its own line where the comment follows text, else the next line with text. */
function subjectLine(text: string, starts: readonly number[], comment: number): number {
  const own = lineAt(starts, comment);
  if (/\S/.test(text.slice(starts[own], comment))) return own;
  for (let line = own + 1; line < starts.length; line++) {
    if (/^[ \t]*[^\s#]/.test(text.slice(starts[line], starts[line + 1]))) return line;
  }
  return own;
}
