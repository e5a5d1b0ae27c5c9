import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { bars } from '../../server/src/language/charts/bars';
import { stackedBars } from '../../server/src/language/charts/stacked-bars';
import { matchesSnapshot } from '../harness/snapshot';
import { charts, percent } from './specs';

const width = 620;

describe('charts', () => {
  for (const [name, draw] of Object.entries(charts)) {
    it(`draws ${name} as kept`, () => {
      const file = join(__dirname, `${name}.svg`);
      const drawn = `${draw({ width, standalone: true })}\n`;
      matchesSnapshot(file, drawn);
    });

    it(`leaves the colours of ${name} to the page`, () => {
      const drawn = draw({ width });
      assert.doesNotMatch(drawn, /fill=|style=|<style|<script/);
      assert.match(drawn, /^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    });

    it(`keeps the marks of ${name} inside its width, narrow or wide`, () => {
      for (const wide of [240, 380, 500, 900]) {
        for (const { x, w } of boxes(draw({ width: wide })))
          assert.ok(x >= 0 && x + w <= wide + 0.02, `${x} + ${w} in ${wide}`);
      }
    });
  }

  it('escapes every text it is given', () => {
    const hostile = `<script>alert("1")</script>&'`;
    const drawn = stackedBars(
      {
        title: hostile,
        categories: [{ label: hostile }],
        order: 'nominal',
        sections: [
          { label: hostile, rows: [{ label: hostile, n: hostile, values: [{ kind: 'value', value: 1, text: hostile }] }] },
        ],
      },
      { width },
    );
    assert.doesNotMatch(drawn, /<script|alert\("|&'/);
  });

  it('says why a row has no bar', () => {
    const row = { label: 'All', n: 'n = 0', value: { kind: 'none', reason: 'nobody in the base' } } as const;
    const drawn = bars({ title: 'Empty', sections: [{ rows: [row] }] }, { width });
    assert.match(drawn, />nobody in the base</);
    assert.doesNotMatch(drawn, /cb-track|cb-s1/);
  });

  it('draws nothing for no rows, and does not fail', () => {
    assert.match(bars({ title: 'None', sections: [] }, { width }), /<svg/);
    assert.match(stackedBars({ title: 'None', categories: [], order: 'nominal', sections: [] }, { width }), /<svg/);
  });

  it('fills the whole width with segments and gaps, whatever the shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        const drawn = stackedBars(
          {
            title: 'Law',
            categories: weights.map((_, index) => ({ label: `c${index}` })),
            order: 'least_first',
            sections: [
              { rows: [{ label: 'All', n: 'n = 1', values: weights.map((weight) => percent((100 * weight) / whole)) }] },
            ],
          },
          { width },
        );
        const segments = boxes(drawn).filter((box) => box.h === 20);
        assert.equal(segments.length, weights.length);
        const end = segments.at(-1);
        assert.ok(end !== undefined && Math.abs(end.x + end.w - width) < 0.05);
      }),
    );
  });
});

const boxes = (drawn: string): readonly { x: number; w: number; h: number }[] =>
  [...drawn.matchAll(/<rect [^>]*?x="([-\d.]+)" y="[-\d.]+" width="([\d.]+)" height="([\d.]+)"/g)].map(([, x, w, h]) => ({
    x: Number(x),
    w: Number(w),
    h: Number(h),
  }));
