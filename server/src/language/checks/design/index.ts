import type { Check } from '../check';
import { designCellMissing } from './design-cell-missing';
import { designNotANumber } from './design-not-a-number';
import { fpcBelowSample } from './fpc-below-sample';
import { fpcMixed } from './fpc-mixed';
import { fpcNotConstant } from './fpc-not-constant';
import { lonePsu } from './lone-psu';
import { replicateScaleMissing } from './replicate-scale-missing';
import { replicateWithoutWeight } from './replicate-without-weight';
import { rscalesLength } from './rscales-length';
import { stageWithoutUnits } from './stage-without-units';
import { weightsMissPopulation } from './weights-miss-population';

/** How the respondents were drawn: first what is declared of it, then what the data say against that. */
export const designChecks: readonly Check[] = [
  stageWithoutUnits,
  replicateScaleMissing,
  rscalesLength,
  replicateWithoutWeight,
  designCellMissing,
  designNotANumber,
  fpcMixed,
  fpcNotConstant,
  fpcBelowSample,
  lonePsu,
  weightsMissPopulation,
];
