import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { figureIndicator } from '../../model/indicators';
import type { NodePath } from '../../syntax';
import { labelFor } from './edit';
import type { CompletionKind, CompletionPlace } from './types';

export interface CellName {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly detail: string;
}

/**
 * The keys that may stand at one level of a figure's numbers (`figures`, id, statistic, then the levels): frames; or items,
 * categories and groups, each level those it can be.
 */
export function cellNames(place: CompletionPlace, path: NodePath): readonly CellName[] {
  const { codebook } = place;
  const figure = codebook.own.figures.find((one) => one.id.text === path[1]);
  if (figure === undefined) return [];
  if (figure.frames !== undefined) return figure.frames.map((name) => frameName(place, name.text));
  const levels = levelsOf(codebook, figure, subjectOf(codebook, figure), String(path[2]));
  const named = levels.map((level) => namesOf(place, level));
  const deepest = path.slice(3).reduce<number>((from, key) => nextLevel(named, from, String(key)), 0);
  return named.slice(deepest).flat();
}

interface Level {
  readonly of: 'items' | 'categories' | 'groups';
  readonly variable: Variable;
}

/** Levels may be left out: what may follow a key are the levels below the one it belongs to. */
function nextLevel(named: readonly (readonly CellName[])[], from: number, key: string): number {
  const at = named.findIndex((names, level) => level >= from && names.some((name) => name.id === key));
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
  const categories: readonly Level[] = statistic === 'base' ? [] : [{ of: 'categories', variable: subject }];
  return [...items, ...categories, ...groups];
}

function subjectOf(codebook: Codebook, figure: FigureDeclaration): Variable | undefined {
  const of = figureIndicator(codebook, figure)?.declaration.of;
  if (of === undefined) return undefined;
  const names = checkedExpression(codebook, of, 'indicator_of').checked.uses.filter((use) => use.meaning.kind === 'variable');
  return names[0] === undefined ? undefined : codebook.variables.get(names[0].name);
}

function namesOf(place: CompletionPlace, { variable, of }: Level): readonly CellName[] {
  if (of === 'items') {
    return variable.items.map(({ id, labels }) => ({ id, kind: 'item', detail: labelFor(place, labels, id) }));
  }
  const { categories = [], groups = [], missing = [] } = variable.scale ?? {};
  const named = of === 'groups' ? categories : [...categories, ...groups, ...missing];
  const total: readonly CellName[] = of === 'groups' ? [{ id: 'total', kind: 'keyword', detail: '' }] : [];
  const names = named.map(({ id, labels }): CellName => ({ id, kind: 'category', detail: labelFor(place, labels, id) }));
  return [...names, ...total];
}

function frameName({ codebook, language }: CompletionPlace, id: string): CellName {
  const label = codebook.frames.get(id)?.label?.byLanguage;
  return { id, kind: 'frame', detail: (label?.[language] ?? label?.[''])?.text ?? '' };
}
