import type { Check } from '../check';
import { duplicateId } from './duplicate-id';
import { importCyclic } from './import-cyclic';
import { importMissing } from './import-missing';
import { importOutside } from './import-outside';
import { importWithData } from './import-with-data';
import { unknownCategory } from './unknown-category';
import { unknownFrame } from './unknown-frame';
import { unknownIndicator } from './unknown-indicator';
import { unknownItem } from './unknown-item';
import { unknownPrecisionPack } from './unknown-precision-pack';
import { unknownScale } from './unknown-scale';
import { unknownStage } from './unknown-stage';
import { unknownVariable } from './unknown-variable';
import { unusedScale } from './unused-scale';
import { unusedStage } from './unused-stage';

export const nameChecks: readonly Check[] = [
  importMissing,
  importOutside,
  importCyclic,
  importWithData,
  duplicateId,
  unknownVariable,
  unknownItem,
  unknownScale,
  unknownCategory,
  unknownStage,
  unknownFrame,
  unknownIndicator,
  unknownPrecisionPack,
  unusedStage,
  unusedScale,
];
