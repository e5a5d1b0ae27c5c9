import { mapPair, type NodePath } from '../syntax';
import type { Entry } from '../syntax/entry';
import type { MapNode, Pair, SyntaxNode } from '../syntax/tree';

/** What the validator sees of a tree: every scalar is its text, an absent value is `null`. */
export type PlainValue = string | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** What the validator says is wrong, as ajv says it. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: ErrorParameters;
  /** The key it is about, for an error within the rule for the keys of a map. */
  readonly propertyName?: string;
}

/** By keyword; those that the sentences need. */
interface ErrorParameters {
  readonly additionalProperty?: string;
  readonly missingProperty?: string;
  readonly propertyName?: string;
  readonly limit?: number;
}

/** An entry as a whole file would show it: a question stands under `questions`. */
export function plainEntry(entry: Entry): PlainValue {
  const root = plain(entry.root);
  return entry.role === 'member' ? { [entry.section]: root } : root;
}

/**
 * A key without value inside `{…}` is left out: it is the rest of a text that a comma cut, and a check of its own tells
 * so. Of a key that stands twice, the first counts. Maps have no prototype, so that any key can be a key.
 */
function plain(node: SyntaxNode, depth = 0): PlainValue {
  if (depth > deepest) return null;
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'empty':
      return null;
    case 'list':
      return node.items.map((item) => plain(item, depth + 1));
    case 'map':
      return plainMap(node, depth);
  }
}

/** Deeper than the schema goes anywhere: what lies below is wrong higher up already. */
const deepest = 16;

function plainMap(map: MapNode, depth: number): PlainValue {
  const result: Record<string, PlainValue> = Object.create(null);
  for (const pair of map.pairs) {
    const key = pair.key.text;
    if (key in result || isCutText(map, pair)) continue;
    result[key] = plain(pair.value, depth + 1);
  }
  return result;
}

export function isCutText(map: MapNode, pair: Pair): boolean {
  return map.flow && pair.value.kind === 'empty';
}

/** Where a path leads in an entry's tree. */
export interface Target {
  readonly node: SyntaxNode;
  /** The pair whose value it is; absent for list items and for the top of the entry. */
  readonly pair?: Pair;
}

/** The node an error is about. `undefined` where the entry has no such node. */
export function targetAt(entry: Entry, path: NodePath): Target | undefined {
  const own = entry.role === 'member' ? path.slice(1) : path;
  let at: Target | undefined = { node: entry.root };
  for (const step of own) at = at === undefined ? undefined : stepInto(at.node, step);
  return at;
}

function stepInto(node: SyntaxNode, step: string | number): Target | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item };
  }
  const pair = mapPair(node, String(step));
  return pair === undefined ? undefined : { node: pair.value, pair };
}

/** The path of a JSON pointer, positions in lists told from keys by the tree it leads into. */
export function pathOf(entry: Entry, pointer: string): NodePath {
  const steps = pointer.split('/').slice(1).map(keyOf);
  const path: (string | number)[] = [];
  for (const step of steps) {
    const parent = targetAt(entry, path)?.node;
    path.push(parent?.kind === 'list' ? Number(step) : step);
  }
  return path;
}

function keyOf(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
