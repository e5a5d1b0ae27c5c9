import {
  combine,
  contrastUncertainty,
  type DifferenceTest,
  differenceApart,
  differenceTest,
  type IntervalOptions,
} from '../../estimation';
import type { Sample } from '../../estimation/sample';
import type { CellNumber } from '../cell-numbers';
import type { Cell, Uncertainty } from '../types';
import type { WaveDifference } from './types';

/** How the rounds were drawn: as one sample, or each as its own. */
export interface DrawnRounds {
  /** Of both rounds together. */
  readonly together?: Sample;
  readonly earlier: Sample;
  readonly now: Sample;
}

/** The two numbers that a difference is made of; absent for what has no standard error. */
export interface NumberPair {
  readonly earlier: CellNumber | undefined;
  readonly now: CellNumber | undefined;
}

/**
 * The change of one cell, from unrounded numbers. Where a side is suppressed so is the change. No test where a share is 0 or 1: its
 * standard error is 0, which says nothing.
 */
export function waveDifference(
  earlier: Cell,
  now: Cell,
  numbers: NumberPair,
  drawn: DrawnRounds,
  options: IntervalOptions,
): Omit<WaveDifference, 'disparities'> {
  const sides = [earlier, now];
  const cells = { earlier, now };
  if (sides.some(isSuppressed)) {
    const none = { kind: 'none', reason: 'suppressed' } as const;
    return { ...cells, estimate: none, uncertainty: none, withoutTest: 'suppressed' };
  }
  if (earlier.estimate.kind === 'none') return { ...cells, estimate: earlier.estimate };
  if (now.estimate.kind === 'none') return { ...cells, estimate: now.estimate };
  const estimate = { kind: 'value', value: now.estimate.value - earlier.estimate.value } as const;
  const sure = certainty(numbers, drawn, options);
  if (sure === undefined) {
    return { ...cells, estimate, uncertainty: { kind: 'none', reason: 'not_defined' }, withoutTest: 'no_variance' };
  }
  const { uncertainty, test } = sure;
  if (sides.some(isShareAtEnd)) return { ...cells, estimate, uncertainty, withoutTest: 'share_of_0_or_1' };
  return {
    ...cells,
    estimate,
    uncertainty,
    ...(test.kind === 'value' ? { pValue: test.pValue } : { withoutTest: test.reason }),
  };
}

/** Whether the policy, or a rule before it, keeps a number from being shown. */
export function isSuppressed({ estimate, verdict }: Cell): boolean {
  return verdict?.action === 'suppress' || (estimate.kind === 'none' && estimate.reason === 'suppressed');
}

function isShareAtEnd({ statistic, estimate }: Cell): boolean {
  return statistic === 'share' && estimate.kind === 'value' && (estimate.value === 0 || estimate.value === 1);
}

interface Certainty {
  readonly uncertainty: Uncertainty;
  readonly test: DifferenceTest;
}

function certainty({ earlier, now }: NumberPair, drawn: DrawnRounds, options: IntervalOptions): Certainty | undefined {
  if (earlier?.estimated === undefined || now?.estimated === undefined) return undefined;
  if (drawn.together === undefined) {
    const from = { sample: drawn.earlier, estimated: earlier.estimated };
    return differenceApart(from, { sample: drawn.now, estimated: now.estimated }, options);
  }
  const contrast = combine([
    { estimated: now.estimated, coefficient: 1 },
    { estimated: earlier.estimated, coefficient: -1 },
  ]);
  const uncertainty = contrastUncertainty(drawn.together, contrast, options);
  if (uncertainty.kind === 'none') return { uncertainty, test: { kind: 'none', reason: 'no_variance' } };
  if (isNoise(uncertainty.standardError, [earlier, now])) return unchanged(uncertainty);
  return { uncertainty, test: differenceTest(drawn.together, contrast, uncertainty.degreesOfFreedom) };
}

/** Below this part of the two standard errors, that of a difference is the noise of binary fractions. */
const noise = 1e-12;

function isNoise(standardError: number, numbers: readonly CellNumber[]): boolean {
  const errors = numbers.map(({ uncertainty }) => (uncertainty?.kind === 'value' ? uncertainty.standardError : 0));
  return standardError <= noise * Math.hypot(...errors);
}

/** Every unit says the same in both rounds. */
function unchanged(uncertainty: Uncertainty & { readonly kind: 'value' }): Certainty {
  const interval = { kind: 'none', method: 'wald', reason: 'not_defined' } as const;
  const reason = uncertainty.degreesOfFreedom <= 0 ? 'no_degrees_of_freedom' : 'no_variance';
  return { uncertainty: { ...uncertainty, standardError: 0, interval }, test: { kind: 'none', reason } };
}
