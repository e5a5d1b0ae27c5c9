import type { CST } from 'yaml';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import type { EntryRole, SyntaxProblem } from './entry';
import { isClosed, type Repair } from './repair';
import { decodeBlock, decodeFlow } from './scalar';
import type { EmptyNode, ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from './tree';
import { eachToken } from './walk-tokens';

export interface Built {
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
  /** Brackets that are never closed. */
  readonly unclosed: readonly Span[];
}

/** What building one entry needs and collects; it lives as long as the call. */
interface Site {
  readonly text: string;
  readonly repairs: ReadonlyMap<number, Repair>;
  readonly report: (code: SyntaxProblem['code'], span: Span, found: string) => void;
  readonly unclosed: Span[];
}

/** Builds our tree from the parser's tokens. Damage is reported at its cause and the rest of the entry survives it. */
export function buildTree(text: string, tokens: readonly CST.Token[], made: readonly Repair[], role: EntryRole): Built {
  const problems: SyntaxProblem[] = [];
  const site: Site = {
    text,
    repairs: new Map(made.filter((repair) => repair.kind !== 'tabs').map((repair) => [repair.start, repair])),
    report: (code, span, found) => problems.push({ code, span, found }),
    unclosed: [],
  };
  if (made.some((repair) => repair.kind === 'tabs')) reportTab(site);
  const comments = readMarks(site, tokens);
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents[1];
  if (second !== undefined) reportSecond(site, second);
  const root = buildRoot(site, documents[0]?.value, role);
  return { root, problems, comments, unclosed: site.unclosed };
}

function reportTab(site: Site): void {
  const tab = /^ *(\t[ \t]*)/m.exec(site.text);
  const start = tab === null ? 0 : tab.index + tab[0].indexOf('\t');
  site.report('tab-indentation', { start, end: start + (tab?.[1]?.length ?? 0) }, 'a tab stands in the indentation');
}

function reportSecond(site: Site, second: CST.Document): void {
  const mark = second.start.find((token) => token.type === 'doc-start');
  const start = mark?.offset ?? second.offset;
  site.report('several-documents', { start, end: start + (mark?.source.length ?? 0) }, 'a second document starts here');
}

/** Reports anchors, aliases and tags, and gives the comments. */
function readMarks(site: Site, tokens: readonly CST.Token[]): readonly Span[] {
  const comments: Span[] = [];
  eachToken(tokens, (token) => {
    const span = 'source' in token ? { start: token.offset, end: token.offset + token.source.length } : undefined;
    if (span === undefined) return;
    const source = shown(site.text.slice(span.start, span.end));
    if (token.type === 'comment') comments.push(span);
    else if (token.type === 'anchor') site.report('anchor-or-alias', span, `${source} is an anchor`);
    else if (token.type === 'alias') site.report('anchor-or-alias', span, `${source} is an alias`);
    else if (token.type === 'tag') site.report('yaml-tag', span, `${source} is a tag`);
  });
  return comments;
}

function buildRoot(site: Site, value: CST.Token | undefined, role: EntryRole): MapNode {
  if (value?.type === 'block-map') return buildBlockMap(site, value);
  if (value === undefined || value.type === 'alias') return mapOf([], false, value?.offset ?? site.text.length);
  if (value.type === 'scalar' && role !== 'whole')
    return mapOf(halfTyped(site, value.offset, value.source), false, value.offset);
  const node = build(site, value, 0);
  if (node.kind === 'map' && role === 'whole') return node;
  const found = role === 'whole' ? 'the file is not a map of keys' : 'a key must stand here';
  site.report('yaml-syntax', { start: node.span.start, end: lineEndAfter(site.text, node.span.start) }, found);
  return mapOf([], false, node.span.start);
}

function build(site: Site, token: CST.Token, parentIndent: number): SyntaxNode {
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

function buildScalar(site: Site, token: CST.FlowScalar): ScalarNode {
  const start = token.offset;
  const end = start + token.source.length;
  const repair = site.repairs.get(start);
  if (repair?.kind === 'quote' || (token.type !== 'scalar' && !isClosed(token.source))) {
    return openQuote(site, start, repair?.end ?? end);
  }
  const source = site.text.slice(start, end);
  if (token.type === 'scalar')
    return { kind: 'scalar', span: { start, end }, style: 'plain', ...decodeFlow(source, start, 'plain') };
  const style = token.type === 'single-quoted-scalar' ? 'single' : 'double';
  return { kind: 'scalar', span: { start, end }, style, ...decodeFlow(source.slice(1, -1), start + 1, style) };
}

function openQuote(site: Site, start: number, end: number): ScalarNode {
  const style = site.text[start] === '"' ? 'double' : 'single';
  site.report('open-quote', { start, end: start + 1 }, 'this quote is never closed');
  const inside = site.text.slice(start + 1, Math.min(end, lineEndAfter(site.text, start))).trimEnd();
  return { kind: 'scalar', span: { start, end: start + 1 + inside.length }, style, text: inside };
}

function buildBlockScalar(site: Site, token: CST.BlockScalar, parentIndent: number): ScalarNode {
  const header = token.props.find((prop) => prop.type === 'block-scalar-header');
  const start = header?.offset ?? token.offset;
  const sign = header !== undefined && 'source' in header ? header.source : '|';
  const from = token.props.reduce(
    (end, prop) => Math.max(end, 'source' in prop ? prop.offset + prop.source.length : end),
    start,
  );
  const source = site.text.slice(from, from + token.source.length);
  const content = source.trimEnd();
  const style = sign.startsWith('>') ? 'folded' : 'literal';
  const end = content === '' ? start + sign.length : from + content.length;
  return { kind: 'scalar', span: { start, end }, style, ...decodeBlock(sign, source, from, parentIndent) };
}

function buildBlockMap(site: Site, token: CST.BlockMap): MapNode {
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

function keyWithoutColon(site: Site, key: CST.Token): readonly Pair[] {
  if (key.type === 'scalar') return halfTyped(site, key.offset, key.source);
  const node = keyOf(site, key, key.offset);
  if (!('source' in key) || isClosedKey(key)) site.report('half-typed-key', node.span, `${shown(node.text)} has no colon`);
  return [pair(node, empty(node.span.end))];
}

function isClosedKey(key: CST.Token): boolean {
  return key.type !== 'alias' && 'source' in key && isClosed(key.source);
}

/** Each line is a key that lacks its colon. */
function halfTyped(site: Site, offset: number, source: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const line of source.matchAll(/[^\s][^\r\n]*/g)) {
    const text = line[0].trimEnd();
    const start = offset + line.index;
    const key = plain(site, start, start + text.length);
    site.report('half-typed-key', key.span, `${shown(key.text)} has no colon`);
    pairs.push(pair(key, empty(key.span.end)));
  }
  return pairs;
}

/** A key of several lines is keys being typed above the one whose colon follows. */
function buildKey(site: Site, token: CST.Token | undefined, colon: number, above: Pair[]): ScalarNode {
  if (token?.type !== 'scalar') return keyOf(site, token, colon);
  const lastLine = token.source.lastIndexOf('\n') + 1;
  if (lastLine > 0) above.push(...halfTyped(site, token.offset, token.source.slice(0, lastLine)));
  const start = token.offset + lastLine + token.source.slice(lastLine).search(/\S|$/);
  const repair = site.repairs.get(start);
  if (repair?.kind !== 'key') return plain(site, start, token.offset + token.source.length);
  const key = plain(site, start, repair.end);
  site.report('half-typed-key', key.span, `${shown(key.text)} has no colon`);
  return key;
}

function keyOf(site: Site, token: CST.Token | undefined, colon: number): ScalarNode {
  if (token === undefined) {
    site.report('yaml-syntax', { start: colon, end: colon + 1 }, 'no key stands in front of this colon');
    return plain(site, colon, colon);
  }
  const node = build(site, token, 0);
  if (node.kind === 'scalar') return node;
  if (token.type === 'alias') return plain(site, token.offset, token.offset + token.source.length);
  const end = Math.min(node.span.end, lineEndAfter(site.text, node.span.start));
  site.report('yaml-syntax', { start: node.span.start, end }, 'a key must be a single word or text');
  return plain(site, node.span.start, end);
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
  const node = keyOf(site, key, key.offset);
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

function mapOf(pairs: readonly Pair[], flow: boolean, offset: number): MapNode {
  return { kind: 'map', span: { start: pairs[0]?.span.start ?? offset, end: pairs.at(-1)?.span.end ?? offset }, flow, pairs };
}

function pair(key: ScalarNode, value: SyntaxNode): Pair {
  return { key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } };
}

function plain(site: Site, start: number, end: number): ScalarNode {
  return { kind: 'scalar', span: { start, end }, text: site.text.slice(start, end), style: 'plain' };
}

function empty(at: number): EmptyNode {
  return { kind: 'empty', span: { start: at, end: at } };
}

/** Behind a colon or dash, and behind the space that must follow it where it is there. */
function emptyAfter(text: string, mark: number): EmptyNode {
  return empty(text[mark + 1] === ' ' ? mark + 2 : mark + 1);
}

function onOneLine(text: string, from: number, to: number): boolean {
  return !/[\r\n]/.test(text.slice(from, to));
}

function shown(text: string): string {
  const line = text.split(/[\r\n]/)[0] ?? '';
  const short = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return `\`${short.replaceAll('`', "'")}\``;
}
