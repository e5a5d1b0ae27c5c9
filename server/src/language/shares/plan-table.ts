import type { MissingKind } from '../expression/value';
import type { Codebook } from '../model/codebook';
import { assumptionOf } from './assumption';
import { type CountedTable, countedTable } from './behind-table';
import { adjusted, differencesOf } from './differences';
import type { Engine, GroupTally, TabulationResult } from './engine';
import { kindsInBase } from './gather';
import { independenceTests } from './independence';
import type { Plan } from './plan';
import { numbersIn } from './plan-categories';
import { requestsOf, type TablePlan, tablePlan } from './plan-requests';
import { type ResultOf, rowCells, type TableContext } from './table-cells';
import { groupLabels, missingRow } from './table-labels';
import type { ShareTable, TableLabel } from './types';

/** The table of a plan under one split, counted by itself. */
export function tabulatePlan(codebook: Codebook, engine: Engine, plan: Plan, by: readonly string[]): ShareTable {
  const planned = tablePlan(plan, by);
  const [counted = tableFrom(codebook, engine, planned, () => broken)] = tabulatePlans(codebook, engine, [planned]);
  return counted.table;
}

const broken: TabulationResult = { kind: 'none', reason: 'definition_broken' };

/** Tables that are counted together. */
export function tabulatePlans(codebook: Codebook, engine: Engine, plans: readonly TablePlan[]): readonly CountedTable[] {
  const resultOf = tabulated(engine, plans);
  return plans.map((plan) => tableFrom(codebook, engine, plan, resultOf));
}

/** What an engine has counted for some tables. */
export function tabulated(engine: Engine, plans: readonly TablePlan[]): ResultOf {
  const requests = plans.flatMap(requestsOf);
  const all = engine.tabulateAll(requests);
  const results = new Map(requests.map((request, at) => [request, all[at]] as const));
  return (request) => results.get(request) ?? broken;
}

/** The table of a plan from what an engine has counted for it. */
function tableFrom(codebook: Codebook, engine: Engine, planned: TablePlan, resultOf: ResultOf): CountedTable {
  const { plan, by, rows } = planned;
  const context = tableContext(codebook, engine, planned, resultOf);
  const table: ShareTable = {
    subject: plan.subject,
    by,
    base: plan.base,
    rounding: plan.rounding,
    decimals: plan.decimals,
    weighted: plan.weighted && engine.weighted,
    items: plan.rows.flatMap((row) => row.item ?? []),
    categories: context.categories,
    groups: groupsOf(codebook, by),
    cells: rows.flatMap((row) => rowCells(context, row)),
    stackable: plan.stackable,
    assumption: assumptionOf(plan, engine),
    differences: adjusted(
      rows.flatMap((row) => differencesOf(context, row)),
      plan.adjust,
    ),
    tests: rows.flatMap((row) => independenceTests(context, row)),
  };
  return countedTable(table, context, rows);
}

/** What the cells of a table are made with. */
export function tableContext(codebook: Codebook, engine: Engine, table: TablePlan, resultOf: ResultOf): TableContext {
  const { plan, by } = table;
  const tallied = table.rows.flatMap(({ own }) => groupsIn(resultOf(own)));
  return {
    plan,
    by,
    sample: engine.sample(plan.designed),
    resultOf,
    intervals: plan.ci,
    categories: [...withObserved(plan, tallied), ...missingRows(codebook, plan, tallied)],
    patterns: groupPatterns(groupsOf(codebook, by), tallied),
    ...ticksOf(table, resultOf),
  };
}

function groupsOf(codebook: Codebook, by: readonly string[]): readonly (readonly TableLabel[])[] {
  return by.map((name) => groupLabels(codebook.variables.get(name)));
}

function groupsIn(result: TabulationResult): readonly GroupTally[] {
  return result.kind === 'tabulation' ? result.groups : [];
}

function ticksOf({ rows, ticks }: TablePlan, resultOf: ResultOf): Pick<TableContext, 'ticks'> {
  if (ticks === undefined) return {};
  return { ticks: { options: rows.map(({ own }) => groupsIn(resultOf(own))), together: groupsIn(resultOf(ticks)) } };
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
