import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addTallies,
  alphaOf,
  combine,
  covarianceMatrix,
  type Estimated,
  holm,
  type Interval,
  type IntervalOptions,
  independence,
  type NoInterval,
  numberUncertainty,
  quantileOf,
  ratioOf,
  type Sample,
  type Stratum,
  shareUncertainty,
  type Tally,
  totalOf,
  type Uncertainty,
  varianceOf,
  waveDifference,
} from '../../server/src/language/estimation';
import { type Design, type Drawn, drawnAs } from '../reference/drawn';

interface Person {
  readonly [column: string]: string | number;
  readonly stratum: number;
  readonly cluster: string;
  readonly inner: string;
  readonly weight: number;
  readonly value: number;
  readonly group: number;
  readonly of: number;
}

const options: IntervalOptions = { level: 0.95, method: 'logit', df: 'domain', cap: false };

describe('laws of estimates', () => {
  it('respondents outside the domain change nothing that is told of it but by their sampling units', () => {
    law((people, design) => {
      const drawn = drawnAs(people, design);
      const told = shareOf(drawn, people, (one) => one.group === 0);
      const outside = drawn.tallyOf(placesOf(people, (one) => one.group !== 0));
      const inside = talliesOf(drawn, people, (one) => one.group === 0);
      const among = ratioOf(drawn.sample, [...inside, { tally: outside, a: 0, b: 0 }]);
      assert.equal(told?.value, among?.value);
      if (told && among && design.lonePsu === 'adjust') assertClose(error(drawn.sample, told), error(drawn.sample, among));
    });
  });

  it('weights on another scale give the same shares, errors and intervals', () => {
    law((people, design) => {
      const scaled = people.map((one) => ({ ...one, weight: one.weight * 1024 }));
      const [before, after] = [uncertaintyOf(people, design), uncertaintyOf(scaled, design)];
      assertSame(before, after);
    });
  });

  it('the order of the rows does not matter', () => {
    law((people, design) => {
      assertSame(uncertaintyOf(people, design), uncertaintyOf([...people].reverse(), design));
    });
  });

  it('a respondent of a cluster cut in two with half the weight each changes no share and no error', () => {
    law((people, design) => {
      if (design.ids[0] === '*' || design.ids.length > 1) return;
      const [first, ...rest] = people;
      if (first === undefined) return;
      const half = { ...first, weight: first.weight / 2 };
      const [before, after] = [people, [half, half, ...rest]].map((rows) => {
        const drawn = drawnAs(rows, design);
        const share = shareOf(drawn, rows, () => true);
        return { value: share?.value, error: share && error(drawn.sample, share) };
      });
      assertClose(before?.value, after?.value);
      assertClose(before?.error, after?.error);
    });
  });

  it('the complement of a share has its error, and its intervals mirrored', () => {
    law((people, design) => {
      const [yes, no] = [people, people.map((one) => ({ ...one, value: 1 - one.value }))].map((rows) =>
        uncertaintyOf(rows, design),
      );
      if (yes?.kind !== 'value' || no?.kind !== 'value') return assert.deepEqual(no, yes);
      assertClose(yes.standardError, no.standardError);
      for (const [at, interval] of yes.intervals.entries()) {
        const mirror: Interval | NoInterval | undefined = no.intervals[at];
        if (interval.kind === 'none' || mirror?.kind !== 'interval') assert.deepEqual(mirror, interval);
        else assertEnds([interval.low, interval.high], [1 - mirror.high, 1 - mirror.low]);
      }
    });
  });

  it('where everybody in the population answered there is no error, and no interval for that reason', () => {
    law((people, design) => {
      const { sample, tallyOf } = drawnAs(people, design);
      if (sample.kind === 'replicates') return;
      const drawn = { tallyOf, sample: { ...sample, strata: completed(sample.strata) } };
      const share = shareOf(drawn, people, () => true);
      assert.ok(share);
      const told = shareUncertainty(drawn.sample, share, [baseOf(drawn, people, () => true)], options);
      assert.ok(told.kind === 'value' && told.standardError === 0);
      for (const one of [told.interval, ...told.intervals])
        assert.equal(one.kind === 'none' && one.reason, 'no_sampling_error');
    });
  });

  it('the variance of a sum is the sum of the variances and twice the covariance; a difference from itself has none', () => {
    law((people, design) => {
      const drawn = drawnAs(people, design);
      const tallies = [0, 1].map((value) => drawn.tallyOf(placesOf(people, (one) => one.value === value)));
      const shares = [0, 1].flatMap(
        (own) =>
          ratioOf(
            drawn.sample,
            tallies.map((tally, at) => ({ tally, a: at === own ? 1 : 0, b: 1 })),
          ) ?? [],
      );
      const matrix = covarianceMatrix(drawn.sample, shares);
      const [one, other] = shares;
      if (matrix.kind === 'none' || !one || !other) return;
      const [a = 0, b = 0, , c = 0] = matrix.values;
      const difference = combine([
        { estimated: one, coefficient: 1 },
        { estimated: other, coefficient: -1 },
      ]);
      assertClose((error(drawn.sample, difference) ?? 0) ** 2, a + c - 2 * b);
      assertClose(a, -b);
      const nothing = combine([
        { estimated: one, coefficient: 1 },
        { estimated: one, coefficient: -1 },
      ]);
      assert.deepEqual([nothing.value, error(drawn.sample, nothing)], [0, 0]);
    });
  });

  it('two waves drawn apart differ with the error of one sample in which each wave is a stratum', () => {
    fc.assert(
      fc.property(persons, fc.constantFrom('certainty' as const, 'adjust' as const), (people, lonePsu) => {
        const design: Design = { ids: ['*'], strata: ['stratum'], fpc: [], weight: 'weight', lonePsu };
        const both = drawnAs(people, design);
        const waves = [0, 1].flatMap((wave) => {
          const ofWave = people.filter((one) => one.stratum === wave);
          const drawn = drawnAs(ofWave, design);
          const [alone, stacked] = [shareOf(drawn, ofWave, () => true), shareOf(both, people, (one) => one.stratum === wave)];
          return alone && stacked ? [{ sample: drawn.sample, estimated: alone, stacked }] : [];
        });
        const [from, to] = waves;
        if (!from || !to) return;
        const { value, uncertainty } = waveDifference(from, to, options);
        const stacked = combine([
          { estimated: to.stacked, coefficient: 1 },
          { estimated: from.stacked, coefficient: -1 },
        ]);
        assertClose(value, stacked.value);
        assertClose(uncertainty.kind === 'value' ? uncertainty.standardError : undefined, error(both.sample, stacked));
      }),
    );
  });

  it('a later stage counts only where the population of the first is finite', () => {
    fc.assert(
      fc.property(persons, (people) => {
        const [staged, single] = [
          { ids: ['cluster', '*'], strata: ['stratum', 'inner'] },
          { ids: ['cluster'], strata: ['stratum'] },
        ].map((design) => uncertaintyOf(people, { ...design, fpc: [], weight: 'weight', lonePsu: 'adjust' }));
        assertSame(staged, single);
      }),
    );
  });

  it('jackknife replicates give a total the error of its linearisation', () => {
    fc.assert(
      fc.property(persons, (people) => {
        const units = [...new Set(people.map((one) => one.cluster))];
        if (units.length < 2) return;
        const drawn = drawnAs(people, { ids: ['cluster'], strata: [], fpc: [], weight: 'weight' });
        const factors = units.map((unit) => [
          unit,
          units.map((left) => (left === unit ? 0 : units.length / (units.length - 1))),
        ]);
        const scale = (units.length - 1) / units.length;
        const replicates = {
          unit: 'cluster',
          factors: Object.fromEntries(factors),
          scale,
          rscales: units.map(() => 1),
          df: units.length - 1,
        };
        for (const mse of [false, true]) {
          const repeated = drawnAs(people, {
            ids: ['*'],
            strata: [],
            fpc: [],
            weight: 'weight',
            replicates: { ...replicates, mse },
          });
          const [linear, jackknife] = [drawn, repeated].map((one) => {
            const total = totalOf(
              one.sample,
              talliesOf(one, people, () => true),
            );
            return total && error(one.sample, total);
          });
          assertClose(linear, jackknife);
        }
      }),
    );
  });

  it('a test of independence is the same for rows as columns, in any order', () => {
    law((people, design) => {
      const drawn = drawnAs(people, design);
      const cells = [0, 1, 2].flatMap((row) =>
        [0, 1].map((column) => ({
          row,
          column,
          tally: drawn.tallyOf(placesOf(people, (one) => one.group === row && one.value === column)),
        })),
      );
      const [one, other] = [cells, cells.map(({ row, column, tally }) => ({ row: column, column: row, tally })).reverse()].map(
        (table) => independence(drawn.sample, table),
      );
      assert.equal(one?.kind, other?.kind);
      if (one?.kind !== 'value' || other?.kind !== 'value') return;
      assertClose(one.f, other.f);
      assertClose(one.numeratorDf, other.numeratorDf);
      assert.ok(one.pValue >= 0 && one.pValue <= 1);
    });
  });

  it('a larger share has no smaller quantile, and an interval has its quantile in it', () => {
    law((people, design) => {
      const drawn = drawnAs(people, design);
      const values = people.map((one, place) => ({ tally: drawn.tallyOf([place]), a: one.of }));
      const quantiles = [0.1, 0.5, 0.9].map((at) => quantileOf(drawn.sample, values, at, options));
      for (const [at, found] of quantiles.entries()) {
        assert.ok((found?.value ?? 0) >= (quantiles[at - 1]?.value ?? 0));
        if (found?.uncertainty.kind !== 'value' || found.uncertainty.interval.kind !== 'interval') continue;
        assert.ok(found.uncertainty.interval.low <= found.value && found.value <= found.uncertainty.interval.high);
        assertClose(found.estimated && error(drawn.sample, found.estimated), found.uncertainty.standardError);
      }
    });
  });

  it('tallies of different respondents add up to the tally of all of them', () => {
    law((people, design) => {
      const { tallyOf } = drawnAs(people, design);
      const parts = [0, 1, 2].map((group) => tallyOf(placesOf(people, (one) => one.group === group)));
      assert.deepEqual(addTallies(parts), tallyOf(people.map((_, place) => place)));
    });
  });

  it('adjusted p values are no smaller, at most 1, and in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
        const adjusted = holm(pValues);
        for (const [at, p] of pValues.entries()) {
          assert.ok((adjusted[at] ?? -1) >= p && (adjusted[at] ?? 2) <= 1);
          for (const [other, larger] of pValues.entries())
            if (p < larger) assert.ok((adjusted[at] ?? 2) <= (adjusted[other] ?? -1));
        }
      }),
    );
  });

  it('nothing is ever NaN, and no interval is without width', () => {
    law((people, design) => {
      const drawn = drawnAs(people, design);
      const values = people.map((one, place) => ({ tally: drawn.tallyOf([place]), a: one.of, b: one.value }));
      const scored = values.map(({ tally, a, b }) => ({ tally, scores: [a, b] }));
      const estimates = [ratioOf(drawn.sample, values), totalOf(drawn.sample, values), alphaOf(drawn.sample, scored)];
      const told: (Uncertainty | undefined)[] = [
        uncertaintyOf(people, design),
        quantileOf(drawn.sample, values, 0.5, options)?.uncertainty,
      ];
      for (const estimated of estimates) {
        if (estimated === undefined) continue;
        assert.ok(Number.isFinite(estimated.value));
        told.push(numberUncertainty(drawn.sample, estimated, options));
      }
      for (const one of told) if (one) assertStated(one);
    });
  });
});

const persons: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record({
      stratum: fc.integer({ min: 0, max: 2 }),
      unit: fc.integer({ min: 0, max: 3 }),
      inner: fc.constantFrom('a', 'b'),
      weight: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
      value: fc.integer({ min: 0, max: 1 }),
      group: fc.integer({ min: 0, max: 2 }),
      of: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) => rows.map(({ unit, ...one }) => ({ ...one, cluster: `${one.stratum}.${unit}`, size: 40, within: 60 })));

const designs: fc.Arbitrary<Design> = fc
  .record({
    ids: fc.constantFrom(['*'], ['cluster'], ['cluster', '*']),
    strata: fc.constantFrom([], ['stratum'], ['stratum', 'inner']),
    fpc: fc.constantFrom([], ['size'], ['size', 'within']),
    lonePsu: fc.constantFrom('fail' as const, 'certainty' as const, 'average' as const, 'adjust' as const),
  })
  .map((one) => ({ ...one, weight: 'weight' }));

function law(holds: (people: readonly Person[], design: Design) => void): void {
  fc.assert(fc.property(persons, designs, holds));
}

function placesOf(people: readonly Person[], isIn: (one: Person) => boolean): readonly number[] {
  return people.flatMap((one, place) => (isIn(one) ? place : []));
}

function talliesOf(drawn: Drawn, people: readonly Person[], isIn: (one: Person) => boolean) {
  return [0, 1].map((value) => ({
    tally: drawn.tallyOf(placesOf(people, (one) => isIn(one) && one.value === value)),
    a: value,
    b: 1,
  }));
}

function baseOf(drawn: Drawn, people: readonly Person[], isIn: (one: Person) => boolean): Tally {
  return drawn.tallyOf(placesOf(people, isIn));
}

function shareOf(drawn: Drawn, people: readonly Person[], isIn: (one: Person) => boolean): Estimated | undefined {
  return ratioOf(drawn.sample, talliesOf(drawn, people, isIn));
}

function uncertaintyOf(people: readonly Person[], design: Design): Uncertainty | undefined {
  const drawn = drawnAs(people, design);
  const share = shareOf(drawn, people, (one) => one.group < 2);
  return share && shareUncertainty(drawn.sample, share, [baseOf(drawn, people, (one) => one.group < 2)], options);
}

/** With a population that is the sample, at every stage. */
function completed(strata: readonly Stratum[]): readonly Stratum[] {
  return strata.map((stratum) => {
    const population = stratum.sampled;
    if (stratum.units.kind === 'respondents') return { ...stratum, population };
    const clusters = stratum.units.clusters.map((one) =>
      one.kind === 'leaf' ? one : { ...one, strata: completed(one.strata) },
    );
    return { ...stratum, population, units: { kind: 'clusters', clusters } };
  });
}

function error(sample: Sample, estimated: Estimated): number | undefined {
  const variance = varianceOf(sample, estimated);
  return variance.kind === 'value' ? Math.sqrt(variance.value) : undefined;
}

/** Equal but for the noise of binary fractions, which under a root is that of half the digits. */
function assertClose(one: number | undefined, other: number | undefined): void {
  if (one === undefined || other === undefined) return assert.equal(one, other);
  assert.ok(Math.abs(one - other) <= 1e-7 + 1e-9 * Math.abs(one), `${one} and ${other}`);
}

function assertEnds(one: readonly number[], other: readonly number[]): void {
  for (const [at, end] of one.entries()) assertClose(end, other[at]);
}

function assertSame(one: Uncertainty | undefined, other: Uncertainty | undefined): void {
  // Which of several lone strata is named first is a matter of order.
  if (one?.kind !== 'value' || other?.kind !== 'value') return assert.deepEqual(reasonOf(one), reasonOf(other));
  assertClose(one.standardError, other.standardError);
  assert.equal(one.degreesOfFreedom, other.degreesOfFreedom);
  for (const [at, interval] of one.intervals.entries()) {
    const same: Interval | NoInterval | undefined = other.intervals[at];
    if (interval.kind === 'none' || same?.kind !== 'interval') assert.deepEqual(same, interval);
    else assertEnds([interval.low, interval.high], [same.low, same.high]);
  }
}

function reasonOf(told: Uncertainty | undefined): string | undefined {
  return told?.kind === 'none' ? told.reason : told?.kind;
}

function assertStated(told: Uncertainty): void {
  if (told.kind === 'none') return assert.equal(typeof told.reason, 'string');
  assert.ok(told.standardError >= 0 && Number.isFinite(told.standardError) && Number.isFinite(told.degreesOfFreedom));
  assert.ok([told.designEffect ?? 0, told.effectiveN ?? 1].every(Number.isFinite));
  for (const one of [told.interval, ...told.intervals]) {
    if (one.kind === 'none') continue;
    assert.ok(one.low < one.high && Number.isFinite(one.high - one.low), JSON.stringify(one));
    assert.ok(told.degreesOfFreedom > 0);
  }
}
