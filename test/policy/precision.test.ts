import assert from 'node:assert/strict';
import type { Interval, Uncertainty } from '../../server/src/language/shares';
import { packs, policyOf, precisionOf } from '../../server/src/language/shares/policy';
import type { Measured } from '../../server/src/language/shares/policy/precision';
import { readData, withData } from '../shares/bound';

interface Case {
  readonly pack: string;
  readonly name: string;
  readonly cell: CellCase;
  readonly action: string;
  readonly rule: string;
}

interface CellCase {
  readonly share?: number;
  readonly mean?: number;
  readonly population?: number;
  readonly n: number;
  readonly counted: number;
  readonly se?: number;
  readonly df?: number;
  readonly effective_n?: number;
  readonly deff?: number;
  readonly beta?: readonly [number, number];
  readonly capped?: readonly [number, number];
  readonly wald?: readonly [number, number];
  readonly level?: number;
}

const cases: readonly Case[] = JSON.parse(readData('policy-precision.json'));

const own = policyOf(
  withData('data: {file: data.csv}\npolicy: {precision: {min_n: 20, max_width: 0.5, flag: {min_df: 10}}}\n', 'id\n1\n')
    .codebook,
);

describe('rules of precision', () => {
  for (const { pack, name, cell, action, rule } of cases) {
    it(`${pack}: ${name}`, () => {
      const rules = pack === 'own' ? own.precision : packs.find((one) => one.name === pack);
      assert.ok(rules);
      const reason = precisionOf(rules, measuredFrom(cell));
      assert.deepEqual([reason?.action, reason?.rule], [action, rule]);
    });
  }

  it('each of every pack is the one that binds in some case', () => {
    const bound = new Set(cases.map(({ pack, rule }) => `${pack} ${rule}`));
    const never = packs
      .flatMap((pack) => pack.rules.map((rule) => `${pack.name} ${rule.name}`))
      .filter((one) => !bound.has(one));
    assert.deepEqual(never, []);
  });

  it('say nothing of what has no number', () => {
    const [pack] = packs;
    assert.ok(pack);
    const nothing: Measured = {
      ...measuredFrom({ share: 0.5, n: 0, counted: 0 }),
      estimate: { kind: 'none', reason: 'empty_base' },
    };
    assert.equal(precisionOf(pack, nothing), undefined);
  });
});

function measuredFrom(cell: CellCase): Measured {
  const { share, mean, population, n, counted } = cell;
  const count = (of: number) => ({ n: of, weighted: of });
  const uncertainty = uncertaintyOf(cell);
  return {
    statistic: share !== undefined ? 'share' : mean !== undefined ? 'mean' : 'total',
    isCondition: population !== undefined,
    estimate: { kind: 'value', value: share ?? mean ?? population ?? 0 },
    ...(uncertainty === undefined ? {} : { uncertainty }),
    waterfall: {
      all: count(n),
      amongNo: count(0),
      amongMissing: count(0),
      asked: count(n),
      answered: count(n),
      substantive: count(n),
      base: count(n),
      counted: count(counted),
    },
  };
}

function uncertaintyOf({ se, df = 0, effective_n, deff, beta, capped, wald, level = 0.95 }: CellCase): Uncertainty | undefined {
  if (se === undefined) return undefined;
  const interval = ([low, high]: readonly [number, number], method: Interval['method'], isCapped?: boolean): Interval => ({
    kind: 'interval',
    low,
    high,
    level,
    method,
    sides: 'both',
    ...(isCapped === undefined ? {} : { capped: isCapped }),
  });
  return {
    kind: 'value',
    standardError: se,
    degreesOfFreedom: df,
    ...(deff === undefined ? {} : { designEffect: deff }),
    ...(effective_n === undefined ? {} : { effectiveN: effective_n }),
    interval: wald === undefined ? { kind: 'none', method: 'wald', reason: 'not_defined' } : interval(wald, 'wald'),
    intervals: [
      ...(beta === undefined ? [] : [interval(beta, 'beta', false)]),
      ...(capped === undefined ? [] : [interval(capped, 'beta', true)]),
    ],
  };
}
