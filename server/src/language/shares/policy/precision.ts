import { cappedInterval, criticalT } from '../../estimation';
import type { Interval, NoInterval, Uncertainty } from '../../estimation/types';
import type { Cell } from '../types';
import type { PrecisionPack, PrecisionRule, Subject } from './packs/types';
import type { PrecisionMeasure, Reason } from './types';

/** A number with all that rules of precision look at. */
export type Measured = Pick<Cell, 'statistic' | 'estimate' | 'uncertainty' | 'waterfall'> & {
  /** Whether a total is of a condition: the estimated number of those for whom it is yes. */
  readonly isCondition?: boolean;
};

/**
 * What a pack says of a number: the first broken rule that suppresses, else the first that flags, else `all_met`. Where a rule
 * needs what is not known (no standard error, no interval at its level), it counts as broken and is named `…_not_known`: what
 * can't be judged is not called precise. A pack without rules for the statistic says `no_rule`. No reason without an estimate.
 */
export function precisionOf(pack: PrecisionPack, cell: Measured): Reason | undefined {
  if (cell.estimate.kind === 'none') return undefined;
  const subject = subjectOf(cell);
  const rules = subject === 'count' ? [] : pack.rules.filter(({ of }) => of.includes(subject));
  if (rules.length === 0) return { action: 'publish', rule: 'no_rule', pack: pack.name };
  const found = rules.flatMap((rule) => broken(pack, rule, cell));
  const binding = found.find(({ action }) => action === 'suppress') ?? found[0];
  return binding ?? { action: 'publish', rule: 'all_met', pack: pack.name };
}

/** An unweighted count of respondents is no estimate. */
function subjectOf({ statistic, isCondition }: Measured): Subject {
  return statistic === 'total' && isCondition === true ? 'population_count' : statistic;
}

function broken(pack: PrecisionPack, rule: PrecisionRule, cell: Measured): readonly Reason[] {
  const { name, action, measure, limit, breaks, unless } = rule;
  const reason = { action, measure, limit, pack: pack.name };
  if (unless !== undefined) {
    const exempting = measured(unless.measure, pack, cell);
    if (exempting !== 'not_known' && exempting !== 'does_not_apply' && exempting <= unless.atMost) return [];
  }
  const value = measured(measure, pack, cell);
  if (value === 'does_not_apply') return [];
  if (value === 'not_known') return [{ ...reason, rule: `${name}_not_known` }];
  const isBroken = breaks === 'below' ? value < limit : breaks === 'above' ? value > limit : value >= limit;
  return isBroken ? [{ ...reason, rule: name }] : [];
}

type Value = number | 'not_known' | 'does_not_apply';

function measured(measure: PrecisionMeasure, pack: PrecisionPack, cell: Measured): Value {
  const { estimate, uncertainty, waterfall, statistic } = cell;
  if (estimate.kind === 'none') return 'does_not_apply';
  const isEdge = statistic === 'share' && (estimate.value === 0 || estimate.value === 1);
  switch (measure) {
    case 'n':
      return waterfall.base.n;
    case 'counted':
      return waterfall.counted.n;
    case 'zero_or_hundred':
      return isEdge ? 1 : 0;
    case 'effective_n':
      return isEdge ? waterfall.base.n : effectiveN(uncertainty, waterfall.base.n);
    case 'df':
      return degreesOfFreedom(uncertainty);
    case 'standard_error_over_curve':
      return isEdge ? 'does_not_apply' : overCurve(estimate.value, uncertainty);
    case 'cv':
      return cv(estimate.value, uncertainty);
    case 'log_cv':
      return isEdge ? 'does_not_apply' : logCv(estimate.value, uncertainty);
    case 'width':
      return isEdge ? 'does_not_apply' : shareWidth(pack, estimate.value, waterfall.base.n, uncertainty);
    case 'relative_width':
      if (isEdge) return 'does_not_apply';
      if (statistic !== 'share') return logarithmicWidth(pack, estimate.value, uncertainty);
      return over(shareWidth(pack, estimate.value, waterfall.base.n, uncertainty), estimate.value);
    case 'complement_relative_width':
      return isEdge
        ? 'does_not_apply'
        : over(shareWidth(pack, estimate.value, waterfall.base.n, uncertainty), 1 - estimate.value);
  }
}

/** Where the standard error is 0, as in a census, the number of respondents is what an estimate rests on. */
function effectiveN(uncertainty: Uncertainty | undefined, n: number): Value {
  if (uncertainty?.kind !== 'value') return 'not_known';
  if (uncertainty.effectiveN !== undefined) return uncertainty.effectiveN;
  if (uncertainty.designEffect !== undefined && uncertainty.designEffect > 0) return n / uncertainty.designEffect;
  return uncertainty.standardError === 0 ? n : 'not_known';
}

/** Without degrees of freedom there are 0 of them, which is known. */
function degreesOfFreedom(uncertainty: Uncertainty | undefined): Value {
  if (uncertainty?.kind === 'value') return uncertainty.degreesOfFreedom;
  return uncertainty?.reason === 'no_degrees_of_freedom' ? 0 : 'not_known';
}

function standardError(uncertainty: Uncertainty | undefined): Value {
  return uncertainty?.kind === 'value' ? uncertainty.standardError : 'not_known';
}

/** An estimate of 0 has no coefficient of variation, unless nothing varies. */
function cv(estimate: number, uncertainty: Uncertainty | undefined): Value {
  const error = standardError(uncertainty);
  if (error === 'not_known' || error === 'does_not_apply') return error;
  if (estimate === 0) return error === 0 ? 'does_not_apply' : Number.POSITIVE_INFINITY;
  return error / Math.abs(estimate);
}

/** The coefficient of variation of −log of the share, or of its complement where the share is a half or more (R `calidad`). */
function logCv(share: number, uncertainty: Uncertainty | undefined): Value {
  const ratio = cv(share, uncertainty);
  return typeof ratio === 'number' ? ratio / -Math.log(share < 0.5 ? share : 1 - share) : ratio;
}

/** The standard error of a share over p^(2/3)/9, p the share or, above a half, its complement (INE Chile). */
function overCurve(share: number, uncertainty: Uncertainty | undefined): Value {
  const error = standardError(uncertainty);
  return typeof error === 'number' ? error / ((share <= 0.5 ? share : 1 - share) ** (2 / 3) / 9) : error;
}

/**
 * The width of Korn and Graubard's interval of a share, at the pack's level and with the effective number of respondents capped at
 * that of the base; made anew where the codebook asks for another. Nothing varies: no width.
 */
function shareWidth(pack: PrecisionPack, share: number, n: number, uncertainty: Uncertainty | undefined): Value {
  if (uncertainty?.kind !== 'value') return 'not_known';
  const { standardError, degreesOfFreedom } = uncertainty;
  if (standardError === 0) return 0;
  const found = uncertainty.intervals.filter(isBeta).filter((one) => fitsLevel(pack, one));
  const made = found.find(({ capped }) => capped === true) ?? found.find(({ effectiveN = 0 }) => effectiveN <= n);
  const level = pack.level ?? levelOf(uncertainty) ?? 0.95;
  const interval = made ?? cappedInterval({ share, variance: standardError ** 2, n, degreesOfFreedom, level });
  return interval.kind === 'interval' ? interval.high - interval.low : 'not_known';
}

function levelOf({ interval }: Extract<Uncertainty, { kind: 'value' }>): number | undefined {
  return interval.kind === 'interval' ? interval.level : undefined;
}

function isBeta(one: Interval | NoInterval): one is Interval {
  return one.kind === 'interval' && one.method === 'beta';
}

function fitsLevel({ level }: PrecisionPack, interval: Interval): boolean {
  return level === undefined || interval.level === level;
}

/**
 * The relative width of a count's interval on the logarithmic scale, from its symmetric one: t·SE/x either side of log x, so that
 * the ends are x·e^(±t·SE/x) (NCHS 2023).
 */
function logarithmicWidth(pack: PrecisionPack, estimate: number, uncertainty: Uncertainty | undefined): Value {
  if (uncertainty?.kind !== 'value') return 'not_known';
  if (estimate <= 0) return 'does_not_apply';
  const { interval } = uncertainty;
  if (interval.kind !== 'interval' || interval.method !== 'wald') {
    return uncertainty.standardError === 0 ? 0 : 'not_known';
  }
  const { standardError, degreesOfFreedom } = uncertainty;
  const half = fitsLevel(pack, interval)
    ? (interval.high - interval.low) / 2
    : criticalT(pack.level ?? interval.level, degreesOfFreedom) * standardError;
  return 2 * Math.sinh(half / estimate);
}

function over(width: Value, share: number): Value {
  return typeof width === 'number' ? width / share : width;
}
