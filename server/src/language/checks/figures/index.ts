import type { Check } from '../check';
import { baseOutsideRouting } from './base-outside-routing';
import { basesDisagree } from './bases-disagree';
import { countDisagreesWithShare } from './count-disagrees-with-share';
import { figureDiffers } from './figure-differs';
import { figureKeyUnknown } from './figure-key-unknown';
import { figureNotComputable } from './figure-not-computable';
import { figureWithoutSource } from './figure-without-source';
import { impossiblePercentage } from './impossible-percentage';
import { itemsNotPrinted } from './items-not-printed';
import { percentagesCannotSum } from './percentages-cannot-sum';
import { totalDisagrees } from './total-disagrees';

export const figureChecks: readonly Check[] = [
  figureKeyUnknown,
  figureWithoutSource,
  impossiblePercentage,
  percentagesCannotSum,
  countDisagreesWithShare,
  totalDisagrees,
  basesDisagree,
  baseOutsideRouting,
  itemsNotPrinted,
  figureDiffers,
  figureNotComputable,
];
