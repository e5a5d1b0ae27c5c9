import type { CST } from 'yaml';
import { lineEndAfter } from '../text/lines';
import type { Site } from './build-site';
import { isClosed } from './repair';
import { decodeBlock, decodeFlow } from './scalar';
import type { ScalarNode } from './tree';

export function buildScalar(site: Site, token: CST.FlowScalar): ScalarNode {
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

export function buildBlockScalar(site: Site, token: CST.BlockScalar, parentIndent: number): ScalarNode {
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
