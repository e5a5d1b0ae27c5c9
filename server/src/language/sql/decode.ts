import { addTallies, nobody, type Tally } from '../estimation/tally';
import { missingKinds } from '../expression/value';
import type { GroupTally } from '../shares/engine';
import type { Batch, Resolved } from './batches';
import type { Drawing } from './drawing';
import type { Split } from './resolve';
import { type Shape, shapeOf } from './statement';

/** One row of the result, in the order of its columns. Whole numbers may come as texts or as bigints. */
export type SqlRow = readonly unknown[];

/** The groups of each request, as the engine in memory has them. Numbers and texts stand in ascending order. */
export function decodeView(
  batches: readonly Batch[],
  rows: readonly SqlRow[],
  drawing: Drawing,
): ReadonlyMap<number, readonly GroupTally[]> {
  const shape = shapeOf(batches, drawing);
  const ofBatch = batches.map((): CountedRow[] => []);
  for (const row of rows) {
    const counted = countedRow(row, shape);
    if (counted.n > 0) ofBatch[counted.batch]?.push(counted);
  }
  return new Map(
    batches.flatMap((batch, at) =>
      batch.requests.map((request) => [request.at, groupsOf(batch, request, ofBatch[at] ?? [], drawing)] as const),
    ),
  );
}

interface CountedRow {
  readonly batch: number;
  /** The number of the group in the cross of the batch's splits. */
  readonly group: number;
  readonly among: number;
  readonly state: number;
  readonly values: readonly string[];
  readonly leaf: readonly string[];
  readonly n: number;
  readonly weighted: number;
  /** Rows of positive weight. */
  readonly positive: number;
  readonly squares: number;
  readonly replicates: readonly number[];
}

function countedRow(row: SqlRow, shape: Shape): CountedRow {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return row.slice(at - count, at);
  };
  const [batch] = take(1);
  const [group = 0] = take(shape.groups).map(Number);
  const [among, state] = take(2);
  const values = take(shape.values).map(String);
  const leaf = take(shape.leafTexts).map(String);
  const [n, weighted, squares] = take(3).map(Number);
  return {
    batch: Number(batch),
    group,
    among: Number(among),
    state: Number(state),
    values,
    leaf,
    n: n ?? 0,
    weighted: weighted ?? 0,
    positive: n ?? 0,
    squares: squares ?? 0,
    replicates: take(shape.replicates).map(Number),
  };
}

/** The rows of one group of a request, by what they are. */
interface Group {
  readonly known: Map<string, CountedRow[]>;
  readonly missing: Map<number, CountedRow[]>;
  readonly amongNo: CountedRow[];
  readonly amongMissing: CountedRow[];
}

function groupsOf(batch: Batch, request: Resolved, rows: readonly CountedRow[], drawing: Drawing): readonly GroupTally[] {
  const places = request.by.map(({ code }) => batch.splits.findIndex((split) => split.code.text === code.text));
  const groups = new Map<number, Group>();
  for (const row of rows) {
    const codes = groupsIn(batch, row.group);
    const number = request.by.reduce((before, { ids }, at) => before * (ids.length + 1) + (codes[places[at] ?? 0] ?? 0), 0);
    const group = groups.get(number) ?? { known: new Map(), missing: new Map(), amongNo: [], amongMissing: [] };
    groups.set(number, group);
    const isWeightless = batch.tellsWeightless && codes.at(-1) === 1;
    addRow(group, isWeightless ? { ...row, positive: 0 } : row, batch.of.length);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([number, group]) => groupTally(batch, groupIds(request, number), group, drawing));
}

function addRow({ known, missing, amongNo, amongMissing }: Group, row: CountedRow, operands: number): void {
  if (row.among !== 0) (row.among === 1 ? amongNo : amongMissing).push(row);
  else if (row.state < 0) put(missing, row.state, row);
  else put(known, JSON.stringify(row.values.slice(0, operands)), row);
}

function put<K>(map: Map<K, CountedRow[]>, key: K, row: CountedRow): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

/** The place of a group in each split, from its number in their cross; those without a group have the place after the last. */
function groupsIn({ splits }: { readonly splits: readonly Split[] }, number: number): readonly number[] {
  let rest = number;
  return [...splits]
    .reverse()
    .map(({ ids }) => {
      const at = rest % (ids.length + 1);
      rest = Math.floor(rest / (ids.length + 1));
      return at;
    })
    .reverse();
}

function groupIds({ by }: Resolved, number: number): readonly string[] {
  return groupsIn({ splits: by }, number).map((at, split) => by[split]?.ids[at] ?? 'missing');
}

function groupTally(batch: Batch, groups: readonly string[], group: Group, drawing: Drawing): GroupTally {
  const tally = (rows: readonly CountedRow[]) => tallyOf(rows, batch.designed ? drawing : undefined);
  const known = [...group.known.values()].map((rows) => ({ values: valuesOf(batch, rows[0]?.values ?? []), rows }));
  const missing = missingKinds.flatMap((kind, at) => {
    const rows = group.missing.get(-1 - at);
    return rows === undefined ? [] : [{ kind, ...tally(rows) }];
  });
  return {
    groups,
    known: merged(known).map(({ values, rows }) => ({ values: values.map(({ value }) => value), ...tally(rows) })),
    missing,
    amongNo: plainCount(tally(group.amongNo)),
    amongMissing: plainCount(tally(group.amongMissing)),
  };
}

interface OrderedValue {
  readonly value: string | number;
  /** Categories in the order of their scale, numbers by size, texts by their characters. */
  readonly order: string | number;
}

interface KnownRows {
  readonly values: readonly OrderedValue[];
  readonly rows: readonly CountedRow[];
}

function valuesOf(batch: Batch, texts: readonly string[]): readonly OrderedValue[] {
  return batch.of.map((of, at): OrderedValue => {
    const text = texts[at] ?? '';
    if (of.kind === 'category') return { value: of.ids[Number(text)] ?? '', order: Number(text) };
    // There is one zero.
    const value = of.kind === 'number' ? Number(text) + 0 : text;
    return { value, order: value };
  });
}

/** In order; values that are written in two ways, such as -0, are one. */
function merged(known: readonly KnownRows[]): readonly KnownRows[] {
  const sorted = [...known].sort((a, b) => compareValues(a.values, b.values));
  const distinct: KnownRows[] = [];
  for (const one of sorted) {
    const last = distinct.at(-1);
    if (last !== undefined && compareValues(last.values, one.values) === 0)
      distinct[distinct.length - 1] = { ...last, rows: [...last.rows, ...one.rows] };
    else distinct.push(one);
  }
  return distinct;
}

function compareValues(a: readonly OrderedValue[], b: readonly OrderedValue[]): number {
  for (const [at, { order }] of a.entries()) {
    const other = b[at]?.order ?? order;
    if (order !== other) return order < other ? -1 : 1;
  }
  return 0;
}

function plainCount({ n, weighted }: Tally): { readonly n: number; readonly weighted: number } {
  return { n, weighted };
}

function tallyOf(rows: readonly CountedRow[], drawing: Drawing | undefined): Tally {
  if (rows.length === 0) return nobody;
  return addTallies(rows.map((row) => rowTally(row, drawing)));
}

function rowTally({ n, weighted, positive, squares, leaf, replicates }: CountedRow, drawing: Drawing | undefined): Tally {
  const isAny = positive > 0;
  return {
    n,
    weighted,
    units: {
      leaf: Uint32Array.from(isAny ? [drawing === undefined ? 0 : drawing.leafOf(leaf)] : []),
      n: Float64Array.from(isAny ? [positive] : []),
      weighted: Float64Array.from(isAny ? [weighted] : []),
      squares: Float64Array.from(isAny ? [squares] : []),
    },
    replicates: Float64Array.from(drawing === undefined ? [] : replicates),
  };
}
