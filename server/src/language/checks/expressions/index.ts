import type { Check } from '../check';
import { ambiguousName } from './ambiguous-name';
import { expressionSyntax } from './expression-syntax';
import { functionOutOfPlace } from './function-out-of-place';
import { orderNeeded } from './order-needed';
import { scoresMissing } from './scores-missing';
import { sentinelInArithmetic } from './sentinel-in-arithmetic';
import { typeMismatch } from './type-mismatch';
import { unknownFunction } from './unknown-function';
import { vectorOutOfPlace } from './vector-out-of-place';

/** Names that nothing declares are found by the checks of names, also where they stand in expressions. */
export const expressionChecks: readonly Check[] = [
  expressionSyntax,
  unknownFunction,
  ambiguousName,
  typeMismatch,
  orderNeeded,
  sentinelInArithmetic,
  scoresMissing,
  functionOutOfPlace,
  vectorOutOfPlace,
];
