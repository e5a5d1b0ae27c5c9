import type { CST } from 'yaml';

/** Where a token stands: as the key of a pair or not, and in the column of which block map. */
interface TokenParent {
  readonly key: boolean;
  /** Column of the block map around it, if there is one. */
  readonly mapIndent: number | undefined;
  /** Inside brackets. */
  readonly flow: boolean;
}

const inBlock: TokenParent = { key: false, mapIndent: undefined, flow: false };
const inBrackets: TokenParent = { ...inBlock, flow: true };

/** A token and where it stands. */
export interface PlacedToken {
  readonly token: CST.Token;
  readonly parent: TokenParent;
}

/** What the parser makes of a text, and the same in one row. */
export interface Tokens {
  readonly top: readonly CST.Token[];
  readonly inOrder: readonly PlacedToken[];
}

/** Every token in the order of the source, brackets, comments and line ends included. Iterative: nesting may be deep. */
export function inOrder(tokens: readonly CST.Token[]): readonly PlacedToken[] {
  const open: PlacedToken[] = [];
  const put = (list: readonly CST.Token[], parent: TokenParent) => {
    for (let at = list.length - 1; at >= 0; at--) {
      const token = list[at];
      if (token !== undefined) open.push({ token, parent });
    }
  };
  put(tokens, inBlock);
  const found: PlacedToken[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    const parts = partsOf(next.token);
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at];
      if (part !== undefined) put(part.tokens, part.parent);
    }
  }
  return found;
}

interface Part {
  readonly tokens: readonly CST.Token[];
  readonly parent: TokenParent;
}

function partsOf(token: CST.Token): readonly Part[] {
  switch (token.type) {
    case 'document':
      return [inside(token.start), inside(one(token.value)), inside(token.end ?? [])];
    case 'scalar':
    case 'alias':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'doc-end':
      return [inside(token.end ?? [])];
    case 'block-scalar':
      return [inside(token.props)];
    case 'block-map':
      return token.items.flatMap((item) => itemParts(item, inBlock, token.indent));
    case 'block-seq':
      return token.items.flatMap((item) => itemParts(item, inBlock));
    case 'flow-collection':
      return [inside([token.start]), ...token.items.flatMap((item) => itemParts(item, inBrackets)), inside(token.end)];
    default:
      return [];
  }
}

function itemParts(item: CST.CollectionItem, parent: TokenParent, mapIndent?: number): readonly Part[] {
  const key = { tokens: one(item.key), parent: { ...parent, key: true, mapIndent } };
  return [inside(item.start), key, inside(item.sep ?? []), { tokens: one(item.value), parent }];
}

function inside(tokens: readonly CST.Token[]): Part {
  return { tokens, parent: inBlock };
}

function one(token: CST.Token | null | undefined): readonly CST.Token[] {
  return token === undefined || token === null ? [] : [token];
}
