import assert from 'node:assert/strict';
import {
  alphaOf,
  combine,
  differenceTest,
  type IntervalOptions,
  independence,
  intervalMethods,
  nobody,
  numberUncertainty,
  type OfWave,
  quantileOf,
  ratioOf,
  shareUncertainty,
  totalOf,
  type Uncertainty,
  waveDifference,
} from '../../server/src/language/estimation';
import { type Design, drawnAs, type Row } from '../reference/drawn';

const options: IntervalOptions = { level: 0.95, method: 'logit', df: 'domain', cap: false };
const alone: Design = { ids: ['*'], strata: [], fpc: [] };

describe('what is told where there is little to tell', () => {
  it('0 of 34: a one-sided interval whichever method is asked for, and no other', () => {
    const told = shareOfFirst(0, 34);
    assert.ok(told?.kind === 'value' && told.interval.kind === 'interval');
    assert.deepEqual([told.standardError, told.degreesOfFreedom, told.effectiveN], [0, 33, undefined]);
    assert.deepEqual(
      [told.interval.low, told.interval.sides, told.interval.method, told.interval.effectiveN],
      [0, 'upper', 'beta', 34],
    );
    assert.ok(Math.abs(told.interval.high - (1 - 0.025 ** (1 / 34))) < 1e-15);
    assert.deepEqual(
      told.intervals.map((one) => (one.kind === 'none' ? one.reason : one.sides)),
      intervalMethods.map((method) => (method === 'beta' ? 'upper' : 'share_of_0_or_1')),
    );
  });

  it('34 of 34: the mirror of it', () => {
    const [none, all] = [shareOfFirst(0, 34), shareOfFirst(34, 34)];
    assert.ok(
      all?.kind === 'value' && all.interval.kind === 'interval' && none?.kind === 'value' && none.interval.kind === 'interval',
    );
    assert.deepEqual([all.interval.low, all.interval.high, all.interval.sides], [1 - none.interval.high, 1, 'lower']);
  });

  it('a share of nobody is none, and so are a mean, a total, a quantile, an alpha and a table of nobody', () => {
    const { sample } = drawnAs(rowsOf(2, 5), alone);
    const contributions = [{ tally: nobody, a: 1, b: 1 }];
    assert.deepEqual([ratioOf(sample, contributions), totalOf(sample, contributions)], [undefined, undefined]);
    assert.deepEqual([quantileOf(sample, contributions, 0.5, options), alphaOf(sample, [])], [undefined, undefined]);
    assert.deepEqual(independence(sample, [{ row: 1, column: 1, tally: nobody }]), {
      kind: 'none',
      reason: 'one_row_or_column',
    });
  });

  it('one respondent in the domain: an error of the design, no degrees of freedom and so no interval', () => {
    const rows = rowsOf(3, 9);
    const { sample, tallyOf } = drawnAs(rows, { ids: ['*'], strata: ['stratum'], fpc: [] });
    const tally = tallyOf([0]);
    const share = ratioOf(sample, [{ tally, a: 1, b: 1 }]);
    assert.ok(share);
    const told = shareUncertainty(sample, share, [tally], options);
    assert.ok(told.kind === 'value');
    assert.deepEqual(
      [told.degreesOfFreedom, told.interval],
      [0, { kind: 'none', method: 'beta', reason: 'no_degrees_of_freedom' }],
    );
    assert.deepEqual(differenceTest(sample, share, told.degreesOfFreedom), { kind: 'none', reason: 'no_degrees_of_freedom' });
  });

  it('a stratum with one unit: its name where the design says `fail`, a number where the stratum is outside the domain', () => {
    const rows: readonly Row[] = [...rowsOf(3, 9), { place: 9, yes: 1, stratum: 'far' }];
    const { sample, tallyOf } = drawnAs(rows, { ids: ['*'], strata: ['stratum'], fpc: [], lonePsu: 'fail' });
    const told = (places: readonly number[]): Uncertainty | undefined => {
      const total = totalOf(sample, [{ tally: tallyOf(places), a: 1, b: 0 }]);
      return total && numberUncertainty(sample, total, options);
    };
    assert.deepEqual(told([0, 1, 9]), { kind: 'none', reason: 'lone_psu', stratum: 'far' });
    assert.equal(told([0, 1, 2])?.kind, 'value');
  });

  it('a mean of equal numbers has the error 0 and no interval without width', () => {
    const { sample, tallyOf } = drawnAs(rowsOf(3, 9), alone);
    const mean = ratioOf(sample, [{ tally: tallyOf([0, 1, 2, 3, 4, 5, 6]), a: 0.1, b: 1 }]);
    assert.ok(mean);
    const told = numberUncertainty(sample, mean, options);
    assert.ok(told.kind === 'value');
    assert.deepEqual([told.standardError, told.interval], [0, { kind: 'none', method: 'wald', reason: 'not_defined' }]);
    assert.deepEqual(differenceTest(sample, mean, 8), { kind: 'none', reason: 'no_variance' });
  });

  it('a cap holds the effective number of respondents down to those in the base', () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => ({ place, half: place < 4 ? 'a' : 'b', yes: place < 5 ? 1 : 0 }));
    const { sample, tallyOf } = drawnAs(rows, { ids: ['*'], strata: ['half'], fpc: [] });
    const base = tallyOf([0, 1, 2, 3, 4, 5, 6, 7]);
    const share = ratioOf(sample, [
      { tally: tallyOf([0, 1, 2, 3, 4]), a: 1, b: 1 },
      { tally: tallyOf([5, 6, 7]), a: 0, b: 1 },
    ]);
    assert.ok(share);
    const [free, capped] = [false, true].map((cap) =>
      shareUncertainty(sample, share, [base], { ...options, method: 'beta', cap }),
    );
    assert.ok(
      free?.kind === 'value' &&
        free.interval.kind === 'interval' &&
        capped?.kind === 'value' &&
        capped.interval.kind === 'interval',
    );
    assert.ok((free.interval.effectiveN ?? 0) > 8 && free.interval.capped === false);
    assert.deepEqual([capped.interval.effectiveN, capped.interval.capped], [8, true]);
    assert.ok(capped.interval.low < free.interval.low && free.interval.high < capped.interval.high);
  });

  it('replicates that give no number are left out, and none is none', () => {
    const rows = rowsOf(2, 4).map((row, place) => ({ ...row, unit: String(place) }));
    const factors = { '0': [0, 0, 2], '1': [0, 2, 0], '2': [2, 1, 1], '3': [2, 1, 1] };
    const replicates = { unit: 'unit', factors, scale: 0.5, rscales: [1, 1, 1], mse: false, df: 2 };
    const { sample, tallyOf } = drawnAs(rows, { ...alone, replicates });
    const of = (places: readonly number[]): Uncertainty | undefined => {
      const share = ratioOf(sample, [
        { tally: tallyOf(places.slice(0, 1)), a: 1, b: 1 },
        { tally: tallyOf(places.slice(1)), a: 0, b: 1 },
      ]);
      return share && shareUncertainty(sample, share, [tallyOf(places)], options);
    };
    const told = of([0, 1]);
    assert.ok(told?.kind === 'value');
    assert.ok(Math.abs(told.standardError ** 2 - 0.5 * (0.25 + 0.25)) < 1e-15);
    const silent = drawnAs(rows, { ...alone, replicates: { ...replicates, factors: {} } });
    const share = ratioOf(silent.sample, [{ tally: silent.tallyOf([0, 1]), a: 1, b: 1 }]);
    assert.ok(share);
    assert.deepEqual(shareUncertainty(silent.sample, share, [silent.tallyOf([0, 1])], options), {
      kind: 'none',
      reason: 'not_defined',
    });
  });

  it('two waves of everybody differ without error, and a wave of one respondent leaves no degrees of freedom', () => {
    const wave = (yes: number, places: readonly number[], fpc: readonly string[]): OfWave | undefined => {
      const rows: readonly Row[] = rowsOf(yes, 9).map((row) => ({ ...row, size: 9 }));
      const { sample, tallyOf } = drawnAs(rows, { ...alone, fpc });
      const split = [1, 0].map((a) => ({ tally: tallyOf(places.filter((place) => rows[place]?.yes === a)), a, b: 1 }));
      const estimated = ratioOf(sample, split);
      return estimated && { sample, estimated };
    };
    const everybody = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const [before, after, few] = [wave(3, everybody, ['size']), wave(5, everybody, ['size']), wave(5, [0, 8], [])];
    assert.ok(before && after && few);
    const full = waveDifference(before, after, options);
    assert.ok(full.uncertainty.kind === 'value' && full.uncertainty.standardError === 0);
    assert.deepEqual(full.uncertainty.interval, { kind: 'none', method: 'wald', reason: 'no_sampling_error' });
    assert.deepEqual(full.test, { kind: 'none', reason: 'no_variance' });
    const partly = waveDifference(before, few, options);
    assert.equal(partly.uncertainty.kind === 'value' ? partly.uncertainty.degreesOfFreedom : undefined, 1);
    const known = waveDifference(few, few, options, 1);
    assert.ok(known.uncertainty.kind === 'value' && known.uncertainty.standardError === 0);
  });

  it('a sum of nothing is 0', () => {
    assert.deepEqual(combine([]), { value: 0, influence: [], replicates: new Float64Array(0) });
  });
});

function rowsOf(yes: number, n: number): readonly Row[] {
  return Array.from({ length: n }, (_, place) => ({ place, yes: place < yes ? 1 : 0, stratum: 'near' }));
}

function shareOfFirst(yes: number, n: number): Uncertainty | undefined {
  const rows = rowsOf(yes, n);
  const { sample, tallyOf } = drawnAs(rows, alone);
  const places = rows.map((_, place) => place);
  const share = ratioOf(sample, [
    { tally: tallyOf(places.slice(0, yes)), a: 1, b: 1 },
    { tally: tallyOf(places.slice(yes)), a: 0, b: 1 },
  ]);
  return share && shareUncertainty(sample, share, [tallyOf(places)], options);
}
