import type { Cell, Difference, ShareTable, WaterfallLevel } from '../types';
import { isSecondary } from './disclosure/hiding';
import { levels } from './disclosure/names';
import { type Hidden, protect } from './disclosure/protect';
import { type ContributionsOf, publishedBy } from './disclosure/published';
import type { CellQuantities } from './disclosure/told';
import type { Policy } from './policy';
import { precisionOf } from './precision';
import type { Relations } from './relations';
import { type Remake, repairFor } from './repair';
import { verdictOf } from './status';
import { withoutLevels } from './told';
import type { Reason } from './types';

/** What the tables alone don't tell, and a policy may need. */
export interface Known {
  readonly relations: Relations;
  /** The largest contributions to a mean or total, for rules of dominance; without it they find nothing. */
  readonly contributions?: ContributionsOf;
  /** A cell computed anew under a change, for repairs; without it, none that merges is proposed. */
  readonly remake?: Remake;
}

/**
 * The tables as they may be shown: every cell with its verdict, and of what may not be told nothing: no estimate, no count, no
 * bounds, no standard error, no difference and no test. `tables` must be all that is published together, since what one shows
 * may tell what another hides. Disclosure goes first, and what only precision keeps back keeps its base. Tables that have been
 * judged stay as they are, as does everything under a policy without rules.
 */
export function publishable(policy: Policy, tables: readonly ShareTable[], known: Known): readonly ShareTable[] {
  if (policy.precision === undefined && policy.disclosure === undefined) return tables;
  if (tables.every(isJudged)) return tables;
  const disclosed = disclosureOf(policy, tables, known);
  return tables.map((table, at) => judged(policy, table, disclosed[at] ?? [], known));
}

function isJudged({ cells }: ShareTable): boolean {
  return cells.every(({ verdict }) => verdict !== undefined);
}

/** What must not be told of a cell. */
interface Secret {
  /** Why its number goes; absent where only levels of its waterfall do. */
  readonly reason: Reason | undefined;
  readonly levels: readonly WaterfallLevel[];
}

function disclosureOf(policy: Policy, tables: readonly ShareTable[], known: Known): readonly (readonly Secret[])[] {
  const rules = policy.disclosure;
  if (rules === undefined) return [];
  const published = publishedBy(tables, known.relations, rules, known.contributions ?? (() => undefined));
  const hidden = protect(published.system, rules);
  return published.tables.map((cells) => cells.map((quantities) => secretOf(hidden, quantities)));
}

function secretOf(hidden: Hidden, { levels: ofLevels, base, counted, amount }: CellQuantities): Secret {
  const rules = [base, counted, ...(amount === undefined ? [] : [amount])].flatMap((index) => hidden.get(index) ?? []);
  const rule = rules.find((one) => !isSecondary(one)) ?? rules[0];
  const gone = levels.filter((level) => hidden.has(ofLevels[level]));
  const isBaseHidden = hidden.has(base);
  return {
    reason: rule === undefined ? undefined : { action: 'suppress', rule },
    levels: [
      ...gone,
      ...(isBaseHidden ? (['base'] as const) : []),
      ...(isBaseHidden || hidden.has(counted) ? (['counted'] as const) : []),
    ],
  };
}

const noSecret: Secret = { reason: undefined, levels: [] };

function judged(policy: Policy, table: ShareTable, secrets: readonly Secret[], known: Known): ShareTable {
  const secretItems = new Set(table.cells.flatMap(({ item }, at) => (secrets[at]?.reason === undefined ? [] : [item])));
  const cells = table.cells.map((cell, at) => {
    const secret = secrets[at] ?? noSecret;
    const told = judgedCell(policy, table, cell, secret, known);
    return secretItems.has(cell.item) ? withoutBounds(told) : told;
  });
  const gone = new Set(cells.flatMap((cell) => (cell.verdict?.action === 'suppress' ? [sideKey(cell, cell)] : [])));
  return {
    ...table,
    cells,
    differences: table.differences.map((one) => judgedDifference(one, gone)),
    tests: table.tests.map((test) =>
      cells.some((cell) => cell.item === test.item && cell.verdict?.action === 'suppress')
        ? { ...test, result: { kind: 'none', reason: 'suppressed' } }
        : test,
    ),
  };
}

function judgedCell(policy: Policy, table: ShareTable, cell: Cell, secret: Secret, known: Known): Cell {
  const { isCondition } = known.relations.countsOf(table);
  const precision = policy.precision && precisionOf(policy.precision, { ...cell, isCondition });
  const verdict = verdictOf(precision, secret.reason);
  const repair = verdict.action === 'publish' ? undefined : repairFor(policy, table, cell, secret.reason, known);
  const full = repair === undefined ? verdict : { ...verdict, repair };
  if (verdict.action !== 'suppress') {
    return { ...cell, waterfall: withoutLevels(cell.waterfall, secret.levels), verdict: full };
  }
  const { estimate: _, bounds: __, uncertainty, ...rest } = cell;
  return {
    ...rest,
    estimate: { kind: 'none', reason: 'suppressed' },
    ...(uncertainty === undefined ? {} : { uncertainty: { kind: 'none', reason: 'suppressed' } }),
    waterfall: withoutLevels(cell.waterfall, [...secret.levels, 'counted']),
    verdict: full,
  };
}

/** The bounds of a row add up to those of its total, so that the others' would tell a hidden one. */
function withoutBounds({ bounds: _, ...cell }: Cell): Cell {
  return cell;
}

function sideKey(
  { item }: Pick<Cell, 'item'>,
  side: { readonly groups: readonly string[]; readonly category?: string },
): string {
  return [item ?? '', side.category ?? '', ...side.groups].join('\n');
}

/** A difference tells both its sides, and that of a group from the rest the rest as well. */
function judgedDifference(difference: Difference, gone: ReadonlySet<string>): Difference {
  const { from, to, item } = difference;
  const isTold = (side: Difference['from']): boolean =>
    !gone.has(sideKey(difference, side)) &&
    (side.rest !== true || !gone.has(sideKey(difference, { ...side, groups: side.groups.map(() => 'total') })));
  if (isTold(from) && isTold(to)) return difference;
  return {
    ...(item === undefined ? {} : { item }),
    from,
    to,
    estimate: { kind: 'none', reason: 'suppressed' },
    uncertainty: { kind: 'none', reason: 'suppressed' },
    withoutTest: 'suppressed',
  };
}
