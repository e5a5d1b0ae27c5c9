import type { Sample, Stratum } from '../../server/src/language/estimation/sample';
import type { BoundData } from '../../server/src/language/shares';
import { textReader } from '../../server/src/language/shares/text-column';
import type { DrawnSource } from '../../server/src/language/sql';

/** The number that a leaf of the table in memory has in the database: leaves are numbered as they appear. */
export function leavesOf({ table, drawn }: BoundData, { drawing }: DrawnSource): (leaf: number) => number {
  const { leafOf } = drawn(true);
  const numbers = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const texts = drawing.leafColumns.map((name) => {
      const column = table.columns.get(name);
      return column === undefined ? '' : textReader(column)(row);
    });
    numbers.set(leafOf?.[row] ?? 0, drawing.leafOf(texts));
  }
  return (leaf) => numbers.get(leaf) ?? leaf;
}

/** A sample in an order that does not depend on which row came first. */
export function plainSample(sample: Sample, leaves: (leaf: number) => number): unknown {
  return sample.kind === 'replicates' ? sample : { ...sample, strata: plainStrata(sample.strata, leaves) };
}

function plainStrata(strata: readonly Stratum[], leaves: (leaf: number) => number): readonly unknown[] {
  return inOrder(
    strata.map(({ units, ...stratum }) => ({
      ...stratum,
      units:
        units.kind === 'respondents'
          ? leaves(units.leaf)
          : inOrder(
              units.clusters.map((cluster) =>
                cluster.kind === 'leaf' ? leaves(cluster.leaf) : plainStrata(cluster.strata, leaves),
              ),
            ),
    })),
  );
}

function inOrder<T>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
