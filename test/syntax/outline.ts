import type { FileSyntax, SyntaxNode } from '../../server/src/language/syntax';

/** A file as its entries: `|` between top-level keys, `>` in front of members. */
export function outline(file: FileSyntax): string {
  return file.entries
    .map(({ entry }, at) => {
      const pairs = entry.root.pairs.map((pair) => `${pair.key.text}: ${show(pair.value)}`).join(' + ');
      if (entry.role === 'member') return pairs === '' ? '' : ` > ${pairs}`;
      const next = file.entries[at + 1]?.entry.role;
      return (at === 0 ? '' : ' | ') + (next === 'member' ? pairs.replace(/: $/, '') : pairs);
    })
    .join('');
}

export function show(node: SyntaxNode): string {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(show).join(', ')}]`;
    case 'map':
      return `{${node.pairs.map((pair) => `${pair.key.text}: ${show(pair.value)}`).join(', ')}}`;
  }
}
