import type { Scope, ScopedVariable } from '../expression/types';
import { remembered } from '../text/remember';
import type { Codebook, Variable } from './codebook';
import { variableLists } from './inputs';
import { questionsWithCategory } from './with-category';

/** Where an expression stands decides whether it may aggregate items, and whether it may give one value per item. */
export type ExpressionPlace = 'ask_if' | 'derived' | 'indicator_of' | 'among';

/** The names an expression of this codebook may use. */
export function scopeFor(codebook: Codebook, where: ExpressionPlace): Scope {
  return {
    variable: (name) => {
      const variable = codebook.variables.get(name);
      return variable === undefined ? undefined : scopedVariable(variable);
    },
    nameLists: () => variableLists(codebook),
    withCategory: (id) => questionsWithCategory(codebook, id),
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
