import type { Check } from '../check';
import { answerAmongMissing } from './answer-among-missing';
import { categoryWithoutCode } from './category-without-code';
import { codeOverlap } from './code-overlap';
import { duplicateCode } from './duplicate-code';
import { duplicateLabel } from './duplicate-label';
import { groupMixesMissing } from './group-mixes-missing';
import { groupSkipsCategory } from './group-skips-category';
import { missingAmongCategories } from './missing-among-categories';
import { missingKindNotStated } from './missing-kind-not-stated';
import { orderOfScores } from './order-of-scores';

export const scaleChecks: readonly Check[] = [
  duplicateCode,
  codeOverlap,
  categoryWithoutCode,
  duplicateLabel,
  missingAmongCategories,
  answerAmongMissing,
  missingKindNotStated,
  groupMixesMissing,
  groupSkipsCategory,
  orderOfScores,
];
