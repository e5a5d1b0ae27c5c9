import { combine, contrastUncertainty, differenceTest, holm } from '../estimation';
import type { CellNumber } from './cell-numbers';
import type { GroupTally } from './engine';
import { gather, gatherRest } from './gather';
import type { RowRequests } from './plan-requests';
import { numbersIn, type TableContext } from './table-cells';
import type { Difference, DifferenceSide } from './types';

/** The differences that `compare` asks for, in one row of the plan; `[]` where it asks for none. */
export function differencesOf(context: TableContext, requests: RowRequests): readonly Difference[] {
  const result = context.resultOf(requests.own);
  if (context.plan.compare === undefined || result.kind === 'none') return [];
  const item = requests.row.item === undefined ? {} : { item: requests.row.item.id };
  const numberAt = numbersAt(context, requests, result.groups);
  return sidesOf(context).flatMap(({ from, to }) => {
    const [first, second] = [numberAt(from), numberAt(to)];
    return first === undefined || second === undefined ? [] : [{ ...item, from, to, ...difference(context, first, second) }];
  });
}

/** The number on a side. Those of one group are made together: what they have in common is told by their tallies being the same. */
function numbersAt(
  context: TableContext,
  requests: RowRequests,
  groups: readonly GroupTally[],
): (side: DifferenceSide) => CellNumber | undefined {
  const known = new Map<string, readonly CellNumber[]>();
  return (side) => {
    const key = [...side.groups, side.rest === true].join('\n');
    const gathered = () => (side.rest === true ? gatherRest(groups, side.groups) : gather(groups, side.groups));
    const numbers = known.get(key) ?? numbersIn(context, requests, gathered(), side.groups);
    known.set(key, numbers);
    return numbers.find(({ key: { category } }) => category === side.category);
  };
}

interface Sides {
  readonly from: DifferenceSide;
  readonly to: DifferenceSide;
}

/** Which cells are compared. In a crossing the groups of its second variable are, within each group of the first. */
function sidesOf(context: TableContext): readonly Sides[] {
  const { compare } = context.plan;
  if (compare === undefined) return [];
  const isDistribution = context.plan.measure === 'distribution';
  const categories: readonly (string | undefined)[] = isDistribution ? context.categories.map(({ id }) => id) : [undefined];
  if (typeof compare === 'object' && compare.every((id) => categories.includes(id))) {
    const [from, to] = compare;
    const known = context.patterns.filter((groups) => !groups.includes('missing'));
    return known.map((groups) => ({ from: { groups, category: from }, to: { groups, category: to } }));
  }
  return categories.flatMap((category) =>
    outerGroups(context).flatMap((outer) =>
      innerPairs(context, compare).map(([from, to]) => ({
        from: sideOf([...outer, from.group], from.rest, category),
        to: sideOf([...outer, to.group], to.rest, category),
      })),
    ),
  );
}

function sideOf(groups: readonly string[], rest: boolean, category: string | undefined): DifferenceSide {
  return { groups, ...(category === undefined ? {} : { category }), ...(rest ? { rest } : {}) };
}

/** Every group of all variables of the split but the last; one empty where there is only one. */
function outerGroups({ patterns }: TableContext): readonly (readonly string[])[] {
  const outer = patterns.map((groups) => groups.slice(0, -1));
  return [...new Map(outer.map((groups) => [groups.join('\n'), groups])).values()];
}

interface End {
  readonly group: string;
  readonly rest: boolean;
}

function innerPairs(
  { patterns, by }: TableContext,
  compare: NonNullable<TableContext['plan']['compare']>,
): readonly [End, End][] {
  if (by.length === 0) return [];
  const all = new Set(patterns.map((groups) => groups.at(-1) ?? 'total'));
  const groups = [...all].filter((group) => group !== 'total' && group !== 'missing');
  if (compare === 'rest') {
    return groups.map((group) => [
      { group, rest: true },
      { group, rest: false },
    ]);
  }
  const pairs =
    compare === 'pairs'
      ? groups.flatMap((from, at) => groups.slice(at + 1).map((to): readonly [string, string] => [from, to]))
      : compare.every((group) => groups.includes(group))
        ? [compare]
        : [];
  return pairs.map(([from, to]) => [
    { group: from, rest: false },
    { group: to, rest: false },
  ]);
}

/**
 * From unrounded numbers, with their covariance. No test where one of two shares is 0 or 1: the standard error of such a share is
 * 0, which says nothing.
 */
function difference({ sample, plan }: TableContext, from: CellNumber, to: CellNumber): Omit<Difference, 'from' | 'to'> {
  if (from.estimate.kind === 'none') return { estimate: from.estimate };
  if (to.estimate.kind === 'none') return { estimate: to.estimate };
  const estimate = { kind: 'value', value: to.estimate.value - from.estimate.value } as const;
  if (from.estimated === undefined || to.estimated === undefined) {
    return { estimate, uncertainty: { kind: 'none', reason: 'not_defined' }, withoutTest: 'no_variance' };
  }
  const contrast = combine([
    { estimated: to.estimated, coefficient: 1 },
    { estimated: from.estimated, coefficient: -1 },
  ]);
  const uncertainty = contrastUncertainty(sample, contrast, plan.ci);
  if ([from, to].some(isShareAtEnd)) return { estimate, uncertainty, withoutTest: 'share_of_0_or_1' };
  const df = uncertainty.kind === 'value' ? uncertainty.degreesOfFreedom : 0;
  const test = differenceTest(sample, contrast, df);
  return { estimate, uncertainty, ...(test.kind === 'value' ? { pValue: test.pValue } : { withoutTest: test.reason }) };
}

function isShareAtEnd({ statistic, estimate }: CellNumber): boolean {
  return statistic === 'share' && estimate.kind === 'value' && (estimate.value === 0 || estimate.value === 1);
}

/** With Holm's adjustment over all comparisons of a table, where the codebook asks for it. */
export function adjusted(differences: readonly Difference[], adjust: 'holm' | undefined): readonly Difference[] {
  if (adjust === undefined) return differences;
  const tested = differences.flatMap(({ pValue }) => pValue ?? []);
  const corrected = holm(tested);
  let next = 0;
  return differences.map((one) => (one.pValue === undefined ? one : { ...one, adjusted: corrected[next++] ?? one.pValue }));
}
