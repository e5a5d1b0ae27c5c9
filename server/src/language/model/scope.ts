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
  const seen = new Map<string, ScopedVariable>();
  return {
    variable: (name) => {
      const variable = lookup(name);
      if (variable === undefined) return undefined;
      const scoped = seen.get(name) ?? scopedVariable(variable);
      if (scoped !== undefined) seen.set(name, scoped);
      return scoped;
    },
    variableNames: () => names,
    allowsAggregates: where === 'derived',
    allowsVector: where === 'indicator_of',
  };
}

/** A variable whose type is not known is left out: what is wrong with it is said where it is declared. */
export function scopedVariable(variable: Variable): ScopedVariable | undefined {
  const { name, type, labels, items, scale } = variable;
  if (type === undefined) return undefined;
  return {
    name,
    type,
    labels,
    itemLabels: Object.fromEntries(items.map((item) => [item.id, item.labels])),
    reversed: new Set(items.filter((item) => item.reverse).map((item) => item.id)),
    missing: scale?.missing ?? [],
    missingCodes: type.kind === 'number' ? (scale?.missing ?? []).flatMap((missing) => missing.code ?? []) : [],
  };
}
