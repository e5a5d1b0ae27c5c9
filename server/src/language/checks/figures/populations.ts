import { formatExpression } from '../../expression';
import type { Codebook, Universe } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { query } from '../../model/query';
import { universeOfExpression } from '../../model/universe';
import { type PrintedFigure, type PrintedNumber, printedFigures, variablesBehind } from './printed';

/** A printed base, and whom it counts: two with one `key` must be the same number, were it not for nonresponse. */
export interface PrintedBase {
  readonly figure: PrintedFigure;
  readonly number: PrintedNumber;
  readonly population: Population;
  readonly group: string;
  readonly key: string;
  /** The printed numbers it is the sum of, for one that is not printed itself. */
  readonly parts?: readonly PrintedNumber[];
}

/** Who can be in a base: those led to the question, restricted by `among`, as far as the level of the base counts them. */
export interface Population {
  readonly universe: Universe;
  /** The conditions of the universe in their canonical spelling, sorted. */
  readonly conditions: readonly string[];
  /** In its canonical spelling; empty where nobody is left out. */
  readonly among: string;
  readonly filter: ExpressionText | undefined;
  readonly level: string;
}

/** Every printed base of a codebook, imported figures included. */
export function printedBases(codebook: Codebook): readonly PrintedBase[] {
  return printedFigures(codebook).flatMap((figure) => basesOf(codebook, figure));
}

const basesOf = query((codebook: Codebook, figure: PrintedFigure): readonly PrintedBase[] =>
  figure.numbers
    .filter(({ statistic }) => statistic === 'base')
    .flatMap((number): readonly PrintedBase[] => {
      const population = populationOf(codebook, figure, number.item);
      if (population === undefined) return [];
      const groups = number.groups.map((group) => (group === 'total' ? [] : [group]));
      return [{ figure, number, population, ...keyOf(codebook, { figure, number, population }, groups) }];
    }),
);

/** @param groups of each variable of the split those that are counted; none for all */
export function keyOf(
  codebook: Codebook,
  { figure, number, population }: Pick<PrintedBase, 'figure' | 'number' | 'population'>,
  groups: readonly (readonly string[])[],
): Pick<PrintedBase, 'group' | 'key'> {
  const group = groupsKey(codebook, figure.by, groups);
  const { conditions, among, level } = population;
  const subject = leavesOutItsOwn(codebook, figure) ? subjectOf(figure, number) : '';
  return { group, key: [...conditions, among, level, group, subject].join('\n') };
}

/**
 * Whether a base loses people to its own question alone: to its don't knows, or to a count that unknown items leave open. Such
 * a base can be compared with that of the same question only.
 */
function leavesOutItsOwn(codebook: Codebook, { plan }: PrintedFigure): boolean {
  if (plan.base === 'substantive') return true;
  return variablesBehind(codebook, plan).some((name) => {
    const declaration = codebook.variables.get(name)?.declaration;
    const rule = declaration?.kind === 'derived' ? declaration.unknown?.rule : undefined;
    return rule !== undefined && rule !== 'as_no';
  });
}

function subjectOf({ indicator }: PrintedFigure, { item = '' }: PrintedNumber): string {
  return `${indicator.declaration.of?.parsed.text.trim() ?? ''} ${item}`;
}

/** `undefined` where a base stands for several items whose routing differs, and for shares of ticks. */
export function populationOf(codebook: Codebook, figure: PrintedFigure, item?: string): Population | undefined {
  const { of, among } = figure.indicator.declaration;
  if (figure.plan.base === 'responses') return undefined;
  const items = item === undefined ? figure.plan.rows.map((row) => row.item?.id) : [item];
  const universes = items.map((one) => (of === undefined ? [] : universeOfExpression(codebook, of, 'indicator_of', one)));
  const [universe] = universes;
  if (universe === undefined) return undefined;
  const conditions = spelt(universe);
  if (universes.some((other) => spelt(other).join('\n') !== conditions.join('\n'))) return undefined;
  return { universe, conditions, among: among === undefined ? '' : spell(among), filter: among, level: figure.plan.base };
}

export function spelt(universe: Universe): readonly string[] {
  return [...new Set(universe.map(({ expression }) => spell(expression)))].sort();
}

function spell(text: ExpressionText): string {
  return formatExpression(text.parsed.tree);
}

/**
 * A group however it is split: a merged category is said as the categories it merges, so that `level = state` and `actor =
 * agency` are one group. A total restricts nothing.
 */
export function groupKey(codebook: Codebook, by: readonly string[], groups: readonly string[]): string {
  return groupsKey(
    codebook,
    by,
    groups.map((group) => (group === 'total' ? [] : [group])),
  );
}

function groupsKey(codebook: Codebook, by: readonly string[], groups: readonly (readonly string[])[]): string {
  const parts = by.flatMap((variable, at) => {
    const members = groups[at] ?? [];
    return members.length === 0 ? [] : [memberKey(codebook, variable, members)];
  });
  return [...new Set(parts)].sort().join(' and ');
}

function memberKey(codebook: Codebook, variable: string, groups: readonly string[]): string {
  const { declaration, type } = codebook.variables.get(variable) ?? {};
  const merged = declaration?.kind === 'derived' ? declaration.of : undefined;
  // A merge of itself, alone or in a circle, has no type: it is followed no further.
  if (declaration?.kind !== 'derived' || merged === undefined || type === undefined) {
    return `${variable} = ${[...groups].sort().join(', ')}`;
  }
  const nets = new Map(codebook.variables.get(merged.text)?.scale?.groups.map((net) => [net.id, net.members]));
  const members = declaration.categories
    .filter(({ id }) => groups.includes(id.text))
    .flatMap(({ of = [] }) => of.flatMap(({ text }) => nets.get(text) ?? [text]));
  return memberKey(codebook, merged.text, members);
}
