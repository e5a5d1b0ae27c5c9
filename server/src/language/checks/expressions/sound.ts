import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { AnyDeclaration } from '../../model/declarations';
import { circlesOf, derivedBelow } from '../../model/dependencies';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { remembered, rememberedByText } from '../../model/remember';
import { universeOf } from '../../model/universe';

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
export function restsOnSound(codebook: Codebook, variable: string): boolean {
  return soundIn(codebook)(variable);
}

const soundIn = remembered((codebook: Codebook) =>
  rememberedByText((name): boolean => {
    const inCircle = new Set(circlesOf(codebook).flat());
    const routed = [name, ...derivedBelow(codebook, name)].flatMap((one) => universeOf(codebook, one));
    const all = new Set([name, ...derivedBelow(codebook, name), ...routed.map(({ owner }) => owner)]);
    return [...all].every((one) => {
      const variable = codebook.variables.get(one);
      if (variable === undefined || variable.type === undefined || inCircle.has(one)) return false;
      return isSoundDeclaration(codebook, variable.declaration);
    });
  }),
);

/** Whether the variables that an expression names can all be understood, and it itself. */
export function restsOnSoundNames(codebook: Codebook, site: ExpressionSite): boolean {
  if (!isSound(codebook, site)) return false;
  const { uses } = checkedExpression(codebook, site.text, site.where, site.expected).checked;
  return uses.every(({ name, meaning }) => meaning.kind !== 'variable' || restsOnSound(codebook, name));
}
