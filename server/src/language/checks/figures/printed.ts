import { namesIn } from '../../expression';
import type { Codebook, ResolvedIndicator } from '../../model/codebook';
import type { FigureDeclaration, FigureNumbers } from '../../model/declarations';
import { derivedBelow, variablesNamedBy } from '../../model/dependencies';
import { figureKeys } from '../../model/figure-keys';
import { figureIndicator } from '../../model/indicators';
import { isOwnDeclaration } from '../../model/inputs';
import { query } from '../../model/query';
import { type Operand, type Plan, planOfIndicator } from '../../shares';
import type { Place } from '../../syntax/entry';
import type { CheckSubject } from '../check';

/** A published figure whose definition is understood, with its numbers told apart by item, category and groups. */
export interface PrintedFigure {
  readonly declaration: FigureDeclaration;
  readonly indicator: ResolvedIndicator;
  readonly plan: Plan;
  /** Variables of the split. */
  readonly by: readonly string[];
  /** Whether its shares are of weighted numbers, so that the printed base says nothing about them. */
  readonly isWeighted: boolean;
  readonly numbers: readonly PrintedNumber[];
}

export interface PrintedNumber {
  readonly statistic: FigureNumbers['statistic'];
  readonly item?: string;
  readonly category?: string;
  /** A group for each variable of the split, `total` where the number leaves it out. */
  readonly groups: readonly string[];
  readonly value: number;
  readonly decimals: number;
  /** As printed. */
  readonly text: string;
  readonly place: Place;
}

/** Every figure of a codebook, also imported ones, whose definition is understood. Figures of frames are none. */
export function printedFigures(codebook: Codebook): readonly PrintedFigure[] {
  return [...codebook.figures.values()].flatMap((figure) => printedFigure(codebook, figure) ?? []);
}

/** Those of an entry. Where an id is declared twice the first is the figure. */
export function ownFigures({ codebook, own }: CheckSubject): readonly PrintedFigure[] {
  return own.figures.flatMap((figure) =>
    codebook.figures.get(figure.id.text) === figure ? (printedFigure(codebook, figure) ?? []) : [],
  );
}

/** Whether a figure is declared in the file itself, where findings may lie. */
export function isOwn(codebook: Codebook, { declaration }: PrintedFigure): boolean {
  return isOwnDeclaration(codebook, declaration);
}

export const printedFigure = query((codebook: Codebook, declaration: FigureDeclaration): PrintedFigure | undefined => {
  const indicator = figureIndicator(codebook, declaration);
  const plan = indicator === undefined ? undefined : planOfIndicator(codebook, indicator);
  if (indicator === undefined || plan === undefined) return undefined;
  const by = plan.by[0] ?? [];
  return {
    declaration,
    indicator,
    plan,
    by,
    isWeighted: plan.weighted && codebook.data?.weight !== undefined,
    numbers: declaration.numbers.flatMap((numbers) =>
      numbers.cells.map((cell): PrintedNumber => {
        const keys = figureKeys(codebook, declaration, numbers, cell);
        const named = (role: 'item' | 'category') => keys.find((key) => key.role === role)?.name.text;
        const [item, category] = [named('item'), named('category')];
        const given = keys.filter((key) => key.role === 'group').map((key) => key.name.text);
        return {
          statistic: numbers.statistic,
          ...(item === undefined ? {} : { item }),
          ...(category === undefined ? {} : { category }),
          groups: by.map((_, at) => given[at] ?? 'total'),
          value: cell.number.value,
          decimals: cell.decimals,
          text: cell.number.text,
          place: cell.number.place,
        };
      }),
    ),
  };
});

/** The printed percentages of a figure of shares; none for means and totals. */
export function sharesIn({ plan, numbers }: PrintedFigure): readonly PrintedNumber[] {
  if (plan.measure !== 'share' && plan.measure !== 'distribution') return [];
  return numbers.filter(({ statistic }) => statistic === 'share' || statistic === 'distribution');
}

/** The printed base of a number: its item's, or the one that all items share. */
export function baseOf({ numbers }: PrintedFigure, of: PrintedNumber): PrintedNumber | undefined {
  const bases = numbers.filter(({ statistic, groups }) => statistic === 'base' && isSameGroup(groups, of.groups));
  return bases.find(({ item }) => item === of.item) ?? bases.find(({ item }) => item === undefined);
}

export function isSameGroup(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((group, at) => group === other[at]);
}

/** What a number is about, in words of the codebook: "`ideas`, `agency`"; empty for the one number of a figure without a split. */
export function aboutOf({ item, category, groups }: About): string {
  const named = [item, category, ...groups];
  return named.flatMap((name) => (name === undefined ? [] : [`\`${name}\``])).join(', ');
}

/** Every variable whose answers decide the numbers of a figure. */
export function variablesBehind(codebook: Codebook, { rows }: Plan): readonly string[] {
  const read = rows.flatMap((row) => row.of.flatMap(readBy));
  const below = read.flatMap((name) => derivedBelow(codebook, name));
  return [...new Set(below.flatMap((name) => [name, ...named(codebook, name)]))];
}

function readBy(operand: Operand): readonly string[] {
  if (operand.kind === 'bound') return readBy(operand.of);
  return operand.kind === 'variable' ? [operand.name] : namesIn(operand.expression).map(({ variable }) => variable);
}

function named(codebook: Codebook, name: string): readonly string[] {
  return codebook.variables.get(name)?.declaration.kind === 'derived' ? variablesNamedBy(codebook, name) : [];
}

interface About {
  readonly item?: string | undefined;
  readonly category?: string | undefined;
  readonly groups: readonly string[];
}

/** Numbers that share what `keyOf` says, in their order. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
