import type { CST } from 'yaml';
import { code } from '../text/code';
import { lineEndAfter } from '../text/lines';
import { buildScalar } from './build-scalar';
import { empty, pair, plain, type Site } from './build-site';
import { isClosed } from './repair';
import type { Pair, ScalarNode } from './tree';

/** A key of several lines is keys being typed above the one whose colon follows. */
export function buildKey(site: Site, token: CST.Token | undefined, colon: number, above: Pair[]): ScalarNode {
  if (token === undefined) {
    site.report('yaml-syntax', { start: colon, end: colon + 1 }, 'no key stands in front of this colon');
    return plain(site, colon, colon);
  }
  if (token.type !== 'scalar') return keyOf(site, token, colon);
  const lastLine = token.source.lastIndexOf('\n') + 1;
  if (lastLine > 0) above.push(...halfTyped(site, token.offset, token.source.slice(0, lastLine)));
  const start = token.offset + lastLine + token.source.slice(lastLine).search(/\S|$/);
  const repair = site.repairs.get(start);
  if (repair?.kind !== 'key') return plain(site, start, token.offset + token.source.length);
  const key = plain(site, start, repair.end);
  site.report('half-typed-key', key.span, withoutColon(key.text));
  return key;
}

export function keyWithoutColon(site: Site, key: CST.Token): readonly Pair[] {
  if (key.type === 'scalar') return halfTyped(site, key.offset, key.source);
  const node = keyOf(site, key, site.text.length);
  if (!('source' in key) || isClosedKey(key)) site.report('half-typed-key', node.span, withoutColon(node.text));
  return [pair(node, empty(node.span.end))];
}

function isClosedKey(key: CST.Token): boolean {
  return key.type !== 'alias' && 'source' in key && isClosed(key.source);
}

/** Each line is a key that lacks its colon. */
export function halfTyped(site: Site, offset: number, source: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const line of source.matchAll(/[^\s][^\r\n]*/g)) {
    const text = line[0].trimEnd();
    const start = offset + line.index;
    const key = plain(site, start, start + text.length);
    site.report('half-typed-key', key.span, withoutColon(key.text));
    pairs.push(pair(key, empty(key.span.end)));
  }
  return pairs;
}

/** A key that is neither plain nor quoted is reported and read as it is written, up to `end`. */
export function keyOf(site: Site, token: CST.Token, end: number): ScalarNode {
  const start = token.offset;
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return buildScalar(site, token);
    case 'alias':
      return plain(site, start, start + token.source.length);
    default: {
      const written = site.text.slice(start, Math.min(end, lineEndAfter(site.text, start))).trimEnd();
      const span = { start, end: start + written.length };
      site.report('yaml-syntax', span, 'a key must be a single word or text');
      return plain(site, span.start, span.end);
    }
  }
}

function withoutColon(key: string): string {
  return `${code(key)} has no ${/^[\w-]+:\S/.test(key) ? 'space behind its colon' : 'colon'}`;
}
