import type { MissingKind } from '../expression/value';
import type { Codebook } from '../model/codebook';
import type { BoundData } from './binding';
import { type Bounds, type BoundTallies, boundsIn, boundTallies } from './bounds';
import { type CellNumber, categoryShare, numbersOf, ticksIn } from './cell-numbers';
import type { Engine, GroupTally, TabulationRequest, TabulationResult } from './engine';
import { none } from './estimate';
import { baseTally, gather, kindsInBase, tallyOf, waterfall } from './gather';
import type { Plan, PlanRow } from './plan';
import { numbersIn } from './plan-categories';
import { groupLabels, missingRow } from './table-labels';
import type { Cell, ShareTable, Statistic, TableLabel } from './types';

/** The table of a plan under one split. */
export function tabulatePlan(
  codebook: Codebook,
  bound: BoundData,
  engine: Engine,
  plan: Plan,
  by: readonly string[],
): ShareTable {
  const results = plan.rows.map((row) => ({ row, result: engine.tabulate(requestOf(plan, row, by)) }));
  const groups = by.map((name) => groupLabels(codebook.variables.get(name)));
  const tallied = results.flatMap(({ result }) => (result.kind === 'tabulation' ? [result.groups] : []));
  const categories = [...withObserved(plan, tallied.flat()), ...missingRows(codebook, plan, tallied.flat())];
  const patterns = groupPatterns(groups, tallied.flat());
  const context = { bound, engine, plan, by, categories, patterns, ticks: plan.base === 'responses' ? tallied : undefined };
  return {
    subject: plan.subject,
    by,
    base: plan.base,
    rounding: plan.rounding,
    decimals: plan.decimals,
    weighted: plan.weighted && bound.weighted,
    items: plan.rows.flatMap((row) => row.item ?? []),
    categories,
    groups,
    cells: results.flatMap(({ row, result }) => rowCells(context, row, result)),
    stackable: plan.stackable,
    assumption: { variance: 'respondents', calibration: plan.weighted && bound.weighted ? 'not_reflected' : 'unweighted' },
    differences: [],
    tests: [],
  };
}

interface TableContext {
  readonly bound: BoundData;
  readonly engine: Engine;
  readonly plan: Plan;
  readonly by: readonly string[];
  readonly categories: readonly TableLabel[];
  readonly patterns: readonly (readonly string[])[];
  /** The tallies of every option, where the base is their ticks. */
  readonly ticks: readonly (readonly GroupTally[])[] | undefined;
}

function requestOf(plan: Plan, row: PlanRow, by: readonly string[]): TabulationRequest {
  return {
    of: row.of,
    ...(plan.among === undefined ? {} : { among: plan.among }),
    by,
    weighted: plan.weighted,
    designed: plan.designed,
  };
}

/** The rows of a distribution, with one for each number somebody gave between the whole ones: all of the base is in a row. */
function withObserved(plan: Plan, tallies: readonly GroupTally[]): readonly TableLabel[] {
  if (plan.measure !== 'distribution') return plan.categories;
  return numbersIn(
    plan.categories,
    tallies.flatMap(({ known }) => known.map(({ values }) => values[0])),
  );
}

/** Missing kinds the base admits, of a distribution: those the scale declares, and those somebody has. */
function missingRows(codebook: Codebook, plan: Plan, tallies: readonly GroupTally[]): readonly TableLabel[] {
  const [of] = plan.rows[0]?.of ?? [];
  if (plan.measure !== 'distribution') return [];
  const scale = of?.kind === 'variable' ? codebook.variables.get(of.name)?.scale : undefined;
  const observed = new Set(tallies.flatMap((group) => group.missing.map((one) => one.kind)));
  const isShown = (kind: MissingKind): boolean =>
    observed.has(kind) || scale?.missing.some((one) => one.kind === kind) === true;
  return kindsInBase(plan.base)
    .filter(isShown)
    .map((kind) => missingRow(kind, scale));
}

/**
 * The groups of a table in its order: each group, those without one (where there are such), the total; a crossing has
 * both ways.
 */
function groupPatterns(
  groups: readonly (readonly TableLabel[])[],
  tallies: readonly GroupTally[],
): readonly (readonly string[])[] {
  return groups.reduce<readonly (readonly string[])[]>(
    (before, labels, at) => {
      const hasMissing = tallies.some((group) => group.groups[at] === 'missing');
      const ids = [...labels.map((label) => label.id), ...(hasMissing ? ['missing'] : []), 'total'];
      return before.flatMap((pattern) => ids.map((id) => [...pattern, id]));
    },
    [[]],
  );
}

function rowCells(context: TableContext, row: PlanRow, result: TabulationResult): readonly Cell[] {
  const item = row.item === undefined ? {} : { item: row.item.id };
  if (result.kind === 'none') return [emptyCell(context, item, none(result.reason))];
  const bounds = boundTallies(context.engine, requestOf(context.plan, row, context.by), context.plan.measure);
  return context.patterns.flatMap((groups) => {
    const gathered = gather(result.groups, groups);
    const base = context.ticks === undefined ? baseTally(gathered, context.plan.base) : ticksIn(context.ticks, groups);
    const cell = (number: CellNumber, bound?: Bounds): Cell => ({
      ...item,
      ...number.key,
      groups,
      statistic: number.statistic,
      estimate: number.estimate,
      ...(bound === undefined ? {} : { bounds: bound }),
      waterfall: waterfall(gathered, number.base, number.counted),
    });
    const { plan } = context;
    if (plan.measure !== 'distribution') {
      const bound = plan.measure === 'share' ? boundsIn(bounds, groups) : undefined;
      return numbersOf(plan, gathered, base).map((number) => cell(number, bound));
    }
    return context.categories.map((category) => {
      const tallies = category.missing === undefined ? undefined : tallyOf(gathered, category.missing);
      const number = categoryShare(gathered, base, category, plan.nets.get(category.id), tallies);
      return cell(number, boundsOf(category.id, bounds, groups));
    });
  });
}

/** A no is possible wherever a yes is not certain. */
function boundsOf(category: string, tallies: BoundTallies | undefined, groups: readonly string[]): Bounds | undefined {
  const bounds = boundsIn(tallies, groups);
  if (bounds === undefined || category === 'yes') return bounds;
  return category === 'no' ? { low: 1 - bounds.high, high: 1 - bounds.low } : undefined;
}

const statisticOf = (plan: Plan): Statistic => (plan.measure === 'distribution' ? 'share' : plan.measure);

function emptyCell(context: TableContext, item: { readonly item?: string }, estimate: Cell['estimate']): Cell {
  const nobody = { n: 0, weighted: 0 };
  const gathered = gather([], []);
  return {
    ...item,
    groups: context.by.map(() => 'total'),
    statistic: statisticOf(context.plan),
    estimate,
    waterfall: waterfall(gathered, nobody, nobody),
  };
}
