import type { FileEdit } from '../../problem';
import { cursorAt, quoteText, replaceScalar } from '../../syntax';
import type { Span, TextEdit } from '../../text/span';
import { type Snapshot, startIn } from '../../workspace';
import type { MeantUse } from '../meaning';

/** The edits that write a new name at every place, by file; a place that two uses share is written once. */
export function nameEdits(snapshot: Snapshot, uses: readonly MeantUse[], newName: string): readonly FileEdit[] {
  const byFile = new Map<string, Map<number, TextEdit>>();
  for (const { codebook, use } of uses) {
    const syntax = snapshot.files.get(codebook.file);
    const start = syntax === undefined ? undefined : startIn(syntax, use.place.entry);
    if (syntax === undefined || start === undefined) continue;
    const edits = byFile.get(codebook.file) ?? new Map<number, TextEdit>();
    byFile.set(codebook.file, edits);
    const { span } = use.place;
    const at = { start: start + span.start, end: start + span.end };
    edits.set(
      at.start,
      needsQuotes(newName) ? quotedEdit(snapshot, codebook.file, at, newName) : { span: at, newText: newName },
    );
  }
  return [...byFile].map(([file, edits]) => ({ file, edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start) }));
}

/** A name in which nothing stands that means something in YAML, be it inside quotes. */
function needsQuotes(name: string): boolean {
  return quoteText(name, { flow: true }) !== name || /["'\\]/.test(name);
}

/** A name that is the whole of a value or key is quoted as YAML needs it; one inside an expression stands as it is. */
function quotedEdit(snapshot: Snapshot, file: string, at: Span, newName: string): TextEdit {
  const syntax = snapshot.files.get(file);
  const found = syntax === undefined ? undefined : cursorAt(syntax, at.start);
  const { scalar, placed } = found ?? {};
  if (scalar === undefined || placed === undefined || scalar.text.length !== at.end - at.start)
    return { span: at, newText: newName };
  const { span, newText } = replaceScalar(placed.entry.text, scalar, newName);
  return { span: { start: placed.start + span.start, end: placed.start + span.end }, newText };
}
