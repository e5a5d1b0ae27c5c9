import type { Stage } from '../drawn-stages';
import { oneGroup } from '../grouping';
import type { CodedColumn } from '../types';

/**
 * The strata of the first stage of two stacked rounds, by row: the units of a stratum that are in both rounds, those of the
 * earlier alone and those of the later alone are drawn apart, as each has a size that is not left to chance. Else a stratum whose
 * numbers differ much from others' would lose what it gains by being one (R: `strata = ~interaction(stratum, rounds)`). A part of
 * one unit tells no variance, and is joined with the largest other part of its stratum, or both where they are as large.
 * @param from the first row of the later round
 */
export function partsOfStrata({ strata, units, labels }: Stage, from: number): CodedColumn {
  const rows = strata.of.length;
  const ofUnit = units ?? oneGroup(rows);
  const rounds = new Uint8Array(ofUnit.count);
  for (let row = 0; row < rows; row += 1) {
    const unit = ofUnit.of[row] ?? 0;
    rounds[unit] = (rounds[unit] ?? 0) | (row < from ? inEarlier : inNow);
  }
  const sizes = Array.from({ length: strata.count }, () => new Uint32Array(partsInOrder.length));
  for (const [unit, row] of ofUnit.firstRow.entries()) {
    const ofStratum = sizes[strata.of[row] ?? 0];
    const part = partOf(rounds[unit]);
    if (ofStratum !== undefined) ofStratum[part] = (ofStratum[part] ?? 0) + 1;
  }
  const joined = sizes.map(joinedParts);
  const codes = Uint32Array.from(strata.of, (stratum, row) => {
    const part = partOf(rounds[ofUnit.of[row] ?? 0]);
    return stratum * partsInOrder.length + (joined[stratum]?.[part] ?? part);
  });
  const dictionary = labels.flatMap((label) => partsInOrder.map(() => label));
  return { kind: 'codes', name: '', dictionary, codes };
}

const inEarlier = 1;
const inNow = 2;

/** Units in both rounds, in the earlier alone, in the later alone: by the bits of their rounds. */
const partsInOrder: readonly number[] = [inEarlier | inNow, inEarlier, inNow];

function partOf(rounds: number | undefined): number {
  return Math.max(0, partsInOrder.indexOf(rounds ?? 0));
}

/** By part: the part it counts with. */
function joinedParts(sizes: Uint32Array): readonly number[] {
  const most = Math.max(...sizes);
  const largest = sizes.indexOf(most);
  if (!sizes.includes(1)) return partsInOrder.map((_, part) => part);
  return Array.from(sizes, (size, part) => (size === 1 || size === most ? largest : part));
}
