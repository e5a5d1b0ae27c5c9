import assert from 'node:assert/strict';
import type { GroupTally, TabulationRequest, TabulationResult, Tally } from '../../server/src/language/shares';

/**
 * Two engines say the same: counts to the last bit, sums to 1e-10, whatever way their leaves are numbered and in whatever order
 * numbers, texts and kinds of missing values stand.
 */
export function assertSame(
  request: TabulationRequest,
  expected: TabulationResult,
  actual: TabulationResult | undefined,
  where: string,
  leaves: (leaf: number) => number = (leaf) => leaf,
): void {
  const about = () => `${where} ${JSON.stringify(request)}`;
  if (expected.kind === 'none' || actual?.kind !== 'tabulation') {
    assert.deepEqual(actual, expected, about());
    return;
  }
  const one = expected.groups.flatMap((group) => linesOf(group, leaves));
  const other = actual.groups.flatMap((group) => linesOf(group, (leaf) => leaf));
  assert.deepEqual(
    other.map(({ exact }) => exact),
    one.map(({ exact }) => exact),
    about(),
  );
  for (const [at, { sums }] of one.entries()) {
    for (const [place, sum] of sums.entries()) {
      const found = other[at]?.sums[place] ?? Number.NaN;
      assert.ok(Math.abs(found - sum) <= 1e-10 * Math.max(1, Math.abs(sum)), `${sum} and ${found}: ${about()}`);
    }
  }
}

interface Line {
  readonly exact: unknown;
  readonly sums: readonly number[];
}

function linesOf(group: GroupTally, leaves: (leaf: number) => number): readonly Line[] {
  const { groups, known, missing, amongNo, amongMissing } = group;
  const line = (what: unknown, tally: Tally): Line => {
    const units = Array.from(tally.units.leaf, (leaf, at) => ({ leaf: leaves(leaf), at })).sort((a, b) => a.leaf - b.leaf);
    return {
      exact: [groups, what, tally.n, units.map(({ leaf, at }) => [leaf, tally.units.n[at]]), tally.replicates.length],
      sums: [
        tally.weighted,
        ...units.flatMap(({ at }) => [tally.units.weighted[at] ?? 0, tally.units.squares[at] ?? 0]),
        ...tally.replicates,
      ],
    };
  };
  const ofValues = known.map((one) => line(one.values.map(comparable), one));
  return [
    ...ofValues.sort((a, b) => (JSON.stringify(a.exact) < JSON.stringify(b.exact) ? -1 : 1)),
    ...[...missing].sort((a, b) => (a.kind < b.kind ? -1 : 1)).map((one) => line(one.kind, one)),
    { exact: [groups, 'amongNo', amongNo.n], sums: [amongNo.weighted] },
    { exact: [groups, 'amongMissing', amongMissing.n], sums: [amongMissing.weighted] },
  ];
}

/** There is one zero. */
function comparable(value: string | number): string | number {
  return typeof value === 'number' ? value + 0 : value;
}
