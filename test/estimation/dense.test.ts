import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type LinearisedSample,
  ratioOf,
  type Sample,
  shareErrors,
  type Tally,
  varianceOf,
} from '../../server/src/language/estimation';
import { type Design, drawnAs, type Row } from '../reference/drawn';

const base = Uint8Array.of(1, 1, 0);
const designs: Readonly<Record<string, Design>> = {
  'respondents in strata': { ids: ['*'], strata: ['stratum'], fpc: [], weight: 'weight' },
  'respondents of finite strata': { ids: ['*'], strata: ['stratum'], fpc: ['size'], weight: 'weight' },
  'clusters in strata': { ids: ['cluster'], strata: ['stratum'], fpc: [], weight: 'weight' },
  'clusters of finite strata': { ids: ['cluster'], strata: ['stratum'], fpc: ['size'], weight: 'weight' },
};

describe('standard errors of many shares at once', () => {
  for (const [name, design] of Object.entries(designs)) {
    for (const lonePsu of ['fail', 'certainty', 'adjust', 'average'] as const) {
      it(`equal those one by one: ${name}, ${lonePsu}`, () => {
        fc.assert(fc.property(tables, (rows) => compare(rows, { ...design, lonePsu })));
      });
    }
  }

  it('are left to the general way where there are further stages', () => {
    const rows = [1, 2, 3, 4].map((one) => ({ cluster: one % 2, weight: 1 }));
    const { sample } = drawnAs(rows, { ids: ['cluster', '*'], strata: [], fpc: [] });
    const nothing = new Float64Array(12);
    assert.equal(
      shareErrors(linearised(sample), { cells: 1, values: 3, base, weighted: nothing, squares: nothing }),
      undefined,
    );
  });
});

const tables = fc.array(
  fc.record({
    stratum: fc.integer({ min: 0, max: 2 }),
    cluster: fc.integer({ min: 0, max: 4 }),
    size: fc.constant(30),
    weight: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    cell: fc.integer({ min: 0, max: 1 }),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 30 },
);

function compare(rows: readonly Row[], design: Design): void {
  const drawn = drawnAs(rows, design);
  const sample = linearised(drawn.sample);
  const tallies = [0, 1].map((cell) =>
    [0, 1, 2].map((value) =>
      drawn.tallyOf(rows.flatMap((row, place) => (row.cell === cell && row.value === value ? place : []))),
    ),
  );
  const block = { cells: 2, values: 3, base, ...denseOf(sample.leaves, tallies.flat()) };
  const errors = shareErrors(sample, block);
  const hasLone = sample.strata.some(({ sampled, population }) => sampled === 1 && population !== 1);
  assert.equal(errors === undefined, hasLone && sample.lonePsu === 'average');
  if (errors === undefined) return;
  for (const [cell, values] of tallies.entries()) {
    for (const value of [0, 1, 2]) {
      const found = errors[cell * 3 + value];
      const expected = base[value] === 1 ? errorOf(sample, values.slice(0, 2), value) : -1;
      assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-7 * Math.abs(expected) + 1e-9, `${found} ${expected}`);
    }
  }
}

function errorOf(sample: Sample, tallies: readonly Tally[], own: number): number {
  const share = ratioOf(
    sample,
    tallies.map((tally, value) => ({ tally, a: value === own ? 1 : 0, b: 1 })),
  );
  const variance = share && varianceOf(sample, share);
  return variance?.kind === 'value' ? Math.sqrt(variance.value) : -1;
}

function denseOf(leaves: number, tallies: readonly Tally[]) {
  const weighted = new Float64Array(leaves * tallies.length);
  const squares = new Float64Array(leaves * tallies.length);
  for (const [slot, { units }] of tallies.entries()) {
    for (const [at, leaf] of units.leaf.entries()) {
      weighted[leaf * tallies.length + slot] = units.weighted[at] ?? 0;
      squares[leaf * tallies.length + slot] = units.squares[at] ?? 0;
    }
  }
  return { weighted, squares };
}

function linearised(sample: Sample): LinearisedSample {
  assert.equal(sample.kind, 'linearised');
  return sample.kind === 'linearised' ? sample : { kind: 'linearised', strata: [], leaves: 0, lonePsu: 'fail' };
}
