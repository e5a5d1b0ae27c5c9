import type { ShareTable } from '../../types';
import type { Merge, Relations } from '../relations';
import { addsUp, type CellNames, type Conditions, levels, nameIn, noOf } from './names';
import { addMargins, addRows } from './sums';
import type { Builder, Role } from './system';
import type { Told } from './told';

/** How what a table shows adds up: its margins, its rows, its waterfalls, and what it shares with other tables. */
export function addRelated(builder: Builder, relations: Relations, table: ShareTable, told: readonly Told[]): void {
  addMargins(builder, table, told);
  addRows(builder, relations, table, told);
  for (const one of told) {
    addWaterfall(builder, one);
    addRest(builder, table, one);
    addMerged(builder, relations.merges, one);
    addOutside(builder, one);
  }
}

/** What lies between two levels follows from them. */
function addWaterfall(builder: Builder, { cell, names, quantities }: Told): void {
  const { all, amongNo, amongMissing, asked, answered, substantive } = quantities.levels;
  const { waterfall } = cell;
  const { of, restriction } = names;
  const within = restriction === undefined ? [] : [restriction];
  const kept = waterfall.all.n - waterfall.amongNo.n - waterfall.amongMissing.n;
  const keptBy = restriction === undefined ? all : unseen(builder, names, [restriction], kept, difference);
  if (restriction !== undefined) builder.equation(all, [amongNo, amongMissing, keptBy]);
  const between = (name: string, from: number, to: number, value: number, role: Role): number | undefined => {
    if (from === to) return undefined;
    const index = unseen(builder, names, [...within, `${of} ${name}`], value, role);
    builder.equation(from, [to, index]);
    return index;
  };
  const without = [
    between('not asked', keptBy, asked, kept - waterfall.asked.n, difference),
    between('no answer', asked, answered, waterfall.asked.n - waterfall.answered.n, {
      kind: 'no_answer',
      of: [asked, answered],
    }),
    between('no view', answered, substantive, waterfall.answered.n - waterfall.substantive.n, difference),
  ];
  const missing = builder.find(nameIn([...within, `${of}=missing`], names.groups));
  if (missing !== undefined)
    builder.equation(
      missing,
      without.flatMap((index) => index ?? []),
    );
}

const difference: Role = { kind: 'difference' };

/** A quantity no table shows, as far as this one knows. */
function unseen(builder: Builder, { groups }: CellNames, conditions: Conditions, value: number, role: Role): number {
  const made = { role, value, isShown: false, cost: 0, isAmount: false, groups };
  return builder.quantity(nameIn(conditions, groups), made);
}

/** Those of a base who are not counted, where no row shows them. */
function addRest(builder: Builder, table: ShareTable, { cell, names, quantities }: Told): void {
  if (!names.hasRest || table.stackable || quantities.base === quantities.counted) return;
  const { base, counted, substantive } = cell.waterfall;
  const { conditions, counts, of, restriction } = names;
  const noValue = substantive.n - counted.n;
  if (noValue >= 0) {
    const no = [...(restriction === undefined ? [] : [restriction]), noOf(of, counts.yes)];
    builder.equation(quantities.levels.substantive, [quantities.counted, unseen(builder, names, no, noValue, difference)]);
  }
  if (quantities.base !== quantities.levels.substantive) {
    const rest = [...conditions.counted, 'not', ...conditions.base];
    builder.equation(quantities.base, [
      quantities.counted,
      unseen(builder, names, [rest.join(' ')], base.n - counted.n, { kind: 'rest' }),
    ]);
  }
}

/** What a cell shows and adds up, with its conditions. */
function shownIn({ names, quantities }: Told): readonly (readonly [Conditions, number])[] {
  const { conditions, amount } = names;
  return [
    ...levels.map((level) => [conditions[level], quantities.levels[level]] as const),
    [conditions.base, quantities.base],
    [conditions.counted, quantities.counted],
    ...(amount === undefined || quantities.amount === undefined || !addsUp(amount)
      ? []
      : [[amount, quantities.amount] as const]),
  ];
}

/** A group that merges groups of another variable is their sum, where both are shown. */
function addMerged(builder: Builder, merges: ReadonlyMap<string, Merge>, told: Told): void {
  for (const [variable, group] of told.names.groups) {
    const merge = merges.get(variable);
    const parts = merge?.groups.get(group);
    if (merge === undefined || parts === undefined || told.names.groups.has(merge.of)) continue;
    const others = [...told.names.groups].filter(([name]) => name !== variable);
    for (const [conditions, whole] of shownIn(told)) {
      const found = parts.map((part) => builder.find(nameIn(conditions, new Map([...others, [merge.of, part]]))));
      const known = found.flatMap((index) => index ?? []);
      if (known.length === parts.length) builder.equation(whole, known);
    }
  }
}

/** Where the same is shown with and without `among`, those it leaves out follow, as do their two sorts where they are shown. */
function addOutside(builder: Builder, told: Told): void {
  const { counts, groups, restriction } = told.names;
  if (counts.among === undefined || restriction === undefined) return;
  const sorts = [noOf(counts.among.of, counts.among.yes), `${counts.among.of}=missing`];
  for (const [conditions, within] of shownIn(told)) {
    if (!conditions.includes(restriction)) continue;
    const others = conditions.filter((one) => one !== restriction);
    const whole = builder.find(nameIn(others, groups));
    if (whole === undefined || whole === within) continue;
    const value = (builder.at(whole)?.value ?? 0) - (builder.at(within)?.value ?? 0);
    if (value < 0 || builder.at(whole)?.isAmount === true) continue;
    const outside = unseen(builder, told.names, [...others, `not ${restriction}`], value, difference);
    builder.equation(whole, [within, outside]);
    const known = sorts.flatMap((sort) => builder.find(nameIn([...others, sort], groups)) ?? []);
    if (known.length > 0) builder.equation(outside, known);
  }
}
