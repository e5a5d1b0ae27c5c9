import { criticalT, quantileOfBeta } from './distributions';
import type { Interval, IntervalMethod, NoInterval } from './types';

/** In the order of `Uncertainty.intervals`. */
export const intervalMethods: readonly IntervalMethod[] = ['logit', 'wilson', 'beta', 'likelihood', 'mean', 'asin'];

/** What the intervals of a share rest on. */
export interface ShareOf {
  /** Proportion. */
  readonly share: number;
  readonly variance: number;
  /** Respondents of positive weight in the base. */
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly level: number;
  /** Whether the effective number of respondents of a Korn–Graubard interval may not be above `n` (NCHS 2017; R has no cap). */
  readonly cap: boolean;
  /** Whether everybody in the population is in the base (`isCensus`). */
  readonly isCensus: boolean;
}

/**
 * The interval of a share strictly between 0 and 1 by one method, or what remains at the ends: a one-sided Korn–Graubard
 * interval, and no other. None where everybody was asked, none without degrees of freedom, and none where the variance is 0,
 * as it would have no width.
 */
export function shareInterval(of: ShareOf, method: IntervalMethod): Interval | NoInterval {
  const reason = reasonForNone(of);
  if (reason !== undefined) return { kind: 'none', method, reason };
  const t = criticalT(of.level, of.degreesOfFreedom);
  if (of.share === 0 || of.share === 1) {
    return method === 'beta' ? oneSided(of, t) : { kind: 'none', method, reason: 'share_of_0_or_1' };
  }
  return method === 'beta' ? kornGraubard(of, t) : interval(method, of, endsBy[method](of, t));
}

/** Korn and Graubard's interval with the effective number of respondents capped at that of the base, as NCHS asks for it. */
export function cappedInterval(of: Omit<ShareOf, 'cap' | 'isCensus'>): Interval | NoInterval {
  return shareInterval({ ...of, cap: true, isCensus: false }, 'beta');
}

function reasonForNone({ share, variance, degreesOfFreedom, isCensus }: ShareOf): NoInterval['reason'] | undefined {
  if (isCensus) return 'no_sampling_error';
  if (degreesOfFreedom <= 0) return 'no_degrees_of_freedom';
  const isBetween = share > 0 && share < 1;
  return share < 0 || share > 1 || (isBetween && variance <= 0) ? 'not_defined' : undefined;
}

type Ends = readonly [low: number, high: number];

/** `t`: how many standard errors an end is away. */
const endsBy: Readonly<Record<Exclude<IntervalMethod, 'beta'>, (of: ShareOf, t: number) => Ends>> = {
  logit,
  wilson,
  likelihood,
  mean: ({ share, variance }, t) => [share - t * Math.sqrt(variance), share + t * Math.sqrt(variance)],
  asin: arcsine,
};

/**
 * Estimate ± t × standard error on the logit scale (R `survey`: `svyciprop(method = "logit")`, and its `xlogit`; the same
 * with replicate weights, where R's `logit` takes the error of a regression's coefficient instead).
 */
function logit({ share, variance }: ShareOf, t: number): Ends {
  const centre = Math.log(share / (1 - share));
  const half = (t * Math.sqrt(variance)) / (share * (1 - share));
  return [inverseLogit(centre - half), inverseLogit(centre + half)];
}

/** Wilson's score interval of the effective number of respondents (R `survey` 4.5: `svyciprop(method = "wilson")`). */
function wilson({ share, variance }: ShareOf, t: number): Ends {
  const effective = (share * (1 - share)) / variance;
  const centre = (share + (t * t) / (2 * effective)) / (1 + (t * t) / effective);
  const half = ((t / (2 * effective)) * Math.sqrt(4 * effective * share * (1 - share) + t * t)) / (1 + (t * t) / effective);
  return [centre - half, centre + half];
}

/**
 * Where twice the loss of the binomial log-likelihood, scaled to the design's variance (Rao and Scott), is t². R `survey`
 * means the same by `method = "likelihood"`, but interpolates a profile of about ten points.
 */
function likelihood(of: ShareOf, t: number): Ends {
  const { share, variance } = of;
  const allowed = (t * t * variance) / (2 * share * (1 - share));
  const [low, high] = logit(of, t);
  return [likelihoodEnd(share, allowed, low), likelihoodEnd(share, allowed, high)];
}

/** Newton's method in the logit, in which the loss is convex: it comes to the end from outside, whatever the start. */
function likelihoodEnd(share: number, allowed: number, start: number): number {
  const lossAt = (logOdds: number): number =>
    -share * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds))) + Math.max(0, logOdds);
  const least = lossAt(Math.log(share / (1 - share)));
  let logOdds = Math.log(start / (1 - start));
  for (let step = 0; step < 50; step += 1) {
    const move = (lossAt(logOdds) - least - allowed) / (inverseLogit(logOdds) - share);
    logOdds -= move;
    if (Math.abs(move) < 1e-13 * Math.max(1, Math.abs(logOdds))) break;
  }
  return inverseLogit(logOdds);
}

/** Estimate ± t × standard error on the scale of the arcsine of the root, not beyond its ends (R: `method = "asin"`). */
function arcsine({ share, variance }: ShareOf, t: number): Ends {
  const centre = Math.asin(Math.sqrt(share));
  const half = (t * Math.sqrt(variance)) / (2 * Math.sqrt(share * (1 - share)));
  return [Math.sin(Math.max(0, centre - half)) ** 2, Math.sin(Math.min(Math.PI / 2, centre + half)) ** 2];
}

/** Korn and Graubard 1998 (R `survey`: `svyciprop(method = "beta")`): the exact interval of an effective number of respondents. */
function kornGraubard(of: ShareOf, t: number): Interval | NoInterval {
  const { share, variance, n, cap } = of;
  if (n < 2) return { kind: 'none', method: 'beta', reason: 'not_defined' };
  const uncapped = ((share * (1 - share)) / variance) * forDegreesOfFreedom(of, t);
  const effectiveN = cap ? Math.min(n, uncapped) : uncapped;
  const tail = (1 - of.level) / 2;
  const [yes, no] = [effectiveN * share, effectiveN * (1 - share)];
  const found = interval('beta', of, [quantileOfBeta(tail, yes, no + 1), quantileOfBeta(1 - tail, yes + 1, no)]);
  return found.kind === 'none' ? found : { ...found, effectiveN, capped: effectiveN < uncapped };
}

/**
 * At 0 and 1 no variance tells the effective number of respondents: it is that of the base, less where there are few degrees
 * of freedom. The open end leaves out (1 - level) / 2, as in a two-sided interval (so do Stata and NCHS).
 */
function oneSided(of: ShareOf, t: number): Interval | NoInterval {
  const { share, n, level } = of;
  if (n < 1) return { kind: 'none', method: 'beta', reason: 'not_defined' };
  const effectiveN = n < 2 ? n : Math.min(n, n * forDegreesOfFreedom(of, t));
  const away = 1 - ((1 - level) / 2) ** (1 / effectiveN);
  const ends =
    share === 0 ? ({ low: 0, high: away, sides: 'upper' } as const) : ({ low: 1 - away, high: 1, sides: 'lower' } as const);
  return { kind: 'interval', ...ends, level, method: 'beta', effectiveN, capped: false };
}

/** What few degrees of freedom take away of the effective number of respondents. */
function forDegreesOfFreedom({ level, n }: ShareOf, t: number): number {
  return (criticalT(level, n - 1) / t) ** 2;
}

function interval(method: IntervalMethod, { level }: ShareOf, [low, high]: Ends): Interval | NoInterval {
  if (!(low < high)) return { kind: 'none', method, reason: 'not_defined' };
  return { kind: 'interval', low, high, level, method, sides: 'both' };
}

function inverseLogit(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
