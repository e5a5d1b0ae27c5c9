import { type LineScan, toNextLine } from '../text/scan-lines';
import { isEntry } from './split-line';

export interface Column {
  readonly indent: number;
  /** The text ends before enough of it was seen. */
  readonly isShort: boolean;
}

/** How many lines from the first entry of a section on tell in which column its entries stand. */
export const linesThatTell = 60;

/**
 * The column of a section's entries: that of the first one, unless it stands deeper than at least two that follow, as where it
 * alone was indented. All the others would stand in the wrong column then.
 * @param at the line of the first entry
 */
export function columnOfEntries(at: LineScan): Column {
  const scan = { ...at };
  let least = at.indent;
  let entries = 0;
  for (let lines = 0; lines < linesThatTell; lines++) {
    if (!toNextLine(scan)) return { indent: entries > 1 ? least : at.indent, isShort: true };
    const { text, first, end, indent } = scan;
    if (first === end || text[first] === '#') continue;
    if (indent === 0) break;
    if (indent > least || (indent === at.indent && least === at.indent) || !isEntry(text.slice(first, end).trimEnd())) continue;
    entries = indent < least ? 1 : entries + 1;
    least = indent;
  }
  return { indent: entries > 1 ? least : at.indent, isShort: false };
}
