import { partsOf } from '../../expression';
import type { Aggregate, TypedExpression } from '../../expression/typed';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration, ExpressionText } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import { isSound } from '../expressions/sound';

/** A count, sum or mean over items, and the expression it stands in. */
export interface PlacedCount {
  readonly text: ExpressionText;
  readonly count: Aggregate;
}

/** Every count, sum and mean in the expressions of a derived variable that are understood. */
export function countsIn(codebook: Codebook, derived: DerivedDeclaration): readonly PlacedCount[] {
  return expressionsIn(derived).flatMap((site) => {
    if (!isSound(codebook, site)) return [];
    const { typed } = checkedExpression(codebook, site.text, site.where, site.expected).checked;
    return aggregatesIn(typed).map((count) => ({ text: site.text, count }));
  });
}

function aggregatesIn(typed: TypedExpression): readonly Aggregate[] {
  return [...(typed.kind === 'aggregate' ? [typed] : []), ...partsOf(typed).flatMap(aggregatesIn)];
}
