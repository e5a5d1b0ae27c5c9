import pc from 'picocolors';
import { lineAt, linesOf, type Snapshot, type Span } from '../language';

/** The line a problem stands on, with its number and carets below; a problem over several lines is marked to its first line's end. */
export function sourceFrame(snapshot: Snapshot, file: string, { start, end }: Span, paint: (text: string) => string): string {
  const text = snapshot.files.get(file)?.text ?? '';
  const starts = linesOf(snapshot, file);
  const line = lineAt(starts, start);
  const from = starts[line] ?? 0;
  const content = text.slice(from, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
  const number = String(line + 1).padStart(5);
  const column = start - from;
  const length = Math.max(1, Math.min(end - from, content.length) - column);
  // Tabs stay tabs, so that the carets stand below what they mark.
  const lead = content.slice(0, column).replace(/[^\t]/g, ' ');
  return `${pc.dim(`${number} |`)} ${content}\n${pc.dim('      |')} ${lead}${paint('^'.repeat(length))}`;
}
