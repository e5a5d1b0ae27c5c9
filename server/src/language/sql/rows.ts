import type { Dialect } from './dialect';
import { type DefinedColumn, type Fragment, joined, listed, sql } from './fragment';
import { definitions, stack } from './layers';
import type { SqlSource } from './source';

/** Rows with the columns that some pieces read, as one subquery within the other; each hands on what is read above it. */
export function nestedRows(dialect: Dialect, source: SqlSource, pieces: readonly Fragment[]): Fragment {
  const [cells = [], ...others] = stack(pieces);
  const above = others.map((_, at) => readAbove(others.slice(at + 1), pieces, at + 1));
  const first = firstLayer(dialect, source, definitions(dialect, cells));
  return others.reduce(
    (below, columns, at) => {
      const kept = (above[at] ?? []).map(({ name }) => dialect.identifier(name));
      return sql`(SELECT ${listed([...kept, definitions(dialect, columns)])} FROM ${below}) AS ${layerName(dialect, at + 1)}`;
    },
    sql`(${first}) AS ${layerName(dialect, 0)}`,
  );
}

/** Columns from below a layer that the layers above it, or the pieces, read. */
function readAbove(
  above: readonly (readonly DefinedColumn[])[],
  pieces: readonly Fragment[],
  layer: number,
): readonly DefinedColumn[] {
  const reads = [...pieces, ...above.flat().map(({ definition }) => definition)].flatMap((piece) => piece.reads);
  return [...new Set(reads)].filter((column) => column.layer < layer);
}

/** A column of the rows that are counted. */
export interface CodedColumn {
  readonly piece: Fragment;
  /** Whether it holds codes, which are kept in 16 bits. */
  readonly isSmall: boolean;
}

export interface CodedRows {
  /** What stands before the first select. */
  readonly before: Fragment;
  /** What stands after FROM where these columns are read. */
  readonly rowsOf: (columns: readonly CodedColumn[]) => Fragment;
}

/**
 * The rows that all selects count. As common table expressions they are coded once, and the last one holds the columns that are
 * counted and no others; as subqueries each select has its own, with what it reads.
 */
export function codedRows(dialect: Dialect, source: SqlSource, columns: readonly CodedColumn[]): CodedRows {
  if (dialect.layers === 'nested') {
    return {
      before: sql``,
      rowsOf: (read) =>
        nestedRows(
          dialect,
          source,
          read.map(({ piece }) => piece),
        ),
    };
  }
  const [cells = [], ...others] = stack(columns.map(({ piece }) => piece));
  const layers = [
    sql`${layerName(dialect, 0)} AS (\n  ${firstLayer(dialect, source, definitions(dialect, cells))}\n)`,
    ...others.map(
      (above, at) =>
        sql`${layerName(dialect, at + 1)} AS (\n  SELECT *,\n  ${definitions(dialect, above)}\n  FROM ${layerName(dialect, at)}\n)`,
    ),
  ];
  const named = new Map(
    columns.map(({ piece, isSmall }) => [piece.text, isSmall ? sql`${dialect.asSmall(piece)} AS ${piece}` : piece] as const),
  );
  const last = named.size === 0 ? sql`1 AS one` : listed([...named.values()]);
  const coded = sql`coded${dialect.materialized}(\n  SELECT ${last}\n  FROM ${layerName(dialect, others.length)}\n)`;
  return { before: sql`WITH ${joined([...layers, coded], sql`,\n`)}\n`, rowsOf: () => sql`coded` };
}

/** A table without a column to read still has rows. */
function firstLayer(dialect: Dialect, source: SqlSource, columns: Fragment): Fragment {
  return sql`SELECT ${columns.text === '' ? sql`1 AS one` : columns}\n  FROM ${tableName(dialect, source)} AS answers`;
}

function tableName(dialect: Dialect, source: SqlSource): Fragment {
  return joined(source.table.map(dialect.identifier), sql`.`);
}

function layerName(dialect: Dialect, layer: number): Fragment {
  return dialect.identifier(layer === 0 ? 'cells' : `layer_${layer}`);
}
