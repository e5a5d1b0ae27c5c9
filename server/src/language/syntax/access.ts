import { type Span, shift } from '../text/span';
import type { MapNode, Pair, ScalarNode, SyntaxNode } from './tree';

/** Keys of maps and positions in lists, from the outside in. */
export type NodePath = readonly (string | number)[];

/** The first pair with this key; `undefined` also where the node is no map. */
export function mapPair(node: SyntaxNode | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key.text === key) : undefined;
}

/** The value that keys and positions lead to. */
export function childAt(node: SyntaxNode, path: NodePath): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  for (const step of path) {
    if (typeof step === 'string') at = mapPair(at, step)?.value;
    else at = at?.kind === 'list' ? at.items[step] : undefined;
  }
  return at;
}

/** What a scalar says; `undefined` for anything else. */
export function scalarText(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

export interface Visited {
  readonly node: SyntaxNode;
  readonly path: NodePath;
  /** The pair whose value the node is. */
  readonly pair: Pair | undefined;
}

/** Every value below and including a node, outer ones first, in the order of the text. */
export function* walk(node: SyntaxNode, path: NodePath = [], pair?: Pair): Generator<Visited> {
  yield { node, path, pair };
  if (node.kind === 'map') for (const child of node.pairs) yield* walk(child.value, [...path, child.key.text], child);
  else if (node.kind === 'list') for (const [at, item] of node.items.entries()) yield* walk(item, [...path, at]);
}

/** The same tree, all spans moved. */
export function shiftNode(node: MapNode, by: number): MapNode;
export function shiftNode(node: SyntaxNode, by: number): SyntaxNode;
export function shiftNode(node: SyntaxNode, by: number): SyntaxNode {
  if (by === 0) return node;
  const span: Span = shift(node.span, by);
  switch (node.kind) {
    case 'empty':
      return { ...node, span };
    case 'scalar':
      return shiftScalar(node, by);
    case 'list':
      return { ...node, span, items: node.items.map((item) => shiftNode(item, by)) };
    case 'map':
      return { ...node, span, pairs: node.pairs.map((pair) => shiftPair(pair, by)) };
  }
}

function shiftPair(pair: Pair, by: number): Pair {
  return { key: shiftScalar(pair.key, by), value: shiftNode(pair.value, by), span: shift(pair.span, by) };
}

function shiftScalar(scalar: ScalarNode, by: number): ScalarNode {
  const moved = { ...scalar, span: shift(scalar.span, by) };
  return scalar.offsets === undefined ? moved : { ...moved, offsets: scalar.offsets.map((offset) => offset + by) };
}
