import { type Batch, crossSize } from './batches';
import { cellsOf } from './cells';
import type { Dialect } from './dialect';
import type { Drawing } from './drawing';
import { type Branch, cases, type Fragment, joined, listed, sql } from './fragment';
import type { Split, TabulatedValue } from './resolve';
import { type CodedColumn, codedRows } from './rows';
import type { SqlSource } from './source';
import { notAsked, stateOf, type Writer } from './value';

/**
 * The columns of every statement, in their order: which batch, the number of the group (see `crossOf`), what `among` says (0
 * kept, 1 no, 2 missing), the state of the values (below 0: missing), each value as text, the texts that tell the leaf, the
 * number of rows, the sum of weights, the sum of squared weights, and the sum of each replicate weight.
 */
export interface Shape {
  /** 1 where any batch is split, else 0. */
  readonly groups: number;
  readonly values: number;
  readonly leafTexts: number;
  readonly replicates: number;
}

export function shapeOf(batches: readonly Batch[], drawing: Drawing): Shape {
  const isDesigned = batches.some(({ designed }) => designed);
  return {
    groups: most(batches.map(({ splits }) => Math.min(1, splits.length))),
    values: most(batches.map(({ of }) => of.length)),
    leafTexts: isDesigned ? drawing.leafColumns.length : 0,
    replicates: isDesigned ? drawing.replicateColumns.length : 0,
  };
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((greatest, one) => Math.max(greatest, one), 0);
}

/** What rows are grouped by: a column of the coded rows. */
interface Keys {
  /** The number of the group in the cross of the splits. */
  readonly groups: readonly Fragment[];
  readonly among: Fragment | undefined;
  /** Codes of one category, whose state is the code itself. */
  readonly code: Fragment | undefined;
  readonly state: Fragment | undefined;
  readonly values: readonly Fragment[];
  readonly leafTexts: readonly Fragment[];
}

/** A batch, and its columns. */
interface Part {
  readonly number: number;
  readonly keys: Keys;
  readonly sums: Sums;
}

/** What is summed; without a weight everybody counts 1. */
interface Sums {
  readonly weight: { readonly weight: Fragment; readonly square: Fragment } | undefined;
  readonly replicates: readonly Fragment[];
}

export function statementOf(
  writer: Writer,
  source: SqlSource,
  batches: readonly Batch[],
  weight: Fragment | undefined,
  drawing: Drawing,
): string {
  const { dialect } = writer;
  const shape = shapeOf(batches, drawing);
  const drawn = drawnColumns(writer, source, drawing);
  const parts = batches.map((batch, number) => partOf(writer, batch, number, weight, drawn));
  const scans = dialect.many === 'union' ? parts.map((part) => [part]) : inOneScan(parts);
  const columns = parts.flatMap(columnsOf);
  const { before, rowsOf } = codedRows(dialect, source, columns);
  const selects = scans.map((scan) => selectOf(dialect, shape, scan, rowsOf));
  return sql`${before}${joined(selects, sql`\nUNION ALL\n`)}`.text;
}

interface DrawnColumns {
  readonly leafTexts: readonly Fragment[];
  readonly replicates: readonly Fragment[];
}

function drawnColumns(writer: Writer, source: SqlSource, drawing: Drawing): DrawnColumns {
  return {
    leafTexts: drawing.leafColumns.flatMap((name) => cellsOf(writer, source, name)?.text ?? []),
    replicates: drawing.replicateColumns.flatMap((name) => cellsOf(writer, source, name)?.number() ?? []),
  };
}

function partOf(
  writer: Writer,
  { of, among, splits, weighted, designed }: Batch,
  number: number,
  weight: Fragment | undefined,
  drawn: DrawnColumns,
): Part {
  const { dialect, layers } = writer;
  const kept = among === undefined ? undefined : layers.define('among', amongOf(among));
  const [first, ...others] = of;
  // Also what is the same for everybody is a column, as rows are grouped by it.
  const code = first?.kind === 'category' && others.length === 0 ? layers.define('value', first.code) : undefined;
  const state = code !== undefined || of.length === 0 ? undefined : layers.define('state', stateOfAll(of.map(stateOf)));
  const isKnown = state === undefined ? undefined : sql`${state} = 0`;
  const isWeighted = weighted && weight !== undefined && weight.reads.length > 0;
  return {
    number,
    keys: {
      groups: splits.length === 0 ? [] : [layers.define('groups', crossOf(dialect, splits))],
      among: kept,
      code,
      state,
      values: isKnown === undefined ? [] : of.map((value) => keyOf(writer, value, isKnown)),
      leafTexts: designed ? drawn.leafTexts : [],
    },
    sums: {
      weight: isWeighted
        ? { weight, square: layers.define('weight_squared', dialect.arithmetic('*', weight, weight)) }
        : undefined,
      replicates: designed ? drawn.replicates : [],
    },
  };
}

/** One number for each combination of groups: those without a group come last. `groupsIn` reads it. */
function crossOf(dialect: Dialect, splits: readonly Split[]): Fragment {
  const isSmall = crossSize(splits) < 2 ** 15;
  const codes = splits.map(({ code, ids }) => {
    const group = cases([{ when: sql`${code} < 0`, result: sql`${ids.length}` }], code);
    return { group: isSmall ? dialect.asSmall(group) : dialect.asCount(group), width: ids.length + 1 };
  });
  const [first, ...others] = codes;
  return others.reduce((cross, { group, width }) => sql`(${cross}) * ${width} + ${group}`, first?.group ?? sql`0`);
}

/** 0 kept, 1 dropped as a no, 2 dropped as missing. */
function amongOf(code: Fragment): Fragment {
  return cases([{ when: sql`${code} < 0`, result: sql`2` }], code);
}

/** A combination is not asked if a part of it was not, else it has the kind of its first missing part. */
function stateOfAll(states: readonly Fragment[]): Fragment {
  const unasked = states.map((state): Branch => ({ when: sql`${state} = ${notAsked}`, result: sql`${notAsked}` }));
  const missing = states.map((state): Branch => ({ when: sql`${state} < 0`, result: state }));
  return cases([...unasked, ...missing], sql`0`);
}

/** A value where all values are known, so that those of the others make no groups. */
function keyOf({ dialect, layers }: Writer, value: TabulatedValue, isKnown: Fragment): Fragment {
  const plain = value.kind === 'category' ? value.code : value.value;
  const none = value.kind === 'category' ? sql`0` : value.kind === 'number' ? dialect.number(0) : dialect.text('');
  return layers.define('value', cases([{ when: isKnown, result: plain }], none));
}

/** Parts of one category each, with the same splits and sums, are counted in one scan. */
function inOneScan(parts: readonly Part[]): readonly (readonly Part[])[] {
  const scans = new Map<string, Part[]>();
  for (const part of parts) {
    const { groups, among, code, leafTexts } = part.keys;
    const pieces = [...groups, ...(among === undefined ? [] : [among]), ...leafTexts].map(({ text }) => text);
    const sums = [part.sums.weight?.weight.text, part.sums.replicates.length];
    const key = code === undefined ? `${part.number}` : JSON.stringify([pieces, among?.text, sums]);
    scans.set(key, [...(scans.get(key) ?? []), part]);
  }
  return [...scans.values()];
}

function columnsOf({ keys, sums }: Part): readonly CodedColumn[] {
  const small = [keys.among, keys.code, keys.state].flatMap((piece) => piece ?? []);
  const { weight } = sums;
  const sizes = weight === undefined ? [] : [weight.weight, weight.square];
  const others = [...keys.groups, ...keys.values, ...keys.leafTexts, ...sizes, ...sums.replicates];
  return [...small.map((piece) => ({ piece, isSmall: true })), ...others.map((piece) => ({ piece, isSmall: false }))];
}

function selectOf(
  dialect: Dialect,
  shape: Shape,
  scan: readonly Part[],
  rowsOf: (columns: readonly CodedColumn[]) => Fragment,
): Fragment {
  const [part, ...others] = scan;
  if (part === undefined) return sql``;
  const columns = scan.flatMap(columnsOf);
  const isLateral = others.length > 0;
  const number = isLateral ? dialect.identifier('batch') : sql`${part.number}`;
  const code = isLateral ? dialect.identifier('code') : part.keys.code;
  const lateral = isLateral
    ? dialect.lateral(
        number,
        dialect.identifier('code'),
        scan.map((one) => ({ number: one.number, value: dialect.asSmall(one.keys.code ?? sql`0`) })),
      )
    : sql``;
  const { keys, sums } = part;
  const grouped = [
    ...(isLateral ? [number] : []),
    ...keys.groups,
    ...[keys.among, code, keys.state].flatMap((piece) => piece ?? []),
    ...keys.values,
    ...keys.leafTexts,
  ];
  const padded = (pieces: readonly Fragment[], width: number, none: Fragment): readonly Fragment[] =>
    Array.from({ length: width }, (_, at) => pieces[at] ?? none);
  const state = code === undefined ? (keys.state ?? sql`0`) : cases([{ when: sql`${code} < 0`, result: code }], sql`0`);
  const values = code === undefined ? keys.values : [code];
  const selected = [
    dialect.asCount(number),
    ...padded(keys.groups, shape.groups, sql`0`).map(dialect.asCount),
    dialect.asSmall(keys.among ?? sql`0`),
    dialect.asSmall(state),
    ...padded(values, shape.values, dialect.text('')).map(dialect.asText),
    ...padded(keys.leafTexts, shape.leafTexts, dialect.text('')).map(dialect.asText),
    ...sumsOf(dialect, sums),
    ...padded(
      sums.replicates.map((one) => sql`sum(${one})`),
      shape.replicates,
      dialect.number(0),
    ).map(dialect.asDouble),
  ];
  const named = selected.map((piece, at) => sql`${piece} AS ${dialect.identifier(`o${at}`)}`);
  const groupBy = grouped.length === 0 ? sql`` : sql` GROUP BY ${listed(grouped)}`;
  return sql`SELECT ${listed(named)} FROM ${rowsOf(columns)}${lateral}${groupBy}`;
}

/** Rows, the sum of weights, the sum of squared weights. */
function sumsOf(dialect: Dialect, { weight }: Sums): readonly Fragment[] {
  const n = dialect.asCount(sql`count(*)`);
  const all = dialect.asDouble(sql`count(*)`);
  if (weight === undefined) return [n, all, all];
  return [n, dialect.asDouble(sql`sum(${weight.weight})`), dialect.asDouble(sql`sum(${weight.square})`)];
}
