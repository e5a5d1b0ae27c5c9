import type { ScalarType } from '../expression/types';
import type { Variable } from '../model/codebook';
import type { Measure, RangeText } from '../model/declarations';
import { tableCategories, yesNoCategories } from './table-labels';
import type { TableLabel } from './types';

/** The rows a distribution has by its scale. */
export interface PlanCategories {
  /** Categories, then groups; `[]` for what has none. */
  readonly categories: readonly TableLabel[];
  /** Members of each group of the scale. */
  readonly nets: ReadonlyMap<string, readonly string[]>;
}

/** The rows of a distribution: categories, groups, and the whole numbers of a closed range. */
export function categoriesOf(measure: Measure, type: ScalarType | undefined, variable: Variable | undefined): PlanCategories {
  const nothing = { categories: [], nets: new Map<string, readonly string[]>() };
  if (measure !== 'distribution' || type === undefined) return nothing;
  if (type.kind === 'number') return { ...nothing, categories: wholeNumbers(variable?.declaration.range) };
  const scale = variable?.scale ?? (type.kind === 'category' ? type.scale : undefined);
  if (scale === undefined) return { ...nothing, categories: yesNoCategories };
  return { categories: tableCategories(scale), nets: new Map(scale.groups.map((group) => [group.id, group.members])) };
}

/** A whole number with a closed range is distributed over its values. */
function wholeNumbers(range: RangeText | undefined): readonly TableLabel[] {
  if (range?.low === undefined || range.high === undefined || range.high - range.low > 1000) return [];
  const values: TableLabel[] = [];
  for (let value = Math.ceil(range.low); value <= range.high; value++) values.push({ id: `${value}`, labels: {} });
  return values;
}

/** Rows of numbers in their order, with those that are no row yet. */
export function numbersIn(
  rows: readonly TableLabel[],
  values: readonly (string | number | undefined)[],
): readonly TableLabel[] {
  const ids = new Set(rows.map((row) => row.id));
  const others = [...new Set(values)].filter((value) => typeof value === 'number' && !ids.has(`${value}`));
  if (others.length === 0) return rows;
  const added = others.map((value) => ({ id: `${value}`, labels: {} }));
  return [...rows, ...added].sort((a, b) => Number(a.id) - Number(b.id));
}
