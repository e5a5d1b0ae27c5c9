import type { LonePsu, Sample } from '../estimation/sample';
import type { DataFinding } from './types';

/** How the rows of a table were drawn, and where each of them stands in that. */
export interface Drawn {
  readonly sample: Sample;
  /** The leaf of each row; absent where all are in leaf 0. */
  readonly leafOf?: Uint32Array;
  /** Of each replicate, the weight of each row; `[]` where the sample is linearised. */
  readonly replicateWeights: readonly Float64Array[];
  /** A design is declared that the data do not fit, so that no standard error can be told. */
  readonly isBroken?: true;
}

export interface DrawnResult {
  readonly drawn: Drawn;
  /** What the data say against the design. */
  readonly findings: readonly DataFinding[];
}

/** Each respondent drawn by itself, with replacement. */
export function drawnAlone(rows: number, lonePsu: LonePsu = 'fail'): Drawn {
  const stratum = { label: '', sampled: rows, units: { kind: 'respondents', leaf: 0 } } as const;
  return { sample: { kind: 'linearised', strata: [stratum], leaves: 1, lonePsu }, replicateWeights: [] };
}
