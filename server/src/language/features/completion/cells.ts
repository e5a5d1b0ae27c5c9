import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { figureIndicator } from '../../model/indicators';
import type { NodePath } from '../../syntax';
import { labelled, type Names, textOf } from './names';
import type { CompletionPlace } from './types';

/**
 * The keys that may stand at one level of a figure's numbers (`figures`, id, statistic, then the levels): frames; or items,
 * categories and groups, each level those it can be.
 */
export function cellNames(place: CompletionPlace, path: NodePath): readonly Names[] {
  const { codebook, language } = place;
  const figure = codebook.figures.get(String(path[1]));
  if (figure === undefined) return [];
  if (figure.frames !== undefined) {
    if (path.length > 3) return [];
    const labelOf = (id: string) => textOf(codebook.frames.get(id)?.label, language);
    return [{ kind: 'frame', ids: figure.frames.map(({ text }) => text), labelOf }];
  }
  const levels = levelsOf(codebook, figure, subjectOf(codebook, figure), String(path[2]));
  const named = levels.map((level) => namesOf(place, level));
  const ids = named.map((names) => new Set(names.flatMap((some) => [...some.ids])));
  const deepest = path.slice(3).reduce<number>((from, key) => nextLevel(ids, from, String(key)), 0);
  return named.slice(deepest).flat();
}

interface Level {
  readonly of: 'items' | 'categories' | 'groups';
  readonly variable: Variable;
}

/** Levels may be left out: what may follow a key are the levels below the one it belongs to. */
function nextLevel(levels: readonly ReadonlySet<string>[], from: number, key: string): number {
  const at = levels.findIndex((ids, level) => level >= from && ids.has(key));
  return at < 0 ? from + 1 : at + 1;
}

function levelsOf(
  codebook: Codebook,
  figure: FigureDeclaration,
  subject: Variable | undefined,
  statistic: string,
): readonly Level[] {
  const split = (figure.by?.variables ?? []).flatMap((name) => codebook.variables.get(name.text) ?? []);
  const hasItems = subject?.type?.kind === 'vector';
  const groups = split.map((variable): Level => ({ of: 'groups', variable }));
  if (subject === undefined) return groups;
  const items: readonly Level[] = hasItems ? [{ of: 'items', variable: subject }] : [];
  const categories: readonly Level[] = !hasCategories.has(statistic) ? [] : [{ of: 'categories', variable: subject }];
  return [...items, ...categories, ...groups];
}

/** The others are one number for each group. */
const hasCategories = new Set(['share', 'distribution', 'count']);

function subjectOf(codebook: Codebook, figure: FigureDeclaration): Variable | undefined {
  const of = figureIndicator(codebook, figure)?.declaration.of;
  if (of === undefined) return undefined;
  const names = checkedExpression(codebook, of, 'indicator_of').checked.uses.filter((use) => use.meaning.kind === 'variable');
  return names[0] === undefined ? undefined : codebook.variables.get(names[0].name);
}

function namesOf(place: CompletionPlace, { variable, of }: Level): readonly Names[] {
  if (of === 'items') return [labelled(place, 'item', variable.items)];
  const { categories = [], groups = [], missing = [] } = variable.scale ?? {};
  if (of === 'categories') return [labelled(place, 'category', [...categories, ...groups, ...missing])];
  return [labelled(place, 'category', categories), { kind: 'keyword', ids: ['total'], labelOf: () => '' }];
}
