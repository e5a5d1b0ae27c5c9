import type { ListNode, MapNode } from '../syntax/tree';
import type { Span } from '../text/span';

/** What stands between the brackets of a map or list, the closing one where it is there. */
export function insideBrackets(node: MapNode | ListNode): Span {
  const { start, end } = node.span;
  const last = node.kind === 'map' ? node.pairs.at(-1) : node.items.at(-1);
  // Without its closing bracket it ends with what stands in it.
  const isClosed = end - 1 > start && (last?.span.end ?? start) < end;
  return { start: start + 1, end: isClosed ? end - 1 : end };
}
