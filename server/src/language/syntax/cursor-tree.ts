import { columnAt, lineEndAfter } from '../text/lines';
import type { NodePath } from './access';
import type { Cursor, CursorSpot } from './cursor-spot';
import type { PlacedEntry } from './entry';
import type { ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from './tree';

/** The way down to the cursor, in offsets of the entry. */
interface Way {
  readonly placed: PlacedEntry;
  readonly text: string;
  readonly at: number;
}

interface Step {
  readonly path: NodePath;
  readonly map: MapNode | undefined;
  readonly flow: boolean;
}

/** The cursor on a line with text: finds the node around it, or what could be typed between the nodes. */
export function inTree(placed: PlacedEntry, offset: number): Cursor {
  const { entry, start } = placed;
  const way: Way = { placed, text: entry.text, at: offset - start };
  const path = entry.role === 'member' ? [entry.section] : [];
  return inMap(way, entry.root, { path, map: entry.root, flow: entry.root.flow });
}

function inMap(way: Way, map: MapNode, step: Step): Cursor {
  const here: Step = { path: step.path, map, flow: map.flow };
  const pair = map.pairs.filter((candidate) => candidate.key.span.start <= way.at).at(-1);
  if (pair === undefined) return map.flow ? stop(way, here, 'new-key') : stop(way, here, 'none');
  if (way.at <= pair.key.span.end) return on(way, { ...here, path: [...here.path, pair.key.text] }, 'key', pair.key);
  return behindKey(way, pair, here);
}

function behindKey(way: Way, pair: Pair, step: Step): Cursor {
  const inside: Step = { ...step, path: [...step.path, pair.key.text] };
  const { value } = pair;
  if (value.kind === 'empty') {
    const gap = way.text.slice(pair.key.span.end, way.at);
    if (step.flow && gap.includes(',')) return stop(way, step, 'new-key');
    const isBehindColon = /^[^:\r\n]*:[ \t]*$/.test(gap);
    return isBehindColon ? stop(way, inside, 'new-value') : stop(way, step, 'none');
  }
  if (way.at < value.span.start) {
    const isOnLine = !/[\r\n]/.test(way.text.slice(way.at, value.span.start));
    const gap = way.text.slice(pair.key.span.end, way.at);
    return isOnLine && gap.includes(':') ? stop(way, inside, 'new-value') : stop(way, step, 'none');
  }
  if (isWithin(way, value)) return inValue(way, value, inside, pair);
  if (step.flow && /,[^\]}]*$/.test(way.text.slice(value.span.end, way.at))) return stop(way, step, 'new-key');
  return stop(way, step, 'none');
}

function inValue(way: Way, value: SyntaxNode, step: Step, pair: Pair | undefined): Cursor {
  switch (value.kind) {
    case 'empty':
      return stop(way, step, 'new-value');
    case 'map':
      return inMap(way, value, step);
    case 'list':
      return inList(way, value, step);
    case 'scalar':
      return mayBecomeKey(way, value, step, pair)
        ? on(way, { path: [...step.path, value.text], map: undefined, flow: false }, 'key', value)
        : on(way, step, 'value', value);
  }
}

function inList(way: Way, list: ListNode, step: Step): Cursor {
  const at = list.items.filter((item) => item.span.start <= way.at).length - 1;
  const item = list.items[at];
  const here: Step = { ...step, flow: list.flow };
  if (item === undefined) return stop(way, { ...here, path: [...step.path, 0] }, list.flow ? 'new-value' : 'none');
  if (isWithin(way, item)) return inValue(way, item, { ...here, path: [...step.path, at] }, undefined);
  const gap = way.text.slice(item.span.end, way.at);
  if (list.flow && gap.includes(',')) return stop(way, { ...here, path: [...step.path, at + 1] }, 'new-value');
  return stop(way, here, 'none');
}

/** A bracket that is closed ends before its last character; a block value reaches to the end of its last line. */
function isWithin(way: Way, node: SyntaxNode): boolean {
  if (node.kind === 'scalar' || node.kind === 'empty') return node.span.start <= way.at && way.at <= node.span.end;
  if (!node.flow) return node.span.start <= way.at && way.at <= lineEndAfter(way.text, node.span.end);
  if (way.at <= node.span.start) return false;
  return way.at < node.span.end || !/[\]}]/.test(way.text[node.span.end - 1] ?? '');
}

/** One word below its key, and nothing else there yet. */
function mayBecomeKey(way: Way, value: ScalarNode, step: Step, pair: Pair | undefined): boolean {
  if (pair === undefined || step.flow || value.style !== 'plain' || !/^[\w-]*$/.test(value.text)) return false;
  return /[\r\n]/.test(way.text.slice(pair.key.span.end, value.span.start));
}

function on(way: Way, step: Step, spot: CursorSpot, scalar: ScalarNode): Cursor {
  const { start } = way.placed;
  const replace = { start: start + scalar.span.start, end: start + scalar.span.end };
  return {
    ...base(way, step, spot),
    scalar,
    replace,
    indent: columnAt(way.text, step.map?.pairs[0]?.span.start ?? scalar.span.start),
  };
}

function stop(way: Way, step: Step, spot: CursorSpot): Cursor {
  const before = way.text[way.at - 1] ?? '';
  const needsSpace = (spot === 'new-key' || spot === 'new-value') && /[:,-]/.test(before);
  return { ...base(way, step, spot), prefix: needsSpace ? ' ' : '' };
}

function base(way: Way, step: Step, spot: CursorSpot): Cursor {
  const offset = way.placed.start + way.at;
  const indent = columnAt(way.text, step.map?.pairs[0]?.span.start ?? way.at);
  const common = {
    placed: way.placed,
    offset,
    spot,
    path: step.path,
    replace: { start: offset, end: offset },
    prefix: '',
    indent,
    flow: step.flow,
  };
  return step.map === undefined ? common : { ...common, map: step.map };
}
