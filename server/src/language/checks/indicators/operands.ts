import type { TypedExpression } from '../../expression/typed';
import type { ScalarType } from '../../expression/types';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText, IndicatorDeclaration } from '../../model/declarations';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { restsOnSoundNames } from '../expressions/sound';

/** What an indicator is of, or is divided by, with its type. */
export interface Operand {
  readonly text: ExpressionText;
  readonly typed: TypedExpression;
  /** Of a battery, the type of its items. */
  readonly type: ScalarType;
  readonly isVector: boolean;
}

/** `undefined` where it is absent or not understood, which is a problem of its own. */
export function operandOf(codebook: Codebook, indicator: IndicatorDeclaration, key: 'of' | 'per'): Operand | undefined {
  const site = expressionsIn(indicator).find((one) => one.key === key);
  return site === undefined ? undefined : typedOperand(codebook, site);
}

function typedOperand(codebook: Codebook, site: ExpressionSite): Operand | undefined {
  if (!restsOnSoundNames(codebook, site)) return undefined;
  const { typed, type } = checkedExpression(codebook, site.text, site.where, site.expected).checked;
  if (type.kind === 'unknown') return undefined;
  const isVector = type.kind === 'vector';
  return { text: site.text, typed, type: isVector ? type.of : type, isVector };
}

/** What an indicator is of, in plain words. */
export function typeInWords(type: ScalarType): string {
  switch (type.kind) {
    case 'yes_no':
      return 'a condition';
    case 'category':
      return 'categories';
    case 'number':
      return 'a number';
    case 'text':
      return 'a text';
    case 'date':
      return 'a date';
  }
}
