import type { ShareTable } from '../../types';
import type { Merge, Relations } from '../relations';
import { type CellNames, levels, nameIn, namesOf } from './names';
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
    addOutside(builder, relations, table, one);
  }
}

/** What a cell shows, with the stem of its name. */
function quantitiesOf({ names, quantities }: Told): readonly (readonly [string, number])[] {
  const { stems, amount } = names;
  const shown: (readonly [string, number])[] = levels.map((level) => [stems[level], quantities.levels[level]] as const);
  shown.push([stems.base, quantities.base], [stems.counted, quantities.counted]);
  if (amount !== undefined && quantities.amount !== undefined && amount.endsWith('| amount')) {
    shown.push([amount, quantities.amount]);
  }
  return shown;
}

/** Groups sum to their total, in each direction of the split. */
function addMargins(builder: Builder, table: ShareTable, told: readonly Told[]): void {
  for (const row of rowsOf(told).values()) {
    for (const [at] of table.by.entries()) {
      const totals = row.filter(({ cell }) => cell.groups[at] === 'total');
      for (const total of totals) {
        const parts = row.filter(({ cell }) => isPart(cell.groups, total.cell.groups, at));
        quantitiesOf(total).forEach(([, whole], slot) => {
          const indices = parts.flatMap((part) => quantitiesOf(part)[slot]?.[1] ?? []);
          if (indices.length === parts.length) builder.equation(whole, indices);
        });
      }
    }
  }
}

function isPart(groups: readonly string[], total: readonly string[], at: number): boolean {
  return groups.every((group, place) => (place === at ? group !== 'total' : group === total[place]));
}

/** Cells of one item and one answer. */
function rowsOf(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  return groupedBy(told, ({ cell: { item, category, statistic, at } }) => [item, category, statistic, at].join('\n'));
}

function groupedBy(told: readonly Told[], keyOf: (one: Told) => string): ReadonlyMap<string, readonly Told[]> {
  const grouped = new Map<string, Told[]>();
  for (const one of told) {
    const key = keyOf(one);
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [one]);
    else group.push(one);
  }
  return grouped;
}

/** The answers of one group make up its base, and some of them a group of the scale; ticks are the ticks of all options. */
function addRows(builder: Builder, relations: Relations, table: ShareTable, told: readonly Told[]): void {
  if (table.base === 'responses') {
    for (const options of groupedBy(told, ({ cell }) => cell.groups.join('\n')).values()) {
      const [first] = options;
      if (first !== undefined)
        builder.equation(
          first.quantities.base,
          options.map(({ quantities }) => quantities.counted),
        );
    }
  }
  if (!table.stackable) return;
  const nets = new Set(table.categories.flatMap(({ id, net }) => (net === true ? [id] : [])));
  const missing = new Set(table.categories.flatMap(({ id, missing }) => (missing === undefined ? [] : [id])));
  for (const answers of groupedBy(told, ({ cell }) => [cell.item, ...cell.groups].join('\n')).values()) {
    const [first] = answers;
    if (first === undefined) continue;
    const of = (isWanted: (category: string) => boolean): readonly number[] =>
      answers.filter(({ cell }) => isWanted(cell.category ?? '')).map(({ quantities }) => quantities.counted);
    builder.equation(
      first.quantities.base,
      of((id) => !nets.has(id)),
    );
    builder.equation(
      first.quantities.levels.substantive,
      of((id) => !nets.has(id) && !missing.has(id)),
    );
    for (const answer of answers.filter(({ cell }) => nets.has(cell.category ?? ''))) {
      const members = new Set(relations.members(table, answer.cell.category ?? ''));
      builder.equation(
        answer.quantities.counted,
        of((id) => members.has(id)),
      );
    }
  }
}

/** What lies between two levels follows from them: a few who gave no answer are a few. */
function addWaterfall(builder: Builder, { cell, names, quantities }: Told): void {
  const { all, amongNo, amongMissing, asked, answered, substantive } = quantities.levels;
  const { waterfall } = cell;
  const { stems, counts } = names;
  const kept = waterfall.all.n - waterfall.amongNo.n - waterfall.amongMissing.n;
  const isRestricted = counts.among !== '';
  const keptBy = isRestricted ? unseen(builder, names, `${counts.among} |  | is yes`, kept, difference) : all;
  if (isRestricted) builder.equation(all, [amongNo, amongMissing, keptBy]);
  const between = (stem: string, from: number, to: number, value: number): void =>
    builder.equation(from, [to, unseen(builder, names, stem, value, difference)]);
  between(`${stems.asked} not`, keptBy, asked, kept - waterfall.asked.n);
  between(`${stems.asked} no answer`, asked, answered, waterfall.asked.n - waterfall.answered.n);
  between(`${stems.answered} no view`, answered, substantive, waterfall.answered.n - waterfall.substantive.n);
}

const difference: Role = { kind: 'difference' };

/** A quantity no table shows, as far as this one knows. */
function unseen(builder: Builder, { groups }: CellNames, stem: string, value: number, role: Role): number {
  return builder.quantity(nameIn(stem, groups), { role, value, isShown: false, cost: 0, isAmount: false, groups });
}

/** Those of a base who are not counted, where no row shows them. */
function addRest(builder: Builder, table: ShareTable, { cell, names, quantities }: Told): void {
  if (!names.hasRest || table.stackable || quantities.base === quantities.counted) return;
  const { base, counted, substantive } = cell.waterfall;
  const { stems } = names;
  const no = stems.counted.endsWith('| is yes') ? stems.counted.replace(/yes$/, 'no') : `${stems.counted} not`;
  const noValue = substantive.n - counted.n;
  if (noValue >= 0) {
    builder.equation(quantities.levels.substantive, [quantities.counted, unseen(builder, names, no, noValue, difference)]);
  }
  if (quantities.base !== quantities.levels.substantive) {
    const rest = unseen(builder, names, `${stems.counted} rest of ${stems.base}`, base.n - counted.n, { kind: 'rest' });
    builder.equation(quantities.base, [quantities.counted, rest]);
  }
}

/** A group that merges groups of another variable is their sum, where both are shown. */
function addMerged(builder: Builder, merges: ReadonlyMap<string, Merge>, told: Told): void {
  for (const [variable, group] of told.names.groups) {
    const merge = merges.get(variable);
    const parts = merge?.groups.get(group);
    if (merge === undefined || parts === undefined || told.names.groups.has(merge.of)) continue;
    const others = [...told.names.groups].filter(([name]) => name !== variable);
    for (const [stem, whole] of quantitiesOf(told)) {
      const found = parts.map((part) => {
        const groups = [...others, [merge.of, part] as const].sort(([a], [b]) => (a < b ? -1 : 1));
        return builder.find(nameIn(stem, new Map(groups)));
      });
      const known = found.flatMap((index) => index ?? []);
      if (known.length === parts.length) builder.equation(whole, known);
    }
  }
}

/** Where the same is shown with and without `among`, those it leaves out follow. */
function addOutside(builder: Builder, relations: Relations, table: ShareTable, told: Told): void {
  const { counts, groups } = told.names;
  if (counts.among === '') return;
  const everybody = namesOf({ ...relations, countsOf: () => ({ ...counts, among: '' }) }, table, told.cell);
  const pairs = [
    [everybody.stems.base, told.quantities.base],
    [everybody.stems.counted, told.quantities.counted],
    ...(['asked', 'answered', 'substantive'] as const).map(
      (level) => [everybody.stems[level], told.quantities.levels[level]] as const,
    ),
  ] as const;
  for (const [stem, within] of pairs) {
    const whole = builder.find(nameIn(stem, groups));
    const value = (whole === undefined ? 0 : (builder.at(whole)?.value ?? 0)) - (builder.at(within)?.value ?? 0);
    if (whole === undefined || whole === within || value < 0) continue;
    builder.equation(whole, [within, unseen(builder, told.names, `${stem} outside ${counts.among}`, value, difference)]);
  }
}
