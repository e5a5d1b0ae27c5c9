import { holm } from '../../estimation';
import type { Codebook } from '../../model/codebook';
import { present } from '../../model/fields';
import type { Asked } from '../asked';
import type { Plan } from '../plan';
import type { TablePlan } from '../plan-requests';
import type { Shares } from '../shares';
import { type SubjectName, tablePlans } from '../tables';
import type { Cell, ShareTable, TableLabel } from '../types';
import { waveDifference } from './differences';
import { concerns, roundDisparities, tableDisparities } from './disparities';
import { keyOf, numbersOf } from './numbers';
import { waveId } from './period';
import { type Stack, stackOf } from './stack';
import type { Disparity, OneRoundOnly, WaveComparison, WaveDifference, WaveTable } from './types';

/** One round with what is asked of it. Its cells are those of its tables, so that what is suppressed there is here. */
export interface Round {
  readonly shares: Pick<Shares, 'bound' | 'tablesAsked'>;
  readonly asked: Asked;
}

/**
 * The changes of some subjects, which both rounds declare, under the splits that both have; in total where they have none in
 * common. Every number that both tables have is compared.
 */
export function compareWaves(
  earlier: Round,
  now: Round,
  subjects: readonly SubjectName[],
  adjust: 'none' | 'holm' = 'none',
): WaveComparison {
  const stacks = stacksOf(earlier, now);
  const [before, after] = [earlier.shares.bound.codebook, now.shares.bound.codebook];
  const disparities = roundDisparities(before, after);
  const rounds = { codebooks: { earlier: before, now: after }, disparities };
  const tables = pairedTables(earlier, now, subjects).map((pair) => compareTables(pair, stacks, rounds));
  return {
    waves: present({ earlier: waveId(before.header.wave), now: waveId(after.header.wave) }),
    overlap: stacks(true, true).overlap,
    disparities,
    tables: adjust === 'holm' ? adjustedTogether(tables) : tables,
  };
}

/** By whether the design of each round counts. */
type Stacks = (earlierDesigned: boolean, nowDesigned: boolean) => Stack;

function stacksOf(earlier: Round, now: Round): Stacks {
  const [before, after] = [earlier.shares.bound, now.shares.bound];
  const known = new Map<boolean, Stack>();
  return (earlierDesigned, nowDesigned) => {
    if (earlierDesigned !== nowDesigned) {
      return { overlap: { kind: 'separate', reason: 'designs_differ' }, earlier: before, now: after };
    }
    const stack = known.get(nowDesigned) ?? stackOf(before, after, nowDesigned);
    known.set(nowDesigned, stack);
    return stack;
  };
}

interface Side {
  readonly request: TablePlan;
  readonly plan: Plan;
  readonly table: ShareTable;
}

interface Pair {
  readonly earlier: Side;
  readonly now: Side;
}

/** The tables of the subjects with the same split in both rounds. All are asked for at once, as they are judged together. */
function pairedTables(earlier: Round, now: Round, subjects: readonly SubjectName[]): readonly Pair[] {
  const own = pairsUnder(earlier, now, subjects, {});
  const without = subjects.filter(({ kind, id }) =>
    own.every(({ now: { table } }) => table.subject.kind !== kind || table.subject.id !== id),
  );
  const inTotal = without.length === 0 ? [] : pairsUnder(earlier, now, without, { by: [] });
  const placeOf = ({ now: { table } }: Pair): number =>
    subjects.findIndex(({ kind, id }) => kind === table.subject.kind && id === table.subject.id);
  return [...own, ...inTotal].sort((one, other) => placeOf(one) - placeOf(other));
}

function pairsUnder(earlier: Round, now: Round, subjects: readonly SubjectName[], by: Pick<Asked, 'by'>): readonly Pair[] {
  const before = new Map(sidesOf(earlier, subjects, by).map((side) => [sideKey(side), side]));
  return sidesOf(now, subjects, by).flatMap((after) => {
    const same = before.get(sideKey(after));
    return same === undefined ? [] : [{ earlier: same, now: after }];
  });
}

function sideKey({ table: { subject, by } }: Side): string {
  return [subject.kind, subject.id, ...by].join('\n');
}

function sidesOf({ shares, asked }: Round, subjects: readonly SubjectName[], by: Pick<Asked, 'by'>): readonly Side[] {
  const all = { ...asked, ...by };
  const plans = tablePlans(shares.bound.codebook, subjects, all);
  return shares.tablesAsked(subjects, all).flatMap((table, at) => {
    const request = plans[at];
    return request === undefined ? [] : [{ request, plan: request.plan, table }];
  });
}

/** What all tables of two rounds have in common. */
interface Rounds {
  readonly codebooks: { readonly earlier: Codebook; readonly now: Codebook };
  /** Between the rounds as wholes. */
  readonly disparities: readonly Disparity[];
}

function compareTables({ earlier, now }: Pair, stacks: Stacks, { codebooks, disparities: ofRounds }: Rounds): WaveTable {
  const stack = stacks(earlier.plan.designed, now.plan.designed);
  const drawn = {
    ...(stack.sample === undefined ? {} : { together: stack.sample }),
    earlier: stack.earlier.drawn(earlier.plan.designed).sample,
    now: stack.now.drawn(now.plan.designed).sample,
  };
  const disparities = tableDisparities({ codebook: codebooks.earlier, ...earlier }, { codebook: codebooks.now, ...now });
  const numbers = { earlier: numbersOf(stack.earlier, earlier.request), now: numbersOf(stack.now, now.request) };
  const before = new Map(earlier.table.cells.map((cell) => [keyOf(cell), cell]));
  const differences = now.table.cells.flatMap((cell) => {
    const key = keyOf(cell);
    const cellBefore = before.get(key);
    if (cellBefore === undefined) return [];
    const pair = { earlier: numbers.earlier.get(key), now: numbers.now.get(key) };
    const concerning = [...ofRounds, ...disparities.filter((one) => concerns(one, cell))];
    return [{ ...waveDifference(cellBefore, cell, pair, drawn, now.plan.ci), disparities: concerning }];
  });
  return {
    earlier: earlier.table,
    now: now.table,
    overlap: stack.overlap,
    disparities,
    onlyEarlier: onlyIn(earlier.table, now.table),
    onlyNow: onlyIn(now.table, earlier.table),
    differences,
  };
}

function onlyIn(one: ShareTable, other: ShareTable): OneRoundOnly {
  return {
    items: lacking(one.items, other.items),
    categories: lacking(one.categories, other.categories),
    groups: one.groups.map((labels, at) => lacking(labels, other.groups[at] ?? [])),
  };
}

/** A kind of missing answers that nobody has in a round is none that could not be given there. */
function lacking(labels: readonly TableLabel[], others: readonly TableLabel[]): readonly TableLabel[] {
  return labels.filter(({ id, missing }) => missing === undefined && others.every((other) => other.id !== id));
}

/** Over all comparisons of all tables; one that stands in several tables, as totals do, is one. */
function adjustedTogether(tables: readonly WaveTable[]): readonly WaveTable[] {
  const pValues = new Map<string, number>();
  for (const table of tables) {
    for (const { now, pValue } of table.differences) if (pValue !== undefined) pValues.set(comparisonKey(table, now), pValue);
  }
  const corrected = holm([...pValues.values()]);
  const adjusted = new Map(Array.from(pValues.keys(), (key, at) => [key, corrected[at]]));
  const withAdjusted = (table: WaveTable, one: WaveDifference): WaveDifference => {
    const own = one.pValue === undefined ? undefined : adjusted.get(comparisonKey(table, one.now));
    return own === undefined ? one : { ...one, adjusted: own };
  };
  return tables.map((table) => ({ ...table, differences: table.differences.map((one) => withAdjusted(table, one)) }));
}

/** How many different comparisons were tested: what stands in several tables, as totals do, is one. */
export function comparisonsIn(tables: readonly WaveTable[]): number {
  const tested = tables.flatMap((table) =>
    table.differences.flatMap(({ now, pValue }) => (pValue === undefined ? [] : [comparisonKey(table, now)])),
  );
  return new Set(tested).size;
}

function comparisonKey({ now: { subject, by } }: WaveTable, cell: Cell): string {
  const groups = by.flatMap((name, at) => (cell.groups[at] === 'total' ? [] : [`${name}=${cell.groups[at]}`])).sort();
  return [subject.kind, subject.id, keyOf({ ...cell, groups })].join('\n');
}
