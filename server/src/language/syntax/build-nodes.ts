import type { CST } from 'yaml';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import { buildKey, keyOf, keyWithoutColon } from './build-keys';
import { buildBlockScalar, buildScalar } from './build-scalar';
import { empty, emptyAfter, mapOf, pair, plain, type Site, shown } from './build-site';
import type { ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from './tree';

export function build(site: Site, token: CST.Token, parentIndent: number): SyntaxNode {
  if (token.type === 'scalar' && token.source === '') return empty(token.offset);
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return buildScalar(site, token);
    case 'block-scalar':
      return buildBlockScalar(site, token, parentIndent);
    case 'block-map':
      return buildBlockMap(site, token);
    case 'block-seq':
      return buildBlockList(site, token);
    case 'flow-collection':
      return token.start.type === 'flow-map-start' ? buildFlowMap(site, token) : buildFlowList(site, token);
    default:
      return empty(token.offset);
  }
}

export function buildBlockMap(site: Site, token: CST.BlockMap): MapNode {
  return mapOf(
    token.items.flatMap((item) => buildPairs(site, item, token.indent)),
    false,
    token.offset,
  );
}

/** One item is one pair, unless damage made the parser join several. */
function buildPairs(site: Site, item: CST.CollectionItem, indent: number): readonly Pair[] {
  if (item.key === undefined && item.sep === undefined) return [];
  const colon = item.sep?.find((token) => token.type === 'map-value-ind');
  if (colon === undefined && item.key) return keyWithoutColon(site, item.key);
  const above: Pair[] = [];
  const key = buildKey(site, item.key ?? undefined, colon?.offset ?? 0, above);
  if (item.value?.type === 'block-map' && colon !== undefined && onOneLine(site.text, colon.offset, item.value.offset)) {
    const cut = cutAtColon(site, item.value);
    return [...above, pair(key, cut.value), ...cut.below];
  }
  const value =
    item.value === undefined ? emptyAfter(site.text, colon?.offset ?? key.span.end) : build(site, item.value, indent);
  return [...above, pair(key, value)];
}

interface Cut {
  readonly value: ScalarNode;
  readonly below: readonly Pair[];
}

/**
 * `text: Vote: yes or no?` and `stage: results⏎  ty: 1`: the parser sees a second map behind the first colon and puts the
 * pairs below into it. The text is taken whole, the pairs go back to where they stand.
 */
function cutAtColon(site: Site, map: CST.BlockMap): Cut {
  const [first, ...rest] = map.items;
  const start = map.offset;
  const below = rest.flatMap((item) => buildPairs(site, item, map.indent));
  const key = first?.key;
  if (first !== undefined && key?.type === 'scalar' && key.source.includes('\n')) {
    const end = start + key.source.indexOf('\n');
    const lastLine = key.source.lastIndexOf('\n') + 1;
    const from = start + lastLine + key.source.slice(lastLine).search(/\S|$/);
    const continued = plain(site, from, start + key.source.length);
    site.report('accidental-continuation', continued.span, `${shown(continued.text)} continues the text of the line above`);
    const value = first.value === undefined ? emptyAfter(site.text, continued.span.end) : build(site, first.value, map.indent);
    const valueEnd = start + site.text.slice(start, end).trimEnd().length;
    return { value: plain(site, start, valueEnd), below: [pair(continued, value), ...below] };
  }
  const colon = first?.sep?.find((token) => token.type === 'map-value-ind')?.offset ?? start;
  const hidden = first?.value?.type === 'block-map' ? cutAtColon({ ...site, report: () => undefined }, first.value) : undefined;
  const node = hidden?.value ?? (first?.value === undefined ? empty(colon + 1) : build(site, first.value, map.indent));
  const end = Math.max(colon + 1, Math.min(node.span.end, lineEndAfter(site.text, start)));
  site.report('colon-in-text', { start: colon, end: colon + 1 }, 'a second colon stands in this text');
  return { value: plain(site, start, end), below: [...(hidden?.below ?? []), ...below] };
}

function buildBlockList(site: Site, token: CST.BlockSequence): ListNode {
  const items = token.items.flatMap((item): readonly SyntaxNode[] => {
    const dash = item.start.find((mark) => mark.type === 'seq-item-ind');
    if (item.value !== undefined) return [build(site, item.value, token.indent)];
    return dash === undefined ? [] : [emptyAfter(site.text, dash.offset)];
  });
  return { kind: 'list', span: { start: token.offset, end: items.at(-1)?.span.end ?? token.offset }, flow: false, items };
}

function buildFlowMap(site: Site, token: CST.FlowCollection): MapNode {
  const pairs = token.items.flatMap((item) => buildFlowPair(site, item, token.indent));
  return { kind: 'map', span: flowSpan(site, token, pairs), flow: true, pairs };
}

function buildFlowPair(site: Site, item: CST.CollectionItem, indent: number): readonly Pair[] {
  const colon = item.sep?.find((token) => token.type === 'map-value-ind');
  if (colon !== undefined) return buildPairs(site, item, indent);
  const key = item.key ?? item.value;
  if (key === undefined || key === null || (key.type === 'scalar' && key.source === '')) return [];
  const node = keyOf(site, key, site.text.length);
  return [pair(node, empty(node.span.end))];
}

function buildFlowList(site: Site, token: CST.FlowCollection): ListNode {
  const items = token.items.flatMap((item): readonly SyntaxNode[] => {
    if (item.key !== undefined || item.sep !== undefined) {
      const pairs = buildPairs(site, item, token.indent);
      const first = pairs[0];
      return first === undefined ? [] : [{ ...mapOf(pairs, true, first.span.start) }];
    }
    return item.value === undefined ? [] : [build(site, item.value, token.indent)];
  });
  return { kind: 'list', span: flowSpan(site, token, items), flow: true, items };
}

function flowSpan(site: Site, token: CST.FlowCollection, parts: readonly { readonly span: Span }[]): Span {
  const start = token.offset;
  const close = token.end.find((mark) => mark.type === 'flow-map-end' || mark.type === 'flow-seq-end');
  if (close !== undefined) return { start, end: close.offset + 1 };
  site.unclosed.push({ start, end: start + 1 });
  return { start, end: Math.max(start + 1, parts.at(-1)?.span.end ?? 0) };
}

function onOneLine(text: string, from: number, to: number): boolean {
  return !/[\r\n]/.test(text.slice(from, to));
}
