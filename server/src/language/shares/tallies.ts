import { type Count, lazyTally, type Tally, type TallySource } from '../estimation/tally';
import type { DenseSums, DenseTallies, GroupTally, TabulationResult, ValueTally } from './engine';

/** The sums of a request, however they are kept. */
export interface Sums extends Pick<DenseTallies, 'groups' | 'values' | 'missing'> {
  readonly at: (group: number, slot: number) => TallySource;
}

/** Those that `among` drops, by group. */
export interface Dropped {
  readonly no: (group: number) => Count;
  readonly missing: (group: number) => Count;
}

/** Groups that somebody is in, with the values that somebody has. Leaves are looked through when they are asked for. */
export function tabulationOf(sums: Sums, dropped: Dropped | undefined, dense: DenseTallies | undefined): TabulationResult {
  let groups: readonly GroupTally[] | undefined;
  return {
    kind: 'tabulation',
    get groups() {
      groups ??= sums.groups.flatMap((_, group) => groupTally(sums, dropped, group) ?? []);
      return groups;
    },
    ...(dense === undefined ? {} : { dense }),
  };
}

function groupTally(
  { groups, values, missing, at }: Sums,
  dropped: Dropped | undefined,
  group: number,
): GroupTally | undefined {
  const known = values.flatMap((of, slot): ValueTally[] => {
    const sums = at(group, slot);
    return sums.n === 0 ? [] : [lazyTally({ values: of }, sums)];
  });
  const unknown = missing.flatMap((kind, slot) => {
    const sums = at(group, values.length + slot);
    return sums.n === 0 ? [] : [lazyTally({ kind }, sums)];
  });
  const amongNo = dropped?.no(group) ?? { n: 0, weighted: 0 };
  const amongMissing = dropped?.missing(group) ?? { n: 0, weighted: 0 };
  if (known.length + unknown.length + amongNo.n + amongMissing.n === 0) return undefined;
  return { groups: groups[group] ?? [], known, missing: unknown, amongNo, amongMissing };
}

/** Sums that are kept for every slot, read slot by slot. */
export function sumsOfDense({ groups, values, missing, block, first }: DenseTallies): Sums {
  const width = block.n.length === 0 ? 0 : block.replicates.length / block.n.length;
  return {
    groups,
    values,
    missing,
    at(group, slot) {
      const at = (first + group) * block.values + slot;
      return {
        n: block.n[at] ?? 0,
        weighted: block.totals[at] ?? 0,
        units: () => unitsOf(block, at),
        replicates: () => block.replicates.slice(at * width, (at + 1) * width),
      };
    },
  };
}

function unitsOf({ leaves, n, respondents, weighted, squares }: DenseSums, at: number): Tally['units'] {
  const found: number[] = [];
  for (let leaf = 0; leaf < leaves; leaf++) if ((respondents[leaf * n.length + at] ?? 0) > 0) found.push(leaf);
  const of = (sums: Float64Array): Float64Array => Float64Array.from(found, (leaf) => sums[leaf * n.length + at] ?? 0);
  return { leaf: Uint32Array.from(found), n: of(respondents), weighted: of(weighted), squares: of(squares) };
}
