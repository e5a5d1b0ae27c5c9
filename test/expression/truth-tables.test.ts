import assert from 'node:assert/strict';
import { compile, compileBounds, type UnknownRule } from '../../server/src/language/expression';
import { asRow, asValue, check, derived, type PlainRow, type PlainValue, readData } from './questions';

interface Case {
  readonly expression: string;
  readonly row: PlainRow;
  readonly unknown?: UnknownRule;
  readonly value: PlainValue;
  readonly low?: PlainValue;
  readonly high?: PlainValue;
}

describe('truth tables', () => {
  for (const name of ['kleene', 'comparisons', 'numbers', 'counts']) {
    const { cases } = readData<{ cases: readonly Case[] }>(`expression-${name}`);
    for (const expression of new Set(cases.map((one) => one.expression))) {
      it(`${name}: ${expression}`, () => cases.filter((one) => one.expression === expression).forEach(assertCase));
    }
  }
});

function assertCase({ expression, row, unknown, value, low, high }: Case): void {
  const { typed, problems } = check(expression, derived, 'value');
  assert.deepEqual(problems, []);
  const where = `${expression} ${JSON.stringify({ unknown, row })}`;
  assert.deepEqual(compile(typed, unknown)(asRow(row)), asValue(value), where);
  if (low === undefined || high === undefined) return;
  assert.deepEqual(compileBounds(typed, unknown)(asRow(row)), { low: asValue(low), high: asValue(high) }, `bounds of ${where}`);
}
