import type { Entry } from './entry';
import { keyColumn } from './parse';
import { readPlain } from './plain';
import type { MapNode } from './tree';

/**
 * The trees of entries that the fast reader has read. They take twenty times the memory of their texts and are read again in
 * some microseconds, so that only those of the entries last asked for are kept.
 */
const recent = new Map<Entry, MapNode>();

/** As many as a request about one place looks at, and about as many as are on a screen. */
const most = 256;

export function treeOf(entry: Entry): MapNode {
  const known = recent.get(entry);
  if (known !== undefined) return known;
  const root = readPlain(entry.text, entry.role, keyColumn(entry))?.root ?? nothing;
  keepTree(entry, root);
  return root;
}

export function keepTree(entry: Entry, root: MapNode): void {
  recent.set(entry, root);
  if (recent.size <= most) return;
  for (const oldest of recent.keys()) {
    recent.delete(oldest);
    return;
  }
}

const nothing: MapNode = { kind: 'map', span: { start: 0, end: 0 }, flow: false, pairs: [] };
