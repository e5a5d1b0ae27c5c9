import type { Span } from '../text/span';
import type { NodePath } from './access';
import { entryAt } from './chunks';
import type { FileSyntax, PlacedEntry } from './entry';
import type { MapNode, ScalarNode } from './tree';

/** Where a cursor stands in a file, also in broken text and on blank lines. */
export interface Cursor {
  /** The entry the cursor belongs to by its meaning: on a blank line, the one whose map a key typed there would join. */
  readonly placed: PlacedEntry;
  /** Offset in the file. */
  readonly offset: number;
  readonly spot: CursorSpot;
  /**
   * Keys and positions from the top of the file, the section's name included, to what the cursor is on: to the key or value;
   * for a new key, to the map it would stand in; for a new value, to the value.
   */
  readonly path: NodePath;
  /**
   * The innermost map around the cursor; absent where none is there yet. Around a top-level key or an id it is the entry's own
   * map: its siblings stand in the file's other entries.
   */
  readonly map?: MapNode;
  /** The key or value the cursor is on or right behind. */
  readonly scalar?: ScalarNode;
  /** What a completion replaces, in offsets of the file; empty where it inserts. */
  readonly replace: Span;
  /** What must stand before the inserted text: a space behind a colon or comma, an indentation, or nothing. */
  readonly prefix: string;
  /** The column in which keys of the map stand or would stand. */
  readonly indent: number;
  /** Inside brackets. */
  readonly flow: boolean;
}

/**
 * `key`: on a key, or on a word that may become one (`map` is absent where nothing else is there yet, and the word may be a
 * value as well). `value`: on a value. `new-key`: where a key could be typed (`map` absent: also a value or a list).
 * `new-value`: behind a colon or dash, or in a list. `comment`: in a comment. `none`: where neither belongs.
 */
export type CursorSpot = 'key' | 'value' | 'new-key' | 'new-value' | 'comment' | 'none';

/** The entry that the cursor's line belongs to: an entry ends with a line end, which belongs to its last line. */
export function entryOfLine(file: FileSyntax, offset: number, line: Span): PlacedEntry {
  return entryAt(file, Math.max(line.start, Math.min(offset, line.end - 1)));
}

export function nothingAt(placed: PlacedEntry, offset: number, spot: 'comment' | 'none'): Cursor {
  const path = placed.entry.role === 'member' ? [placed.entry.section] : [];
  return {
    placed,
    offset,
    spot,
    path,
    replace: { start: offset, end: offset },
    prefix: '',
    indent: placed.entry.indent,
    flow: false,
  };
}
