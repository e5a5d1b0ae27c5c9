import type {
  Cluster,
  LinearisedSample,
  LonePsu,
  ReplicateSample,
  Sample,
  Stratum,
  Tally,
} from '../../server/src/language/estimation';

/** A row of data: texts and numbers by column. */
export type Row = Readonly<Record<string, string | number>>;

/** A design as R's `svydesign` is told it, by columns for each stage. */
export interface Design {
  /** Columns of the sampling units, a column for each stage; `*` is the respondent. */
  readonly ids: readonly string[];
  readonly strata: readonly string[];
  /** Columns with the number of units in the population. */
  readonly fpc: readonly string[];
  readonly weight?: string;
  readonly lonePsu?: LonePsu;
  readonly replicates?: Replicates;
}

export interface Replicates {
  /** The column of the units that the factors are of. */
  readonly unit: string;
  /** By unit: what its weight is multiplied by in each replicate. */
  readonly factors: Readonly<Record<string, readonly number[]>>;
  readonly scale: number;
  readonly rscales: readonly number[];
  readonly mse: boolean;
  readonly df: number;
}

export interface Drawn {
  readonly sample: Sample;
  /** The respondents of these places in the rows. */
  readonly tallyOf: (places: readonly number[]) => Tally;
}

/** The sample that rows of data are, and what is summed over some of them. */
export function drawnAs(rows: readonly Row[], design: Design): Drawn {
  const weights = rows.map((row) => (design.weight === undefined ? 1 : Number(row[design.weight])));
  if (design.replicates) return replicated(rows, weights, design.replicates);
  const leafOf = new Uint32Array(rows.length);
  let leaves = 0;
  const leafFor = (places: readonly number[]): number => {
    for (const place of places) leafOf[place] = leaves;
    leaves += 1;
    return leaves - 1;
  };
  const everybody = rows.map((_, place) => place);
  const strata = strataOf(rows, design, everybody, 0, '', leafFor);
  const sample: LinearisedSample = { kind: 'linearised', strata, leaves, lonePsu: design.lonePsu ?? 'fail' };
  return { sample, tallyOf: (places) => tallyByLeaf(places, weights, leafOf) };
}

function strataOf(
  rows: readonly Row[],
  design: Design,
  places: readonly number[],
  stage: number,
  within: string,
  leafFor: (places: readonly number[]) => number,
): readonly Stratum[] {
  const column = design.strata[stage];
  const [idColumn, fpcColumn] = [design.ids[stage] ?? '*', design.fpc[stage]];
  return grouped(places, (place) => (column === undefined ? within : String(rows[place]?.[column]))).map(
    ([label, inStratum]) => {
      const population = fpcColumn === undefined ? {} : { population: Number(rows[inStratum[0] ?? 0]?.[fpcColumn]) };
      if (idColumn === '*') {
        return { label, sampled: inStratum.length, ...population, units: { kind: 'respondents', leaf: leafFor(inStratum) } };
      }
      const clusters = grouped(inStratum, (place) => String(rows[place]?.[idColumn])).map(
        ([id, inCluster]): Cluster =>
          stage + 1 === design.ids.length
            ? { kind: 'leaf', leaf: leafFor(inCluster) }
            : { kind: 'stage', strata: strataOf(rows, design, inCluster, stage + 1, id, leafFor) },
      );
      return { label, sampled: clusters.length, ...population, units: { kind: 'clusters', clusters } };
    },
  );
}

function grouped(
  places: readonly number[],
  keyOf: (place: number) => string,
): readonly (readonly [string, readonly number[]])[] {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups];
}

function tallyByLeaf(places: readonly number[], weights: readonly number[], leafOf: Uint32Array): Tally {
  const byLeaf = new Map<number, { n: number; weighted: number; squares: number }>();
  let weighted = 0;
  for (const place of places) {
    const weight = weights[place] ?? 0;
    weighted += weight;
    if (weight <= 0) continue;
    const leaf = leafOf[place] ?? 0;
    const sums = byLeaf.get(leaf) ?? { n: 0, weighted: 0, squares: 0 };
    byLeaf.set(leaf, { n: sums.n + 1, weighted: sums.weighted + weight, squares: sums.squares + weight ** 2 });
  }
  const sorted = [...byLeaf].sort(([one], [other]) => one - other);
  const units = {
    leaf: Uint32Array.from(sorted, ([leaf]) => leaf),
    n: Float64Array.from(sorted, ([, { n }]) => n),
    weighted: Float64Array.from(sorted, ([, sums]) => sums.weighted),
    squares: Float64Array.from(sorted, ([, { squares }]) => squares),
  };
  return { n: places.length, weighted, units, replicates: new Float64Array(0) };
}

function replicated(rows: readonly Row[], weights: readonly number[], replicates: Replicates): Drawn {
  const { scale, mse, df } = replicates;
  const sample: ReplicateSample = {
    kind: 'replicates',
    replicates: replicates.rscales.length,
    scale,
    rscales: Float64Array.from(replicates.rscales),
    around: mse ? 'estimate' : 'mean',
    degreesOfFreedom: df,
  };
  const none = new Float64Array(0);
  const units = { leaf: new Uint32Array(0), n: none, weighted: none, squares: none };
  const tallyOf = (places: readonly number[]): Tally => {
    const sums = new Float64Array(replicates.rscales.length);
    for (const place of places) {
      const factors = replicates.factors[String(rows[place]?.[replicates.unit])] ?? [];
      for (const [at, factor] of factors.entries()) sums[at] = (sums[at] ?? 0) + factor * (weights[place] ?? 0);
    }
    const weighted = places.reduce((total, place) => total + (weights[place] ?? 0), 0);
    return { n: places.length, weighted, units, replicates: sums };
  };
  return { sample, tallyOf };
}
