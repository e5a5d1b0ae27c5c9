import type { BoundData } from './binding';
import { isYesNoColumn } from './columns';
import type { Engine, TabulationRequest, TabulationResult } from './engine';
import { measuredOf } from './measured';
import { type MemoryEngineOptions, type Need, type SumsOf, sumAll } from './passes';
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
  const prepared = requests.map((request) => prepare(bound, request));
  const needs = prepared.flatMap((one) => (one.kind === 'ready' ? neededBy(one) : []));
  const sums = sumAll(bound, needs, options);
  return prepared.map((one) => (one.kind === 'ready' ? resultOf(one, sums) : one));
}

interface Ready extends Need {
  readonly kind: 'ready';
}

/** The columns of a request, or why it can't be tallied. */
function prepare(bound: BoundData, request: TabulationRequest): Ready | Extract<TabulationResult, { kind: 'none' }> {
  const columns = request.of.flatMap((operand) => bound.operand(operand) ?? []);
  const by = request.by.flatMap((name) => bound.column(name) ?? []);
  const among = request.among === undefined ? undefined : bound.operand(request.among);
  const isLacking =
    columns.length < request.of.length || by.length < request.by.length || (request.among !== undefined && among === undefined);
  if (isLacking) return { kind: 'none', reason: 'column_missing' };
  const isCondition = among?.kind === 'category' && isYesNoColumn(among);
  if (among !== undefined && !isCondition) return { kind: 'none', reason: 'definition_broken' };
  if (request.weighted && bound.weights === undefined) return { kind: 'none', reason: 'column_missing' };
  const splits = by.flatMap((column) => splitOf(column) ?? []);
  if (splits.length < by.length) return { kind: 'none', reason: 'definition_broken' };
  return {
    kind: 'ready',
    measured: measuredOf(columns, bound.rows),
    splits,
    among: isCondition ? among : undefined,
    weighted: request.weighted && bound.weighted,
    designed: request.designed,
  };
}

/** Those that `among` drops are counted as well. */
function neededBy(request: Ready): readonly Need[] {
  const dropped = droppedBy(request);
  return dropped === undefined ? [request] : [request, dropped];
}

function droppedBy({ among, splits, weighted }: Ready): Need | undefined {
  if (among === undefined) return undefined;
  return { measured: measuredOf([among], 0), splits, among: undefined, weighted, designed: false };
}

function resultOf(request: Ready, sumsOf: SumsOf): TabulationResult {
  const found = sumsOf(request);
  const dropping = droppedBy(request);
  const dropped = dropping === undefined ? undefined : sumsOf(dropping)?.sums;
  if (found === undefined) return { kind: 'none', reason: 'definition_broken' };
  return tabulationOf(found.sums, dropped && droppedIn(dropped), found.dense);
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
