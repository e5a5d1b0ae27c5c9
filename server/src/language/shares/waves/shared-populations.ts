import type { Stage } from '../drawn-stages';
import type { Populations, StrataOfStage } from '../populations';

/** The stages of one round by itself. */
interface OwnStages {
  readonly stages: readonly Stage[];
  readonly rows: number;
}

/** What one round says of a stratum that it has rows in. */
interface OwnStratum {
  /** Infinite where none is stated. */
  readonly population: number;
  readonly sampled: number;
}

/**
 * The populations of two rounds that are stacked, the earlier one's rows first. That of a stratum counts as finite where every
 * round with rows in it states the same and drew the very units that both drew together. Elsewhere it counts as infinite, which
 * is conservative: of units drawn twice from one population, the part that both samples leave out is not what tells the error of
 * either.
 */
export function sharedPopulations(earlier: OwnStages, now: OwnStages) {
  const ownAt = (stage: number, row: number): OwnStratum => {
    const isNow = row >= earlier.rows;
    const own = (isNow ? now : earlier).stages[stage];
    const stratum = own?.strata.of[isNow ? row - earlier.rows : row] ?? 0;
    return {
      population: own?.populations.byStratum?.[stratum] ?? Number.POSITIVE_INFINITY,
      sampled: own?.sampled[stratum] ?? 0,
    };
  };
  const ownOf = (stage: number, strata: StrataOfStage['strata']) =>
    firstRows(strata.of, strata.count, earlier.rows).map((rows) => rows.map((row) => ownAt(stage, row)));
  return {
    of: (stage: number, { strata, sampled }: StrataOfStage): Populations => ({
      byStratum: Float64Array.from(ownOf(stage, strata), (rounds, stratum) => sharedBy(rounds, sampled[stratum] ?? 0)),
      findings: [],
    }),
    /** Strata of the first stage for which a round states a population. */
    statedIn: ({ strata }: Stage): number =>
      ownOf(0, strata).filter((rounds) => rounds.some(({ population }) => Number.isFinite(population))).length,
    /** Those where it counts. */
    usedIn: (stage: Stage | undefined): number => stage?.populations.byStratum?.filter(Number.isFinite).length ?? 0,
  };
}

function sharedBy(rounds: readonly OwnStratum[], sampled: number): number {
  const [first] = rounds;
  const isShared = rounds.every((own) => own.population === first?.population && own.sampled === sampled);
  return isShared ? (first?.population ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** By group: its first row in each round that has one. */
function firstRows(of: Uint32Array, groups: number, from: number): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: groups }, () => []);
  for (const [first, end] of [
    [0, from],
    [from, of.length],
  ] as const) {
    const seen = new Uint8Array(groups);
    for (let row = first; row < end; row += 1) {
      const group = of[row] ?? 0;
      if (seen[group] === 1) continue;
      seen[group] = 1;
      rows[group]?.push(row);
    }
  }
  return rows;
}
