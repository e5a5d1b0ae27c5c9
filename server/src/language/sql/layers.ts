import type { Dialect } from './dialect';
import { type DefinedColumn, type Fragment, joined, sql } from './fragment';

/**
 * The columns a statement computes, each once for each row and in a layer above those it reads. The same definition is one
 * column, whoever asks for it.
 */
export interface Layers {
  /** A column with this definition; its name is made from the hint. A definition that is a column already stays what it is. */
  readonly define: (hint: string, definition: Fragment) => Fragment;
}

export function createLayers(dialect: Dialect): Layers {
  const byText = new Map<string, Fragment>();
  const names = new Set<string>();
  return {
    define(hint, definition) {
      const known = byText.get(definition.text);
      if (known !== undefined) return known;
      const name = freeName(names, hint);
      names.add(name);
      const layer = 1 + definition.reads.reduce((most, column) => Math.max(most, column.layer), -1);
      const reference: Fragment = { text: dialect.identifier(name).text, reads: [{ name, definition, layer }] };
      byText.set(definition.text, reference);
      byText.set(reference.text, reference);
      return reference;
    },
  };
}

/** Short enough for every system, and like no column of a table that is not ours. */
function freeName(taken: ReadonlySet<string>, hint: string): string {
  const stem =
    hint
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 40) || 'column';
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = `${stem}_${number}`;
  return name;
}

/** The layers that some pieces read, from the table up. */
export function stack(pieces: readonly Fragment[]): readonly (readonly DefinedColumn[])[] {
  const needed = new Set<DefinedColumn>();
  const waiting = pieces.flatMap(({ reads }) => reads);
  for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
    if (needed.has(column)) continue;
    needed.add(column);
    waiting.push(...column.definition.reads);
  }
  const layers: DefinedColumn[][] = [];
  for (const column of needed) {
    layers[column.layer] ??= [];
    layers[column.layer]?.push(column);
  }
  return Array.from(layers, (columns) => (columns ?? []).sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** `definition AS name` for each column of a layer. */
export function definitions(dialect: Dialect, columns: readonly DefinedColumn[]): Fragment {
  return joined(
    columns.map(({ name, definition }) => sql`${definition} AS ${dialect.identifier(name)}`),
    sql`,\n  `,
  );
}
