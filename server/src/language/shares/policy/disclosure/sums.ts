import type { ShareTable } from '../../types';
import type { Relations } from '../relations';
import { addsUp, levels } from './names';
import type { Builder } from './system';
import type { Told } from './told';

/** Groups sum to their total, in each direction of the split. */
export function addMargins(builder: Builder, table: ShareTable, told: readonly Told[]): void {
  const rows = groupedBy(told, ({ cell: { item, category, statistic, at } }) => [item, category, statistic, at].join('\n'));
  for (const row of rows.values()) {
    for (const at of table.by.keys()) {
      for (const total of row.filter(({ cell }) => cell.groups[at] === 'total')) {
        const parts = row.filter(({ cell }) => isPart(cell.groups, total.cell.groups, at)).map(summed);
        summed(total).forEach((whole, slot) => {
          const indices = parts.flatMap((part) => part[slot] ?? []);
          if (indices.length === parts.length) builder.equation(whole, indices);
        });
      }
    }
  }
}

/** What a cell shows that adds up over groups. */
function summed({ names, quantities }: Told): readonly number[] {
  const { amount } = quantities;
  return [
    ...levels.map((level) => quantities.levels[level]),
    quantities.base,
    quantities.counted,
    ...(amount !== undefined && names.amount !== undefined && addsUp(names.amount) ? [amount] : []),
  ];
}

function isPart(groups: readonly string[], total: readonly string[], at: number): boolean {
  return groups.every((group, place) => (place === at ? group !== 'total' : group === total[place]));
}

function groupedBy(told: readonly Told[], keyOf: (one: Told) => string): ReadonlyMap<string, readonly Told[]> {
  const grouped = new Map<string, Told[]>();
  for (const one of told) {
    const group = grouped.get(keyOf(one));
    if (group === undefined) grouped.set(keyOf(one), [one]);
    else group.push(one);
  }
  return grouped;
}

/** The answers of one group make up its base, and some of them a group of the scale; ticks are the ticks of all options. */
export function addRows(builder: Builder, relations: Relations, table: ShareTable, told: readonly Told[]): void {
  if (table.base === 'responses') {
    for (const options of groupedBy(told, ({ cell }) => cell.groups.join('\n')).values()) {
      const counted = options.map(({ quantities }) => quantities.counted);
      for (const { quantities } of options.slice(0, 1)) builder.equation(quantities.base, counted);
    }
  }
  if (!table.stackable) return;
  for (const answers of groupedBy(told, ({ cell }) => [cell.item, ...cell.groups].join('\n')).values()) {
    addAnswers(builder, relations, table, answers);
  }
}

function addAnswers(builder: Builder, relations: Relations, table: ShareTable, answers: readonly Told[]): void {
  const nets = new Set(table.categories.flatMap(({ id, net }) => (net === true ? [id] : [])));
  const missing = new Set(table.categories.flatMap((category) => (category.missing === undefined ? [] : [category.id])));
  const of = (isWanted: (category: string) => boolean): readonly number[] =>
    answers.filter(({ cell }) => isWanted(cell.category ?? '')).map(({ quantities }) => quantities.counted);
  const [first] = answers;
  if (first === undefined) return;
  builder.equation(
    first.quantities.base,
    of((id) => !nets.has(id)),
  );
  builder.equation(
    first.quantities.levels.substantive,
    of((id) => !nets.has(id) && !missing.has(id)),
  );
  for (const { cell, quantities } of answers) {
    const members = new Set(nets.has(cell.category ?? '') ? relations.members(table, cell.category ?? '') : []);
    if (members.size > 0)
      builder.equation(
        quantities.counted,
        of((id) => members.has(id)),
      );
  }
}
