/** The statistics: estimates from tallies, with their variance, intervals and tests. Knows nothing of codebooks. */

export { alphaOf, type Scored } from './alpha';
export { differenceApart, type SampledEstimate } from './apart';
export { degreesOfFreedom } from './degrees-of-freedom';
export { type DenseBlock, shareErrors } from './dense';
export { criticalT } from './distributions';
export { type Contribution, combine, type Estimated, type Part, ratioOf, type Term, totalOf } from './estimated';
export { type EstimatedQuantile, quantileOf } from './quantile';
export type * from './sample';
export { cappedInterval, intervalMethods } from './share-intervals';
export * from './tally';
export { type DifferenceTest, differenceTest, holm, independence, type TableCell } from './tests';
export type * from './types';
export { contrastUncertainty, type IntervalOptions, numberUncertainty, shareUncertainty } from './uncertainty';
export { type CovarianceMatrix, covarianceMatrix, covarianceOf, type Variance, varianceOf } from './variance';
export { type OfWave, type WaveDifference, waveDifference } from './waves';
