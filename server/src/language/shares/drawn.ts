import type { Sample } from '../estimation/sample';

/** How the rows of a table were drawn, and where each of them stands in that. */
export interface Drawn {
  readonly sample: Sample;
  /** The leaf of each row; absent where all are in leaf 0. */
  readonly leafOf?: Uint32Array;
  /** Of each replicate, the weight of each row; `[]` where the sample is linearised. */
  readonly replicateWeights: readonly Float64Array[];
}

/** Each respondent drawn by itself, with replacement. */
export function drawnAlone(rows: number): Drawn {
  const stratum = { label: '', sampled: rows, units: { kind: 'respondents', leaf: 0 } } as const;
  return { sample: { kind: 'linearised', strata: [stratum], leaves: 1, lonePsu: 'fail' }, replicateWeights: [] };
}
