import type { Check } from '../check';
import { codebookNameMissing } from './codebook-name-missing';
import { illegalId } from './illegal-id';
import { labelMissing } from './label-missing';
import { missingKey } from './missing-key';
import { reservedId } from './reserved-id';
import { undeclaredLanguages } from './undeclared-languages';
import { unknownKey } from './unknown-key';
import { unknownLanguage } from './unknown-language';
import { unknownValue } from './unknown-value';
import { wrongType } from './wrong-type';

export const structureChecks: readonly Check[] = [
  codebookNameMissing,
  unknownKey,
  missingKey,
  wrongType,
  unknownValue,
  illegalId,
  reservedId,
  labelMissing,
  unknownLanguage,
  undeclaredLanguages,
];
