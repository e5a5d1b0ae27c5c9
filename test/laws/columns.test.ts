import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile, compileBounds, type Row, single, type UnknownRule } from '../../server/src/language/expression';
import { draftColumn, valueReader } from '../../server/src/language/shares/columns';
import {
  type ColumnLookup,
  evaluateBound,
  evaluateColumn,
  evaluateRows,
} from '../../server/src/language/shares/evaluate-column';
import { type Kernel, plainKernel, wasmKernel } from '../../server/src/language/shares/kernel';
import type { CategoryColumn, ValueColumn } from '../../server/src/language/shares/types';
import { check, derived } from '../expression/questions';
import { blanked, conditions, countConditions } from './expressions';

/**
 * Columns are worked out by combination and in whole vectors; the evaluator, which goes from respondent to respondent, is
 * what they must equal, to the kind of what is missing.
 */
const wasm = wasmKernel();
assert.ok(wasm !== undefined, 'Node has WebAssembly with vectors.');
const kernels: Readonly<Record<string, Kernel>> = { WebAssembly: wasm, JavaScript: plainKernel() };

const numbers = fc.constantFrom(
  'budget + staff_cost',
  '-budget',
  'score(culture.risk) * 2',
  'count(activities)',
  'sum(score(culture))',
  'mean(score(culture))',
);

const counts = fc
  .tuple(
    fc.constantFrom('count(activities, collaborated, culture >= some)', 'count(activities, activities, activities)'),
    fc.constantFrom('>=', '=', '<'),
    fc.integer({ min: 0, max: 22 }),
    fc.constantFrom('', ' and strategy', ' or actor = agency', ' and budget > staff_cost'),
  )
  .map(([count, operator, k, rest]) => `${count} ${operator} ${k}${rest}`);

const aggregates = fc.constantFrom('any(activities)', 'all(activities, strategy)', 'not any(culture = high)');

const texts = fc.oneof(conditions(true), countConditions, counts, aggregates, numbers);

const rules: fc.Arbitrary<UnknownRule | undefined> = fc.option(
  fc.record(
    {
      rule: fc.constantFrom('as_no', 'determinable', 'complete', 'prorate', 'min_valid'),
      minValid: fc.integer({ min: 0, max: 9 }),
      dontKnow: fc.constant('as_no' as const),
      notAsked: fc.constant('as_no' as const),
    },
    { requiredKeys: ['rule'] },
  ),
  { nil: undefined },
);

const respondents = fc.array(
  fc.oneof(
    blanked('all').map(({ full }) => full),
    blanked('all').map(({ blank }) => blank),
  ),
  { minLength: 0, maxLength: 40 },
);

describe('columns are what the evaluator says of each respondent', () => {
  for (const [name, kernel] of Object.entries(kernels)) {
    it(`values, with the kernel in ${name}`, () => {
      fc.assert(
        fc.property(texts, rules, respondents, fc.boolean(), (text, rule, rows, isRouted) => {
          const { typed, problems } = check(text);
          assert.deepEqual(problems, [], text);
          const column = columnsOf(rows);
          const universe = isRouted ? strategyOf(column) : undefined;
          const evaluateRow = compile(typed, rule);
          const expected = evaluateRows(typeOf(text), rows.length, column, universe, (row) => evaluateRow(row));
          const found = evaluateColumn(typed, rows.length, column, { rule, universe, kernel });
          assertSame(found, expected, rows.length, text);
        }),
        { numRuns: 400 },
      );
    });

    it(`bounds, with the kernel in ${name}`, () => {
      fc.assert(
        fc.property(fc.oneof(countConditions, counts, aggregates), rules, respondents, (text, rule, rows) => {
          const { typed } = check(text);
          const column = columnsOf(rows);
          const boundsOf = compileBounds(typed, rule);
          for (const side of ['low', 'high'] as const) {
            const expected = evaluateRows(typeOf(text), rows.length, column, undefined, (row) => boundsOf(row)[side]);
            const found = evaluateBound(typed, side, rows.length, column, { rule, kernel });
            assertSame(found, expected, rows.length, text);
          }
        }),
        { numRuns: 200 },
      );
    });
  }
});

function typeOf(text: string) {
  const type = single(check(text).typed.type);
  assert.ok(type.kind !== 'unknown');
  return type;
}

/** The respondents' answers as columns; each is made when it is asked for. */
function columnsOf(rows: readonly Row[]): ColumnLookup {
  const made = new Map<string, ValueColumn>();
  return (name, item) => {
    const type = derived.variable(name)?.type;
    if (type === undefined || type.kind === 'unknown') return undefined;
    const key = `${name}.${item ?? ''}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const draft = draftColumn(single(type), rows.length);
    for (const [at, row] of rows.entries()) draft.set(at, row(name, item));
    made.set(key, draft.column);
    return draft.column;
  };
}

function strategyOf(column: ColumnLookup): CategoryColumn | undefined {
  const found = column('strategy');
  return found?.kind === 'category' ? found : undefined;
}

function assertSame(found: ValueColumn | undefined, expected: ValueColumn | undefined, rows: number, text: string): void {
  assert.ok(found !== undefined && expected !== undefined, text);
  const [one, other] = [valueReader(found), valueReader(expected)];
  for (let row = 0; row < rows; row++) assert.deepEqual(one(row), other(row), `${text}, row ${row}`);
}
