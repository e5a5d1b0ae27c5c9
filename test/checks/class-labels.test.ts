import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { everything, gapsBetween, type Interval, isWithin, overlapOf } from '../../server/src/language/checks/derived/interval';
import { intervalOfLabel } from '../../server/src/language/checks/derived/interval-of-label';

const truths: readonly { readonly label: string; readonly is: string }[] = JSON.parse(
  readFileSync(new URL('../data/class-labels.json', import.meta.url), 'utf8'),
);

describe('The class of numbers that a label prints', () => {
  for (const { label, is } of truths) it(`${label}: ${is}`, () => assert.equal(written(intervalOfLabel(label)), is));
});

const interval = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.boolean(), fc.boolean(), fc.constantFrom(0, 1, 2))
  .filter(([, width, includesLow, includesHigh]) => width > 0 || (includesLow && includesHigh))
  .map(([low, width, includesLow, includesHigh, open]): Interval => {
    const closed = { low, high: low + width, includesLow, includesHigh };
    if (open === 1) return { ...closed, low: everything.low, includesLow: false };
    return open === 2 ? { ...closed, high: everything.high, includesHigh: false } : closed;
  });

/** Every end that the intervals can have, and what lies between and beyond them. */
const points = Array.from({ length: 60 }, (_, at) => -15 + at / 2);

describe('Classes of numbers', () => {
  it('share the numbers that are in both', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const shared = overlapOf(a, b);
        for (const point of points) {
          assert.equal(shared !== undefined && holds(shared, point), holds(a, point) && holds(b, point));
        }
      }),
    );
  });

  it('are within each other where all numbers of one are in the other', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        assert.equal(
          isWithin(a, b),
          points.every((point) => !holds(a, point) || holds(b, point)),
        );
      }),
    );
  });

  it('leave gaps of the numbers between them that none of them has', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 5 }), (classes) => {
        const gaps = gapsBetween(classes);
        const [low, high] = [Math.min(...classes.map((one) => one.low)), Math.max(...classes.map((one) => one.high))];
        for (const point of points.filter((one) => low < one && one < high)) {
          const isFree = !classes.some((one) => holds(one, point));
          assert.equal(
            gaps.some((gap) => holds(gap, point)),
            isFree,
          );
        }
      }),
    );
  });
});

function holds({ low, high, includesLow, includesHigh }: Interval, point: number): boolean {
  return (low < point || (includesLow && low === point)) && (point < high || (includesHigh && high === point));
}

function written(found: Interval | undefined): string {
  if (found === undefined) return 'none';
  const { low, high, includesLow, includesHigh } = found;
  const ends = `${low}, ${high}`.replaceAll('Infinity', '∞');
  return `${includesLow ? '[' : '('}${ends}${includesHigh ? ']' : ')'}`;
}
