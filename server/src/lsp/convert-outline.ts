import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { OutlineNode } from '../language';
import { type Coordinates, toRange } from './convert-text';

export function toSymbol(coordinates: Coordinates, node: OutlineNode): DocumentSymbol {
  return {
    // An empty name is refused by clients; a key that is half-typed may have one.
    name: node.name === '' ? '…' : node.name,
    detail: node.detail,
    kind: symbolKinds[node.kind],
    range: toRange(coordinates, node.span),
    selectionRange: toRange(coordinates, node.nameSpan),
    children: node.children.map((child) => toSymbol(coordinates, child)),
  };
}

/** For clients that know no nesting. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], container?: string): readonly SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container === undefined ? {} : { containerName: container }) },
    ...flatSymbols(uri, children, name),
  ]);
}

export const symbolKinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  property: SymbolKind.Property,
  frame: SymbolKind.Struct,
  stage: SymbolKind.Module,
  scale: SymbolKind.Enum,
  question: SymbolKind.Variable,
  derived: SymbolKind.Function,
  indicator: SymbolKind.Interface,
  figure: SymbolKind.Number,
  test: SymbolKind.Event,
  item: SymbolKind.Field,
  category: SymbolKind.EnumMember,
  missing: SymbolKind.Null,
  group: SymbolKind.EnumMember,
};
