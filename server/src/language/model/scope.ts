import type { Scope, ScopedVariable } from '../expression/types';
import type { Codebook, Variable } from './codebook';
import { remembered, rememberedByText } from './remember';

/** Where an expression stands decides whether it may aggregate items, and whether it may give one value per item. */
export type ExpressionPlace = 'ask_if' | 'derived' | 'indicator_of' | 'among';

export type Lookup = (name: string) => Variable | undefined;

/** The names an expression of this codebook may use. The same codebook and place give the same scope. */
export function scopeFor(codebook: Codebook, where: ExpressionPlace): Scope {
  return scopesOf(codebook)(where);
}

const scopesOf = remembered((codebook: Codebook) =>
  rememberedByText((where: ExpressionPlace) =>
    scopeOver((name) => codebook.variables.get(name), [...codebook.variables.keys()], where),
  ),
);

export function scopeOver(lookup: Lookup, names: readonly string[], where: ExpressionPlace): Scope {
  return {
    variable: (name) => {
      const variable = lookup(name);
      return variable === undefined ? undefined : scopedVariable(variable);
    },
    variableNames: () => names,
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
