import { comparesCount, type Threshold } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { DerivedDeclaration } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import type { Place } from '../../syntax/entry';
import type { CheckSubject } from '../check';
import { isSound } from '../expressions/sound';

interface PlacedThreshold {
  readonly derived: DerivedDeclaration;
  readonly threshold: Threshold;
  readonly place: Place;
}

/** Every count of a file that is compared with a number. */
export function thresholdsIn({ codebook, own }: CheckSubject): readonly PlacedThreshold[] {
  return own.derived.flatMap((derived) =>
    expressionsIn(derived).flatMap((site) => {
      if (!isSound(codebook, site)) return [];
      const { typed } = checkedExpression(codebook, site.text, site.where, site.expected).checked;
      return comparesCount(typed).map((threshold) => ({ derived, threshold, place: site.text.toPlace(threshold.span) }));
    }),
  );
}

/** "`>= 8` of 7 items" */
export function thresholdInWords({ operator, k, items }: Threshold): string {
  return `\`${operator} ${k}\` of ${items} ${items === 1 ? 'item' : 'items'}`;
}
