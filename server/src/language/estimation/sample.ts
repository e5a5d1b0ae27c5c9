/**
 * How the respondents were drawn, as far as standard errors need it. Every respondent lies in exactly one **leaf**: the last
 * sampling unit that others share with them. Where respondents themselves are drawn in the last stage, that is their stratum;
 * where everybody in a cluster answers, it is the cluster. Leaves are numbered from 0, and sums over respondents are told apart
 * by them (`UnitSums`). Without a design there is one stratum, whose leaf is 0.
 */
export type Sample = LinearisedSample | ReplicateSample;

export interface LinearisedSample {
  readonly kind: 'linearised';
  /** Strata of the first stage. */
  readonly strata: readonly Stratum[];
  readonly leaves: number;
  readonly lonePsu: LonePsu;
}

/** What happens in a stratum with one sampling unit (R `survey`: `options(survey.lonely.psu)`). */
export type LonePsu = 'fail' | 'certainty' | 'average' | 'adjust';

export interface Stratum {
  /** What its columns say, for messages: `north`; `''` where there are no strata. */
  readonly label: string;
  /** Sampling units in the data, also those without anybody in a domain. */
  readonly sampled: number;
  /** Sampling units in the population; absent where the population counts as infinite. */
  readonly population?: number;
  readonly units:
    | { readonly kind: 'respondents'; readonly leaf: number }
    | { readonly kind: 'clusters'; readonly clusters: readonly Cluster[] };
}

export type Cluster =
  | { readonly kind: 'leaf'; readonly leaf: number }
  /** A further stage of sampling within it. */
  | { readonly kind: 'stage'; readonly strata: readonly Stratum[] };

/** Replicate weights: every sum is repeated with each of them (`Tally.replicates`). */
export interface ReplicateSample {
  readonly kind: 'replicates';
  readonly replicates: number;
  /** The variance is `scale` × the sum over replicates of `rscales` × squared deviations. */
  readonly scale: number;
  readonly rscales: Float64Array;
  /** Deviations from the mean of the replicates (R's default), or from the estimate itself (R: `mse = TRUE`). */
  readonly around: 'mean' | 'estimate';
  /** Rank of the replicate weights less one, or as stated. */
  readonly degreesOfFreedom: number;
}
