import type { Codebook } from '../model/codebook';
import type { FigureDeclaration } from '../model/declarations';
import type { FigureKey } from '../model/figure-keys';
import { figureIndicator } from '../model/indicators';
import type { BoundData } from '../shares';
import type { Plan } from '../shares/plan';
import { planOfIndicator } from '../shares/plan-indicator';
import { tabulatePlan } from '../shares/plan-table';
import { policyOf, publishable, relationsOf, toldCount } from '../shares/policy';
import { roundedEstimate, shownValue } from '../shares/rounded';
import { yesNoCategories } from '../shares/table-labels';
import { memoryEngine } from '../shares/tabulate';
import type { Cell, NoNumber, ShareTable } from '../shares/types';
import type { Computed, WantedNumber } from './computed';
import { withoutHeldBack } from './held-back';

/** The numbers behind a figure, read by the keys that lead to a printed one; or why there are none. */
export type FigureTable =
  | { readonly kind: 'table'; readonly number: (wanted: WantedNumber) => Computed }
  | { readonly kind: 'none'; readonly reason: string };

export function figureTable(codebook: Codebook, bound: BoundData | undefined, figure: FigureDeclaration): FigureTable {
  const resolved = figureIndicator(codebook, figure);
  const own = resolved === undefined ? undefined : planOfIndicator(codebook, resolved);
  if (own === undefined) return { kind: 'none', reason: reasons.definition_broken };
  if (bound === undefined) return { kind: 'none', reason: reasons.no_data };
  const plan = withYesAndNo(own);
  const by = plan.by[0] ?? [];
  const tabulated = tabulatePlan(codebook, memoryEngine(bound), plan, by);
  const table = disclosable(codebook, bound, figure, tabulated);
  const cells = new Map(table.cells.map((cell) => [cellKey(cell.item, cell.category ?? cell.at, cell.groups), cell]));
  const find: FindCell = (item, category, groups) => cells.get(cellKey(item, category, groups));
  return {
    kind: 'table',
    number: (wanted) => {
      if (!fitsTable(wanted, table)) return { kind: 'none', reason: noSuchCell };
      const groups = groupPattern(wanted.keys, by);
      const item = nameOf(wanted.keys, 'item');
      if (wanted.statistic === 'base') return baseNumber(table, item, groups, find);
      const category = categoryOf(codebook, own, nameOf(wanted.keys, 'category'));
      return cellNumber(find(item, category, groups) ?? withoutGroups(table, item), wanted);
    },
  };
}

/** What was published is compared however imprecise it is, but not where the comparison would tell of single respondents. */
function disclosable(codebook: Codebook, bound: BoundData, figure: FigureDeclaration, table: ShareTable): ShareTable {
  const { disclosure } = policyOf(codebook);
  if (disclosure === undefined) return table;
  const [shown = table] = publishable({ disclosure }, [table], { relations: relationsOf(codebook) });
  return withoutHeldBack(codebook, bound, figure, shown);
}

/** Whether the table has the levels that the keys name: each once, items and categories only where it has any. */
function fitsTable({ keys, statistic }: WantedNumber, { items, by }: ShareTable): boolean {
  const count = (role: FigureKey['role']): number => keys.filter((key) => key.role === role).length;
  const categories = statistic === 'base' ? 0 : 1;
  return count('item') <= (items.length > 0 ? 1 : 0) && count('category') <= categories && count('group') <= by.length;
}

type FindCell = (
  item: string | undefined,
  category: string | number | undefined,
  groups: readonly string[],
) => Cell | undefined;

/** A share of yes as the distribution it belongs to, so that a printed no or don't know is found beside it. Ticks have neither. */
function withYesAndNo(plan: Plan): Plan {
  return plan.measure === 'share' && plan.base !== 'responses'
    ? { ...plan, measure: 'distribution', categories: yesNoCategories }
    : plan;
}

function cellKey(item: string | undefined, category: string | number | undefined, groups: readonly string[]): string {
  return [item ?? '', category ?? '', ...groups].join('\n');
}

function nameOf(keys: readonly FigureKey[], role: FigureKey['role']): string | undefined {
  return keys.find((key) => key.role === role)?.name.text;
}

/** A split whose level the number leaves out is the total. */
function groupPattern(keys: readonly FigureKey[], by: readonly string[]): readonly string[] {
  const given = keys.filter((key) => key.role === 'group').map((key) => key.name.text);
  return by.map((_, at) => given[at] ?? 'total');
}

/** The row a printed category stands for: a missing answer's is that of its kind, where no other has the same kind. */
function categoryOf(codebook: Codebook, plan: Plan, name: string | undefined): string | number | undefined {
  if (plan.measure === 'quantile') return name === undefined ? plan.at[0] : Number(name);
  if (plan.base === 'responses' && (name === undefined || name === 'yes')) return undefined;
  if (name === undefined) return plan.measure === 'share' ? 'yes' : undefined;
  const [of] = plan.rows[0]?.of ?? [];
  const missing = (of?.kind === 'variable' ? codebook.variables.get(of.name)?.scale?.missing : undefined) ?? [];
  const declared = missing.find((one) => one.id === name);
  if (declared === undefined) return name;
  return missing.filter((one) => one.kind === declared.kind).length === 1 ? `kind:${declared.kind}` : undefined;
}

/** Where nothing could be tallied, the one cell an item then has says why. */
function withoutGroups(table: ShareTable, item: string | undefined): Cell | undefined {
  return table.cells.find(
    (cell) =>
      cell.item === item &&
      cell.estimate.kind === 'none' &&
      cell.estimate.reason !== 'empty_base' &&
      cell.estimate.reason !== 'suppressed',
  );
}

/** The unweighted base; for a battery without a named item, the base its items share. */
function baseNumber(table: ShareTable, item: string | undefined, groups: readonly string[], find: FindCell): Computed {
  const items = item === undefined && table.items.length > 0 ? table.items.map((one) => one.id) : [item];
  const category = table.categories[0]?.id ?? table.cells[0]?.at;
  const found = items.map((one) => find(one, category, groups) ?? withoutGroups(table, one));
  const broken = found.map(whyNone).find((reason) => reason !== undefined);
  if (broken !== undefined) return { kind: 'none', reason: broken };
  const told = found.flatMap((cell) => (cell === undefined ? [] : [toldCount(cell.waterfall, 'base')]));
  if (told.includes(undefined)) return { kind: 'none', reason: reasons.suppressed };
  const bases = told.flatMap((base) => base?.n ?? []);
  const [low, high] = [Math.min(...bases), Math.max(...bases)];
  if (low < high) return { kind: 'none', reason: `The base differs between the items: from ${low} to ${high}.` };
  return { kind: 'number', value: low, rounded: low };
}

/** Why a cell has no base. An empty base is one: 0. */
function whyNone(cell: Cell | undefined): string | undefined {
  if (cell === undefined) return noSuchCell;
  const { estimate } = cell;
  // Of a number that is kept back, the base may be told.
  const hasBase = estimate.kind === 'value' || estimate.reason === 'empty_base' || estimate.reason === 'suppressed';
  return hasBase ? undefined : reasons[estimate.reason];
}

function cellNumber(cell: Cell | undefined, { statistic, decimals, rounding }: WantedNumber): Computed {
  if (cell === undefined) return { kind: 'none', reason: noSuchCell };
  if (statistic === 'count') {
    const broken = whyNone(cell);
    const n = toldCount(cell.waterfall, 'counted')?.n;
    if (broken !== undefined || n === undefined) return { kind: 'none', reason: broken ?? reasons.suppressed };
    return { kind: 'number', value: n, rounded: n };
  }
  const stated = statistic === 'distribution' ? 'share' : statistic;
  if (stated !== cell.statistic) {
    return { kind: 'none', reason: `The figure is of a ${cell.statistic}: a \`${statistic}\` can't be computed from it.` };
  }
  const { estimate } = cell;
  if (estimate.kind === 'none') return { kind: 'none', reason: reasons[estimate.reason] };
  const rounded = roundedEstimate(estimate, cell.statistic, decimals, rounding);
  return { kind: 'number', value: shownValue(estimate, cell.statistic), rounded: rounded ?? estimate.value };
}

const noSuchCell = 'The definition gives no such number: the item, category or group is not in its table.';

const reasons: Readonly<Record<NoNumber, string>> = {
  empty_base: 'Nobody is in the base.',
  no_data: 'There are no data to compute it from.',
  column_missing: 'A column it needs is not in the data.',
  definition_broken: 'Its definition is missing or has errors.',
  not_supported: 'This version does not compute it.',
  suppressed: 'The codebook’s policy holds it back.',
  not_determinable: 'The data do not determine it.',
};
