import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { AnyDeclaration } from '../../model/declarations';
import { variablesNamedBy } from '../../model/dependencies';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { chainedQuery } from '../../model/query';
import type { SubjectName } from '../../shares';

/** Whether an expression is understood whole. What is not has a problem of its own, and nothing more is said of it. */
export function isSound(codebook: Codebook, { text, where, expected }: ExpressionSite): boolean {
  return checkedExpression(codebook, text, where, expected).problems.length === 0;
}

/** Whether a declaration's own expressions are all understood. */
export function isSoundDeclaration(codebook: Codebook, declaration: AnyDeclaration): boolean {
  return expressionsIn(declaration).every((site) => isSound(codebook, site));
}

/**
 * Whether a question or derived variable can be understood with everything it rests on: what it is computed from and who is
 * asked, down to the questions, has no problem and goes in no circle.
 */
export const restsOnSound = chainedQuery(
  variablesNamedBy,
  (codebook, name): boolean => {
    const variable = codebook.variables.get(name);
    if (variable?.type === undefined || !isSoundDeclaration(codebook, variable.declaration)) return false;
    return variablesNamedBy(codebook, name).every((one) => restsOnSound(codebook, one));
  },
  // Whatever is asked for while it is being looked at goes in a circle.
  { meanwhile: false },
);

/** Whether the variables that an expression names can all be understood, and it itself. */
export function restsOnSoundNames(codebook: Codebook, site: ExpressionSite): boolean {
  if (!isSound(codebook, site)) return false;
  const { uses } = checkedExpression(codebook, site.text, site.where, site.expected).checked;
  return uses.every(({ name, meaning }) => meaning.kind !== 'variable' || restsOnSound(codebook, name));
}

/** Whether what shares are asked for is understood with everything it rests on; what is not has no numbers. */
export function hasSoundDefinition(codebook: Codebook, { kind, id }: SubjectName): boolean {
  if (kind !== 'indicator') return restsOnSound(codebook, id);
  const declaration = codebook.indicators.get(id);
  return declaration !== undefined && expressionsIn(declaration).every((site) => restsOnSoundNames(codebook, site));
}
