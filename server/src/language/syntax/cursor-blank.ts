import { columnAt, lineStartBefore } from '../text/lines';
import type { Span } from '../text/span';
import type { NodePath } from './access';
import { entryAt } from './chunks';
import { type Cursor, entryOfLine, nothingAt } from './cursor-spot';
import { inTree } from './cursor-tree';
import type { FileSyntax, PlacedEntry } from './entry';
import type { MapNode, SyntaxNode } from './tree';

/** A map that is still open at the end of the text above: a key typed in its column joins it. */
interface Level {
  readonly path: NodePath;
  /** Absent where a key has no value yet. */
  readonly map: MapNode | undefined;
  /** Column of the map's keys; of one that is not there yet, the column its keys can have. */
  readonly column: number;
  /** A map that is not there yet and may stand in any column from that one on. */
  readonly free: boolean;
}

const top: Level = { path: [], map: undefined, column: 0, free: false };

/**
 * The cursor on a line of blanks. What could be typed there follows from its column and from the maps that the text above
 * leaves open, whichever entry the blank line is counted to.
 */
export function onBlankLine(file: FileSyntax, offset: number, line: Span): Cursor {
  const own = entryOfLine(file, offset, line);
  if (isInsideText(own.entry.root, offset - own.start)) return inTree(own, offset);
  const above = lastContent(file, line.start);
  const column = Math.max(0, offset - line.start - (line.start === 0 ? markLength(file) : 0));
  if (above === undefined || column === 0) return newKey(above ?? own, offset, column, top);
  const levels = openLevels(file, above, line.start - above.start);
  const level = levels.filter((candidate) => candidate.column <= column).at(-1) ?? top;
  const isInnermost = level === levels.at(-1) && level.map !== undefined;
  if (isInnermost && column > level.column && endsInText(level.map, line.start - above.start))
    return nothingAt(above, offset, 'none');
  return newKey(above, offset, column, level);
}

function newKey(placed: PlacedEntry, offset: number, column: number, level: Level): Cursor {
  const indent = level.free ? Math.max(column, level.column) : level.column;
  const isThere = column === indent;
  const replace = { start: isThere ? offset : offset - column, end: offset };
  const prefix = isThere ? '' : ' '.repeat(indent);
  const cursor: Cursor = { placed, offset, spot: 'new-key', path: level.path, replace, prefix, indent, flow: false };
  return level.map === undefined ? cursor : { ...cursor, map: level.map };
}

/** Within brackets, quotes or a block text, which may hold blank lines. */
function isInsideText(node: SyntaxNode, at: number): boolean {
  if (at <= node.span.start || at >= node.span.end) return false;
  if (node.kind === 'scalar' || node.kind === 'empty') return true;
  if (node.flow) return true;
  const children = node.kind === 'map' ? node.pairs.map((pair) => pair.value) : node.items;
  return children.some((child) => isInsideText(child, at));
}

/** A byte order mark takes no column. */
function markLength(file: FileSyntax): number {
  return entryAt(file, 0).entry.text.startsWith('\uFEFF') ? 1 : 0;
}

/** The entry of the last line above that is neither blank nor a comment. */
function lastContent(file: FileSyntax, before: number): PlacedEntry | undefined {
  let end = before;
  while (end > 0) {
    const placed = entryAt(file, end - 1);
    const { text } = placed.entry;
    let below = end - placed.start;
    while (below > 0) {
      const start = lineStartBefore(text, below - 1);
      if (/^\uFEFF?[ \t]*[^\s#\uFEFF]/.test(text.slice(start, below))) return placed;
      below = start;
    }
    end = placed.start;
  }
  return undefined;
}

/** From the outside in: the maps that hold the last key above an offset of the entry. */
function openLevels(file: FileSyntax, placed: PlacedEntry, at: number): readonly Level[] {
  const { entry } = placed;
  const levels: Level[] = [];
  const descend = (node: SyntaxNode, path: NodePath): void => {
    if (node.kind === 'list' && !node.flow) {
      const last = node.items.at(-1);
      if (last !== undefined) descend(last, [...path, node.items.length - 1]);
    }
    if (node.kind !== 'map' || node.flow) return;
    const column = columnAt(entry.text, node.span.start);
    levels.push({ path, map: node, column, free: false });
    const last = node.pairs.filter((pair) => pair.span.start < at).at(-1);
    if (last === undefined) return;
    const inside = [...path, last.key.text];
    if (last.value.kind !== 'empty') descend(last.value, inside);
    else {
      const members = memberColumn(file, placed);
      levels.push({ path: inside, map: undefined, column: members ?? column + 1, free: members === undefined });
    }
  };
  descend(entry.root, entry.role === 'member' ? [entry.section] : []);
  return levels;
}

/** Behind the line of a section that has entries: the column of those. */
function memberColumn(file: FileSyntax, head: PlacedEntry): number | undefined {
  if (head.entry.role !== 'head') return undefined;
  const { entry: next } = entryAt(file, head.start + head.entry.text.length);
  return next.role === 'member' ? next.indent : undefined;
}

/** Whether the last thing above is a text or a list, which a deeper line would continue. */
function endsInText(map: MapNode | undefined, at: number): boolean {
  const value = map?.pairs.filter((pair) => pair.span.start < at).at(-1)?.value;
  return value !== undefined && value.kind !== 'empty' && (value.kind !== 'map' || value.flow);
}
