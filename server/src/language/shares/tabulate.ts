import { rememberedByText } from '../text/remember';
import type { BoundData } from './binding';
import { isYesNoColumn } from './columns';
import type { Engine, Operand, TabulationRequest, TabulationResult } from './engine';
import { type Way, wayOf } from './frames';
import { type Measured, measuredOf } from './measured';
import { type Found, type MemoryEngineOptions, type Need, sumAll } from './passes';
import { splitOf } from './splits';
import { type Dropped, type Sums, tabulationOf } from './tallies';

/** The engine that counts in memory: rows are gone over once for all requests that have weights, design and `among` in common. */
export function memoryEngine(bound: BoundData, options: MemoryEngineOptions = {}): Engine {
  const tabulateAll = (requests: readonly TabulationRequest[]) => tabulateRequests(bound, requests, options);
  return {
    tabulate: (request) => tabulateAll([request])[0] ?? { kind: 'none', reason: 'definition_broken' },
    tabulateAll,
    sample: (designed) => bound.drawn(designed).sample,
    weighted: bound.weighted,
    designed: bound.designed,
  };
}

function tabulateRequests(
  bound: BoundData,
  requests: readonly TabulationRequest[],
  options: MemoryEngineOptions,
): readonly TabulationResult[] {
  const columns = columnsOf(bound);
  const prepared = requests.map((request) => prepare(bound, columns, request));
  const needs = prepared.flatMap((one) =>
    one.kind === 'none' ? [] : one.dropped === undefined ? one.own : [one.own, one.dropped],
  );
  const found = sumAll(bound, needs, options);
  return prepared.map((one) => (one.kind === 'none' ? one : resultOf(one, found)));
}

/** What the requests of a batch read: each is looked for once. */
interface Columns {
  /** What operands come to; `undefined` where a column is not there. */
  readonly measured: (of: readonly Operand[]) => Measured | undefined;
  /** `undefined` where a column is not there. */
  readonly way: (by: readonly string[]) => Way | 'no_categories' | undefined;
}

function columnsOf(bound: BoundData): Columns {
  const measured = new Map<readonly Operand[], Measured | undefined>();
  const ways = rememberedByText((names: string): ReturnType<Columns['way']> => {
    const columns = names === '' ? [] : names.split('\n').map((name) => bound.column(name));
    const splits = columns.map((column) => column && splitOf(column));
    if (columns.some((column) => column === undefined)) return undefined;
    const known = splits.filter((split) => split !== undefined);
    return known.length < splits.length ? 'no_categories' : wayOf(known);
  });
  return {
    measured(of) {
      if (!measured.has(of)) {
        const columns = of.flatMap((operand) => bound.operand(operand) ?? []);
        measured.set(of, columns.length < of.length ? undefined : measuredOf(columns, bound.rows));
      }
      return measured.get(of);
    },
    way: (by) => ways(by.join('\n')),
  };
}

interface Ready {
  readonly kind: 'ready';
  readonly own: Need;
  /** Those that `among` drops are counted as well. */
  readonly dropped: Need | undefined;
}

/** The columns of a request, or why it can't be tallied. */
function prepare(
  bound: BoundData,
  columns: Columns,
  request: TabulationRequest,
): Ready | Extract<TabulationResult, { kind: 'none' }> {
  const measured = columns.measured(request.of);
  const way = columns.way(request.by);
  const among = request.among === undefined ? undefined : bound.operand(request.among);
  if (measured === undefined || way === undefined) return { kind: 'none', reason: 'column_missing' };
  if (request.among !== undefined && among === undefined) return { kind: 'none', reason: 'column_missing' };
  const condition = among?.kind === 'category' && isYesNoColumn(among) ? among : undefined;
  if (among !== undefined && condition === undefined) return { kind: 'none', reason: 'definition_broken' };
  if (request.weighted && bound.weights === undefined) return { kind: 'none', reason: 'column_missing' };
  if (way === 'no_categories') return { kind: 'none', reason: 'definition_broken' };
  const weighted = request.weighted && bound.weighted;
  const dropped =
    condition === undefined
      ? undefined
      : { measured: measuredOf([condition], bound.rows), way, among: undefined, weighted, designed: false };
  return { kind: 'ready', own: { measured, way, among: condition, weighted, designed: request.designed }, dropped };
}

function resultOf({ own, dropped }: Ready, found: ReadonlyMap<Need, Found>): TabulationResult {
  const sums = found.get(own);
  const those = dropped === undefined ? undefined : found.get(dropped)?.sums;
  if (sums === undefined) return { kind: 'none', reason: 'definition_broken' };
  return tabulationOf(sums.sums, those && droppedIn(those), sums.dense);
}

function droppedIn({ values, missing, at }: Sums): Dropped {
  const no = values.findIndex(([value]) => value === 'no');
  return {
    no: (group) => (no < 0 ? { n: 0, weighted: 0 } : countOf(at(group, no))),
    missing: (group) =>
      missing
        .map((_, slot) => at(group, values.length + slot))
        .reduce((all, one) => ({ n: all.n + one.n, weighted: all.weighted + one.weighted }), { n: 0, weighted: 0 }),
  };
}

function countOf({ n, weighted }: { readonly n: number; readonly weighted: number }) {
  return { n, weighted };
}
