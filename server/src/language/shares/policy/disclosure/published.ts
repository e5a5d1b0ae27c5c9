import type { Cell, ShareTable } from '../../types';
import type { DisclosureRules } from '../policy';
import type { Relations } from '../relations';
import { amountRole, type Contributions } from './concentration';
import { type CellNames, type Conditions, type Level, levels, nameIn, namesOf } from './names';
import { addRelated } from './related';
import { type Builder, type Role, type System, systemBuilder } from './system';
import type { CellQuantities, Told } from './told';

export interface Published {
  readonly system: System;
  /** For each table the quantities of its cells, in their order. */
  readonly tables: readonly (readonly CellQuantities[])[];
}

export type ContributionsOf = (table: ShareTable, cell: Cell) => Contributions | undefined;

/** Everything that tables show together, and all that a reader knows of how it hangs together. */
export function publishedBy(
  tables: readonly ShareTable[],
  relations: Relations,
  rules: DisclosureRules,
  contributions: ContributionsOf,
): Published {
  const builder = systemBuilder();
  const told = tables.map((table) =>
    table.cells.map((cell) => tell(builder, rules, table, cell, namesOf(relations, table, cell), contributions(table, cell))),
  );
  for (const [at, table] of tables.entries()) addRelated(builder, relations, table, told[at] ?? []);
  return { system: builder.build(), tables: told.map((cells) => cells.map(({ quantities }) => quantities)) };
}

function tell(
  builder: Builder,
  rules: DisclosureRules,
  table: ShareTable,
  cell: Cell,
  names: CellNames,
  contributions: Contributions | undefined,
): Told {
  const { groups, conditions } = names;
  const totals = table.by.length - groups.size;
  const add = (of: Conditions, value: number, role: Role, cost: number): number =>
    builder.quantity(nameIn(of, groups), { role, value, isShown: true, cost, isAmount: role.kind === 'amount', groups });
  const level = (of: Level): number => {
    const role: Role = { kind: of === 'amongNo' || of === 'amongMissing' ? 'dropped' : 'level' };
    return add(conditions[of], cell.waterfall[of].n, role, of === 'all' ? costs.all : costs.level + totals);
  };
  const told = Object.fromEntries(levels.map((of) => [of, level(of)])) as Record<Level, number>;
  const { n } = cell.waterfall.base;
  const base = add(conditions.base, n, { kind: 'level', isBase: true }, costs.base * (1 + totals));
  const isCounted = names.hasRest && conditions.counted !== conditions.base;
  const counted = add(
    conditions.counted,
    cell.waterfall.counted.n,
    isCounted
      ? { kind: 'count', bases: [base] }
      : names.amount === undefined
        ? { kind: 'count', bases: [] }
        : { kind: 'level', isBase: true },
    costs.counted * (1 + totals),
  );
  const amount =
    names.amount === undefined
      ? undefined
      : add(names.amount, 0, amountRole(rules, groups, cell, contributions), costs.counted * (1 + totals));
  for (const one of [counted, ...(amount === undefined ? [] : [amount])]) builder.dependent(base, one);
  return { cell, names, quantities: { levels: told, base, counted, amount } };
}

/** A level beside the base is the first to go; the base takes all its cells along; the size of a group stands in every table. */
const costs = { level: 1, counted: 10, base: 40, all: 60 };
