import type { ScalarNode, SyntaxNode } from '../../syntax/tree';

/** A text in a tree, and whether brackets stand around it. */
interface FoundValue {
  readonly value: ScalarNode;
  readonly inBrackets: boolean;
}

/** The text that an offset stands in or at the end of; keys are none. */
export function valueAt(node: SyntaxNode, offset: number, inBrackets = false): FoundValue | undefined {
  switch (node.kind) {
    case 'empty':
      return undefined;
    case 'scalar':
      return node.span.start <= offset && offset <= node.span.end ? { value: node, inBrackets } : undefined;
    case 'list':
      return firstFound(node.items, offset, inBrackets || node.flow);
    case 'map':
      return firstFound(
        node.pairs.map((pair) => pair.value),
        offset,
        inBrackets || node.flow,
      );
  }
}

function firstFound(nodes: readonly SyntaxNode[], offset: number, inBrackets: boolean): FoundValue | undefined {
  for (const node of nodes) {
    const found = valueAt(node, offset, inBrackets);
    if (found !== undefined) return found;
  }
  return undefined;
}
