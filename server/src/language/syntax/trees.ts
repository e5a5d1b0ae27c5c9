import type { Entry } from './entry';
import { keyColumn } from './parse';
import { readPlain } from './plain';
import type { MapNode } from './tree';

/**
 * The trees of the entries last asked for, of those that the fast reader has read. A tree takes twenty times the memory of its text
 * and is read again in some microseconds, so that an entry does not hold its own. They stand here for all files together, as there
 * is one memory to spare; and as a tree follows from its entry alone, nobody can tell whether it was kept.
 */
const recent = new Map<Entry, MapNode>();

/** As many as a request about one place looks at. What lives longer costs the collector of garbage more than reading it again. */
const most = 64;

export function treeOf(entry: Entry): MapNode {
  const known = recent.get(entry);
  if (known !== undefined) return known;
  const root = readPlain(entry.text, entry.role, keyColumn(entry))?.root ?? nothing;
  const [oldest] = recent.size < most ? [] : recent.keys();
  if (oldest !== undefined) recent.delete(oldest);
  recent.set(entry, root);
  return root;
}

const nothing: MapNode = { kind: 'map', span: { start: 0, end: 0 }, flow: false, pairs: [] };
