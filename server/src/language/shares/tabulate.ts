import { type MissingKind, missingKinds } from '../expression/value';
import type { BoundData } from './binding';
import { isYesNoColumn } from './columns';
import type { Drawn } from './drawn';
import type { Engine, GroupTally, TabulationRequest, TabulationResult, Tally } from './engine';
import { sumSlots } from './sum-slots';
import type { Count, ValueColumn } from './types';

/** The engine that counts in memory: one pass over coded columns. */
export function memoryEngine(bound: BoundData): Engine {
  return {
    tabulate: (request) => tabulate(bound, request),
    sample: (designed) => bound.drawn(designed).sample,
    weighted: bound.weighted,
    designed: bound.designed,
  };
}

function tabulate(bound: BoundData, request: TabulationRequest): TabulationResult {
  const columns = request.of.map((operand) => bound.operand(operand));
  const splits = request.by.map((name) => bound.column(name));
  const among = request.among === undefined ? undefined : bound.operand(request.among);
  if (!columns.every(isPresent) || !splits.every(isPresent)) return { kind: 'none', reason: 'column_missing' };
  if (request.among !== undefined && among === undefined) return { kind: 'none', reason: 'column_missing' };
  if (among !== undefined && !(among.kind === 'category' && isYesNoColumn(among)))
    return { kind: 'none', reason: 'definition_broken' };
  if (request.weighted && bound.weights === undefined) return { kind: 'none', reason: 'column_missing' };
  const values = codeValues(columns, bound.rows);
  const groups = codeGroups(splits, bound.rows);
  if (groups === undefined) return { kind: 'none', reason: 'definition_broken' };
  const kept = among?.kind === 'category' ? among.codes : undefined;
  const weights = request.weighted ? bound.weights : undefined;
  return { kind: 'tabulation', groups: tally(values, groups, { kept, weights, ...bound.drawn(request.designed) }, bound.rows) };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The distinct values of the rows, and for each row which it has: `-1 - k` for the k-th of `missingKinds`. */
interface CodedValues {
  readonly codes: ArrayLike<number>;
  readonly values: readonly (readonly (string | number)[])[];
}

function codeValues(columns: readonly ValueColumn[], rows: number): CodedValues {
  const [first, ...others] = columns.map((column) => codeColumn(column, rows));
  if (first === undefined) return { codes: new Int32Array(rows), values: [[]] };
  return others.reduce((joined, next) => joinValues(joined, next, rows), first);
}

function codeColumn(column: ValueColumn, rows: number): CodedValues {
  if (column.kind === 'category') return { codes: column.codes, values: column.ids.map((id) => [id]) };
  const source: ArrayLike<string | number> = column.kind === 'number' ? column.numbers : column.texts;
  const indexOf = new Map<string | number, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const missing = column.missing[row] ?? 0;
    codes[row] = missing > 0 ? -missing : place(indexOf, source[row] ?? '');
  }
  return { codes, values: [...indexOf.keys()].map((value) => [value]) };
}

function place<T>(indexOf: Map<T, number>, value: T): number {
  const found = indexOf.get(value);
  if (found !== undefined) return found;
  indexOf.set(value, indexOf.size);
  return indexOf.size - 1;
}

/** A combination is not asked if a part of it was not, else it has the kind of its first missing part. */
function joinValues(left: CodedValues, right: CodedValues, rows: number): CodedValues {
  const notAsked = -1 - missingKinds.indexOf('not_asked');
  const width = right.values.length;
  const indexOf = new Map<number, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const a = left.codes[row] ?? 0;
    const b = right.codes[row] ?? 0;
    if (a === notAsked || b === notAsked) codes[row] = notAsked;
    else if (a < 0 || b < 0) codes[row] = a < 0 ? a : b;
    else codes[row] = place(indexOf, a * width + b);
  }
  const values = [...indexOf.keys()].map((pair) => [
    ...(left.values[Math.floor(pair / width)] ?? []),
    ...(right.values[pair % width] ?? []),
  ]);
  return { codes, values };
}

interface CodedGroups {
  /** Absent where nothing splits the rows. */
  readonly codes?: Int32Array;
  readonly ids: readonly (readonly string[])[];
}

/** Groups of a split or a crossing, in the order of their scales, `missing` last. `undefined` for what is no category. */
function codeGroups(columns: readonly ValueColumn[], rows: number): CodedGroups | undefined {
  let ids: readonly (readonly string[])[] = [[]];
  if (columns.length === 0) return { ids };
  const codes = new Int32Array(rows);
  for (const column of columns) {
    if (column.kind !== 'category') return undefined;
    const width = column.ids.length + 1;
    for (let row = 0; row < rows; row++) {
      const code = column.codes[row] ?? -1;
      codes[row] = (codes[row] ?? 0) * width + (code < 0 ? width - 1 : code);
    }
    ids = ids.flatMap((before) => [...column.ids, 'missing'].map((id) => [...before, id]));
  }
  return { codes, ids };
}

const kinds = missingKinds.length;

/** What the sums are made with. */
interface Counted extends Drawn {
  /** Of each row: 0 where `among` is yes. Absent: all are kept. */
  readonly kept: Int16Array | undefined;
  /** Absent: every row counts 1. */
  readonly weights: Float64Array | undefined;
}

/** For each group: its values, then the missing kinds, then those `among` drops (no, missing). */
function tally(values: CodedValues, groups: CodedGroups, counted: Counted, rows: number): readonly GroupTally[] {
  const width = values.values.length + kinds + 2;
  const slots = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const among = counted.kept === undefined ? 0 : (counted.kept[row] ?? -1);
    const value = values.codes[row] ?? -1;
    const slot = among === 0 ? (value < 0 ? values.values.length - 1 - value : value) : width - (among > 0 ? 2 : 1);
    slots[row] = (groups.codes?.[row] ?? 0) * width + slot;
  }
  const read = sumSlots(slots, groups.ids.length * width, counted);
  return groups.ids
    .map((ids, group) => readGroup(ids, values.values, (slot) => read(group * width + slot)))
    .filter(isInhabited);
}

function readGroup(
  groups: readonly string[],
  values: readonly (readonly (string | number)[])[],
  read: (slot: number) => Tally,
): GroupTally {
  const known = values.map((value, slot) => ({ values: value, ...read(slot) })).filter((one) => one.n > 0);
  const missing = missingKinds
    .map((kind: MissingKind, index) => ({ kind, ...read(values.length + index) }))
    .filter((one) => one.n > 0);
  const amongNo = plainCount(read(values.length + kinds));
  const amongMissing = plainCount(read(values.length + kinds + 1));
  return { groups, known, missing, amongNo, amongMissing };
}

function plainCount({ n, weighted }: Tally): Count {
  return { n, weighted };
}

function isInhabited(group: GroupTally): boolean {
  return group.known.length > 0 || group.missing.length > 0 || group.amongNo.n > 0 || group.amongMissing.n > 0;
}
