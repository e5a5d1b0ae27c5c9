import { checkedExpression } from './checked';
import type { Codebook } from './codebook';
import type { FigureDeclaration, FigureNumbers, Name, PublishedNumber } from './declarations';
import { figureIndicator } from './indicators';

/** What one of the keys that lead to a published number stands for. */
export interface FigureKey {
  readonly role: 'frame' | 'item' | 'category' | 'group';
  readonly name: Name;
  /** The variable that has the item, category or group; absent for a frame, and where the figure's subject is not one variable. */
  readonly variable?: string;
}

/**
 * The keys of a published number by what they stand for. Levels nest item, category, group, second group; those a figure
 * does not have are left out. Groups are the innermost ones, as many as the figure is split by. A quantile's probability stands
 * in the place of a category, and is the name of none.
 */
export function figureKeys(
  codebook: Codebook,
  figure: FigureDeclaration,
  { statistic }: FigureNumbers,
  { keys }: PublishedNumber,
): readonly FigureKey[] {
  if (figure.frames !== undefined) return keys.map((name) => ({ role: 'frame', name }));
  const subject = figureSubject(codebook, figure);
  const split = figure.by?.variables ?? [];
  const outer = keys.length - Math.min(split.length, keys.length);
  const outerRoles =
    subject.hasItems && (outer > 1 || statistic !== 'distribution') ? (['item', 'category'] as const) : (['category'] as const);
  return keys.flatMap((name, at): FigureKey[] => {
    if (at >= outer) {
      const variable = split[at - outer]?.text;
      return [{ role: 'group', name, ...(variable === undefined ? {} : { variable }) }];
    }
    const role = outerRoles[at] ?? 'category';
    const isNamed = subject.variable !== undefined && !(role === 'category' && statistic === 'quantile');
    return [{ role, name, ...(isNamed ? { variable: subject.variable } : {}) }];
  });
}

/** The one variable a figure is about, and whether it has a row for each item. */
function figureSubject(
  codebook: Codebook,
  figure: FigureDeclaration,
): { readonly variable?: string; readonly hasItems: boolean } {
  const of = figureIndicator(codebook, figure)?.declaration.of;
  if (of === undefined) return { hasItems: false };
  const { type, uses } = checkedExpression(codebook, of, 'indicator_of').checked;
  const names = new Set(uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : [])));
  const [variable] = names;
  return { hasItems: type.kind === 'vector', ...(names.size === 1 && variable !== undefined ? { variable } : {}) };
}
