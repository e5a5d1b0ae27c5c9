import type { Codebook } from '../model/codebook';
import { columnsOfDesign } from '../model/data-columns';
import type { DesignDeclaration, ReplicateDeclaration } from '../model/declarations';
import { type Drawn, drawnAlone } from '../shares/drawn';
import { brokenDesign } from '../shares/drawn-by-design';
import { replicateSample } from '../shares/drawn-replicates';
import { drawnInStages } from '../shares/drawn-stages';
import { rankOfProducts } from '../shares/replicate-rank';
import type { DataTable, TextColumn } from '../shares/types';
import { cellsOf } from './cells';
import type { SqlRow } from './decode';
import type { Dialect } from './dialect';
import { type Drawing, oneLeaf } from './drawing';
import { cases, type Fragment, listed, sql } from './fragment';
import { createLayers } from './layers';
import { codedRows } from './rows';
import type { SqlSource } from './source';
import type { Writer } from './value';

/** How the respondents of a table were drawn, and what tells it in statements. */
export interface DrawnSource {
  readonly rows: number;
  /** By the declared design, or each by itself. */
  readonly sample: (designed: boolean) => Drawn['sample'];
  /** A design is declared that the data do not fit, so that no standard error can be told. */
  readonly isBroken: boolean;
  readonly drawing: Drawing;
}

/** One statement that tells how the respondents were drawn, and what its rows say. */
export interface SampleView {
  readonly statement: string;
  readonly decode: (rows: readonly SqlRow[]) => DrawnSource;
}

/**
 * Compiles the declared design to one statement. It returns each combination of strata, sampling units and populations with its
 * respondents (of replicate weights, the sums of their products), from which the very functions that read a table in memory make
 * the sample.
 */
export function compileSample({ data }: Codebook, source: SqlSource, dialect: Dialect): SampleView {
  const writer = { dialect, layers: createLayers(dialect) };
  const design = data?.design;
  const named = design === undefined ? [] : columnsOfDesign(design);
  if (design === undefined || named.length === 0) return counted(writer, source, (rows) => drawnAlone(rows, design?.lonePsu));
  if (named.some(({ text }) => !source.columns.has(text))) return counted(writer, source, () => brokenDesign);
  return design.replicate === undefined ? inStages(writer, source, design) : byReplicates(writer, source, design.replicate);
}

/** Nothing but the number of rows is asked. */
function counted(writer: Writer, source: SqlSource, drawnOf: (rows: number) => Drawn): SampleView {
  const { before, rowsOf } = codedRows(writer.dialect, source, []);
  const count = writer.dialect.asCount(sql`count(*)`);
  return {
    statement: sql`${before}SELECT ${count} AS times FROM ${rowsOf([])}`.text,
    decode: ([row]) => drawnSource(Number(row?.[0] ?? 0), drawnOf(Number(row?.[0] ?? 0)), oneLeaf),
  };
}

function drawnSource(rows: number, drawn: Drawn, drawing: Drawing): DrawnSource {
  const isBroken = drawn.isBroken === true;
  return {
    rows,
    sample: (designed) => (designed ? drawn : drawnAlone(rows)).sample,
    isBroken,
    drawing: isBroken ? oneLeaf : drawing,
  };
}

function inStages(writer: Writer, source: SqlSource, design: DesignDeclaration): SampleView {
  // Stages without a population say nothing, but for the first.
  const stages = Math.max(1, design.fpc.length);
  const used = (columns: DesignDeclaration['strata']) => columns.slice(0, stages).map(({ text }) => text);
  const leafColumns = [...new Set([...used(design.strata), ...used(design.psu)])];
  const names = [...new Set([...leafColumns, ...used(design.fpc)])];
  const texts = names.flatMap((name) => cellsOf(writer, source, name)?.text ?? []);
  const columns = texts.map((piece) => ({ piece, isSmall: false }));
  const { before, rowsOf } = codedRows(writer.dialect, source, columns);
  const count = writer.dialect.asCount(sql`count(*)`);
  return {
    statement: sql`${before}SELECT ${listed(texts)}, ${count} AS times FROM ${rowsOf(columns)} GROUP BY ${listed(texts)}`.text,
    decode(rows) {
      const table = tableOfGroups(names, rows, source.decimal);
      const drawn = drawnInStages(design, table).drawn ?? brokenDesign;
      const leaves = new Map<string, number>();
      let at = 0;
      for (const row of rows) {
        leaves.set(JSON.stringify(row.slice(0, leafColumns.length).map(String)), drawn.leafOf?.[at] ?? 0);
        at += Number(row[names.length]);
      }
      const leafOf = (key: readonly string[]) => leaves.get(JSON.stringify(key)) ?? 0;
      return drawnSource(table.rows, drawn, { leafColumns, leafOf, replicateColumns: [] });
    },
  };
}

/** A table with a row for each respondent of each group, so that it says the same as the whole table. */
function tableOfGroups(names: readonly string[], groups: readonly SqlRow[], decimal: '.' | ','): DataTable {
  const times = groups.map((group) => Number(group[names.length]));
  const rows = times.reduce((sum, count) => sum + count, 0);
  const columns = names.map((name, at): TextColumn => {
    const numberOf = new Map<string, number>();
    const codes = new Uint32Array(rows);
    let row = 0;
    for (const [group, cells] of groups.entries()) {
      const text = String(cells[at]);
      const code = numberOf.get(text) ?? numberOf.size;
      numberOf.set(text, code);
      codes.fill(code, row, row + (times[group] ?? 0));
      row += times[group] ?? 0;
    }
    return { kind: 'codes', name, dictionary: [...numberOf.keys()], codes };
  });
  const byName = new Map(columns.map((column) => [column.name, column]));
  return { file: '', rows, columns: byName, delimiter: ',', decimal, encoding: 'utf-8' };
}

function byReplicates(writer: Writer, source: SqlSource, declared: ReplicateDeclaration): SampleView {
  const { dialect } = writer;
  const replicateColumns = declared.columns.map(({ text }) => text);
  const weights = replicateColumns.flatMap((name) => cellsOf(writer, source, name)?.number() ?? []);
  const columns = weights.map((piece) => ({ piece, isSmall: false }));
  const { before, rowsOf } = codedRows(dialect, source, columns);
  const isBad = weights.map((weight) => sql`NOT ${dialect.isFinite(weight)}`);
  const bad = isBad.map((when) => dialect.asCount(sql`sum(${cases([{ when, result: sql`1` }], sql`0`)})`));
  const products = declared.df === undefined ? productsOf(dialect, weights) : [];
  const selected = [dialect.asCount(sql`count(*)`), ...bad, ...products];
  const named = selected.map((piece, at) => sql`${piece} AS ${dialect.identifier(`o${at}`)}`);
  return {
    statement: sql`${before}SELECT ${listed(named)} FROM ${rowsOf(columns)}`.text,
    decode([row = []]) {
      const numbers = row.map(Number);
      const faults = numbers.slice(1, 1 + weights.length);
      const sums = numbers.slice(1 + weights.length);
      const sample = faults.some((count) => count > 0)
        ? undefined
        : replicateSample(declared, weights.length, () => rankOfProducts(squared(sums, weights.length)));
      const drawn = sample === undefined ? brokenDesign : { sample, replicateWeights: [] };
      return drawnSource(numbers[0] ?? 0, drawn, { ...oneLeaf, replicateColumns });
    },
  };
}

/** The sums of the products of each two columns, each pair once. */
function productsOf(dialect: Dialect, weights: readonly Fragment[]): readonly Fragment[] {
  return weights.flatMap((one, at) =>
    weights.slice(at).map((other) => dialect.asDouble(sql`sum(${dialect.arithmetic('*', one, other)})`)),
  );
}

/** By column, its products with those from itself on, at their places. */
function squared(sums: readonly number[], width: number): readonly Float64Array[] {
  let taken = 0;
  return Array.from({ length: width }, (_, at) => {
    const row = new Float64Array(width);
    row.set(sums.slice(taken, taken + width - at), at);
    taken += width - at;
    return row;
  });
}
