import pc from 'picocolors';
import { offsetAt, positionAt, readFile, type Snapshot, type Span, textBetween } from '../language';

/** The line a problem stands on, with its number and carets below; a problem over several lines is marked to its first line's end. */
export function sourceFrame(snapshot: Snapshot, file: string, { start, end }: Span, paint: (text: string) => string): string {
  const syntax = snapshot.files.get(file) ?? readFile('');
  const { line, character: column } = positionAt(syntax, start);
  const from = start - column;
  const content = textBetween(syntax, { start: from, end: offsetAt(syntax, { line, character: Number.MAX_SAFE_INTEGER }) });
  const number = String(line + 1).padStart(5);
  const length = Math.max(1, Math.min(end - from, content.length) - column);
  // Tabs stay tabs, so that the carets stand below what they mark.
  const lead = content.slice(0, column).replace(/[^\t]/g, ' ');
  return `${pc.dim(`${number} |`)} ${content}\n${pc.dim('      |')} ${lead}${paint('^'.repeat(length))}`;
}
