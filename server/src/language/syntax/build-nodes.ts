import type { CST } from 'yaml';
import { code } from '../text/code';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import { buildKey, keyOf, keyWithoutColon } from './build-keys';
import { buildBlockScalar, buildScalar } from './build-scalar';
import { empty, emptyAfter, mapOf, pair, plain, type Site } from './build-site';
import type { ListNode, MapNode, Pair, SyntaxNode } from './tree';

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
  const behind = buildBehind(site, item.value, colon?.offset ?? key.span.end, indent);
  return [...above, pair(key, behind.value), ...behind.below];
}

/** A value, and the pairs below it that the parser took for a part of it. */
interface Behind {
  readonly value: SyntaxNode;
  readonly below: readonly Pair[];
}

function buildBehind(site: Site, value: CST.Token | undefined, colon: number, indent: number): Behind {
  if (value === undefined) return { value: emptyAfter(site.text, colon), below: [] };
  if (value.type === 'block-map' && onOneLine(site.text, colon, value.offset)) return cutAtColon(site, value);
  return { value: build(site, value, indent), below: [] };
}

/**
 * `text: Vote: yes or no?` and `stage: results⏎  ty: 1`: the parser sees a second map behind the first colon and puts the
 * pairs below into it. The text is taken whole, the pairs go back to where they stand.
 */
function cutAtColon(site: Site, map: CST.BlockMap): Behind {
  const [first, ...rest] = map.items;
  const quiet: Site = { ...site, report: () => undefined };
  const start = map.offset;
  const below = rest.flatMap((item) => buildPairs(site, item, map.indent));
  const key = first?.key;
  if (first !== undefined && key?.type === 'scalar' && key.source.includes('\n')) {
    const end = start + key.source.indexOf('\n');
    const lastLine = key.source.lastIndexOf('\n') + 1;
    const from = start + lastLine + key.source.slice(lastLine).search(/\S|$/);
    const continued = plain(site, from, start + key.source.length);
    site.report('accidental-continuation', continued.span, `${code(continued.text)} continues the text of the line above`);
    const behind = buildBehind(quiet, first.value, continued.span.end, map.indent);
    const valueEnd = start + site.text.slice(start, end).trimEnd().length;
    return { value: plain(site, start, valueEnd), below: [pair(continued, behind.value), ...behind.below, ...below] };
  }
  const colon = first?.sep?.find((token) => token.type === 'map-value-ind')?.offset ?? start;
  const behind = buildBehind(first?.value?.type === 'block-map' ? quiet : site, first?.value, colon, map.indent);
  const end = Math.max(colon + 1, Math.min(behind.value.span.end, lineEndAfter(site.text, start)));
  site.report('colon-in-text', { start: colon, end: colon + 1 }, 'a second colon stands in this text');
  return { value: plain(site, start, end), below: [...behind.below, ...below] };
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
