import type { Scope, ScopedVariable } from '../expression/types';
import type { Codebook, Variable } from './codebook';
import type { GroupDeclaration, QuestionDeclaration, ScaleDeclaration } from './declarations';
import { variableNames } from './inputs';
import { query } from './query';
import { remembered } from './remember';

/** Where an expression stands decides whether it may aggregate items, and whether it may give one value per item. */
export type ExpressionPlace = 'ask_if' | 'derived' | 'indicator_of' | 'among';

/** The names an expression of this codebook may use. */
export function scopeFor(codebook: Codebook, where: ExpressionPlace): Scope {
  return {
    variable: (name) => {
      const variable = codebook.variables.get(name);
      return variable === undefined ? undefined : scopedVariable(variable);
    },
    variableNames: () => variableNames(codebook, ''),
    withCategory: (id) => questionsWithCategory(codebook, '').get(id) ?? [],
    allowsAggregates: where === 'derived',
    allowsVector: where === 'indicator_of',
  };
}

const scopedVariable = remembered(
  ({ name, type, labels, items, scale }: Variable): ScopedVariable => ({
    name,
    type: type ?? { kind: 'unknown' },
    labels,
    itemLabels: Object.fromEntries(items.map((item) => [item.id, item.labels])),
    reversed: new Set(items.filter((item) => item.reverse).map((item) => item.id)),
    missing: scale?.missing ?? [],
    ...yesNoOf(scale),
    missingCodes: type?.kind === 'number' ? (scale?.missing ?? []).flatMap((missing) => missing.code ?? []) : [],
  }),
);

function yesNoOf(scale: Variable['scale']): Pick<ScopedVariable, 'yesNo'> {
  const labels = (answer: string) => scale?.categories.find(({ id }) => id === answer)?.labels;
  const [yes, no] = [labels('yes'), labels('no')];
  return yes === undefined || no === undefined ? {} : { yesNo: { yes, no } };
}

/** Questions by the ids of their categories and groups. */
const questionsWithCategory = query((codebook: Codebook, _: ''): ReadonlyMap<string, readonly string[]> => {
  const questions = new Map<string, string[]>();
  for (const question of codebook.questions.values()) {
    for (const { id } of categoriesOf(codebook, question)) {
      const same = questions.get(id.text);
      if (same === undefined) questions.set(id.text, [question.id.text]);
      else same.push(question.id.text);
    }
  }
  return questions;
});

function categoriesOf(codebook: Codebook, { type, scale }: QuestionDeclaration): readonly Pick<GroupDeclaration, 'id'>[] {
  if (type !== 'single' || scale === undefined) return [];
  const written: ScaleDeclaration | undefined = 'kind' in scale ? scale : codebook.scales.get(scale.text);
  return written === undefined ? [] : [...written.categories, ...written.groups];
}
