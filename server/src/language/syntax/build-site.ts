import type { Span } from '../text/span';
import type { SyntaxProblem } from './entry';
import type { Repair } from './repair';
import type { EmptyNode, MapNode, Pair, ScalarNode, SyntaxNode } from './tree';

/** What building one entry needs and collects; it lives as long as the call. */
export interface Site {
  readonly text: string;
  readonly repairs: ReadonlyMap<number, Repair>;
  readonly report: (code: SyntaxProblem['code'], span: Span, found: string) => void;
  readonly unclosed: Span[];
}

export function mapOf(pairs: readonly Pair[], flow: boolean, offset: number): MapNode {
  return { kind: 'map', span: { start: pairs[0]?.span.start ?? offset, end: pairs.at(-1)?.span.end ?? offset }, flow, pairs };
}

export function pair(key: ScalarNode, value: SyntaxNode): Pair {
  return { key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } };
}

export function plain(site: Site, start: number, end: number): ScalarNode {
  return { kind: 'scalar', span: { start, end }, text: site.text.slice(start, end), style: 'plain' };
}

export function empty(at: number): EmptyNode {
  return { kind: 'empty', span: { start: at, end: at } };
}

/** Behind a colon or dash, and behind the space that must follow it where it is there. */
export function emptyAfter(text: string, mark: number): EmptyNode {
  return empty(text[mark + 1] === ' ' ? mark + 2 : mark + 1);
}
