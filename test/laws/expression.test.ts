import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkExpression,
  type Expression,
  evaluate,
  evaluateBounds,
  explain,
  expressionContext,
  formatExpression,
  parseExpression,
  type TypedExpression,
  type UnknownRule,
  type Value,
} from '../../server/src/language/expression';
import { asRow, check, derived } from '../expression/questions';
import { blanked, conditions, countConditions, fullRows, thresholds } from './expressions';

const rules: readonly UnknownRule[] = [
  { rule: 'as_no' },
  { rule: 'determinable' },
  { rule: 'complete' },
  { rule: 'prorate' },
  { rule: 'min_valid', minValid: 2 },
];

const pieces = [
  'a',
  'activities',
  'actor',
  'agency',
  'high',
  '.',
  '(',
  ')',
  ',',
  '=',
  '!=',
  '<',
  'in',
  'not',
  'and',
  'or',
  '-',
  '+',
  '/',
  'count',
  'kind',
  "'",
  '"',
  '5',
  '2.5',
  'yes',
  '@',
  ' ',
  '\n',
  '==',
];

const numbers = [
  'score(leadership) / budget * staff_cost',
  'budget * staff_cost - budget / (staff_cost - 1)',
  'count(activities) / budget',
  'mean(score(culture)) * budget * staff_cost',
  'sum(budget, staff_cost, budget)',
];

const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(' '));

describe('laws of expressions', () => {
  it('any text is read, with at most one break in the grammar', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup), assertSurvives));
  });

  it('every beginning of an expression, and every expression with a character less, is read', () => {
    fc.assert(
      fc.property(fc.oneof(conditions(true), countConditions), (text) => {
        for (let at = 0; at <= text.length; at++) {
          assertSurvives(text.slice(0, at));
          assertSurvives(text.slice(0, at) + text.slice(at + 1));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a text nested or chained without end is read', () => {
    for (const piece of ['(', 'not ', '-', 'count(', 'a or ', 'a = ', 'a in (', "'", 'a.', 'a,', 'a + ('])
      assertSurvives(piece.repeat(20_000));
  });

  it('formatting twice is formatting once, and keeps the meaning', () => {
    fc.assert(
      fc.property(fc.oneof(conditions(true), countConditions), (text) => {
        const { tree } = parseExpression(text);
        const formatted = formatExpression(tree);
        const again = parseExpression(formatted);
        assert.deepEqual(again.problems, []);
        assert.equal(formatExpression(again.tree), formatted);
        assert.deepEqual(withoutSpans(again.tree), withoutSpans(tree));
      }),
    );
  });

  it('a value is finite or missing, whatever is missing and under every rule', () => {
    fc.assert(
      fc.property(
        fc.oneof(conditions(true), countConditions),
        blanked('all'),
        fc.constantFrom(...rules),
        (text, { blank }, rule) => {
          const { low, high } = evaluateBounds(sound(text), blank, rule);
          for (const value of [evaluate(sound(text), blank, rule), low, high])
            assert.ok(!value.known || typeof value.value === 'boolean');
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...numbers), blanked('all'), fc.constantFrom(...rules), (text, { blank }, rule) => {
        const value = evaluate(sound(text), blank, rule);
        assert.ok(!value.known || Number.isFinite(value.value));
      }),
    );
  });

  it('what is known with answers missing stays so, whatever they would have been', () => {
    fc.assert(
      fc.property(fc.oneof(conditions(false), countConditions), blanked('asked'), (text, { full, blank }) => {
        const value = evaluate(sound(text), blank, { rule: 'determinable' });
        if (value.known) assert.deepEqual(evaluate(sound(text), full), value);
      }),
      { numRuns: 500 },
    );
  });

  it('counting unknown items as no never gives more than the truth, and the bounds hold it', () => {
    fc.assert(
      fc.property(thresholds, blanked('asked'), (text, { full, blank }) => {
        const typed = sound(text);
        const truth = rank(evaluate(typed, full));
        const { low, high } = evaluateBounds(typed, blank);
        assert.ok(rank(evaluate(typed, blank, { rule: 'as_no' })) <= truth);
        assert.ok(rank(low) <= truth && truth <= rank(high));
        assert.deepEqual(evaluate(typed, blank, { rule: 'as_no' }), low);
      }),
    );
  });

  it('what is determinable is both bounds, and where they are one it is determinable', () => {
    fc.assert(
      fc.property(countConditions, blanked('all'), (text, { blank }) => {
        const value = evaluate(sound(text), blank, { rule: 'determinable' });
        const { low, high } = evaluateBounds(sound(text), blank);
        if (value.known) assert.deepEqual([low, high], [value, value]);
        if (low.known && high.known && low.value === high.value) assert.deepEqual(value, low);
      }),
      { numRuns: 300 },
    );
  });

  it('without missing answers every rule gives the same', () => {
    fc.assert(
      fc.property(countConditions, fullRows, (text, row) => {
        const [first, ...others] = rules.map((rule) => evaluate(sound(text), asRow(row), rule));
        for (const other of others) assert.deepEqual(other, first);
      }),
    );
  });
});

function assertSurvives(text: string): void {
  const parsed = parseExpression(text);
  const { typed, problems, uses } = checkExpression(parsed.tree, derived);
  const breaks = parsed.problems.filter((one) => one.similar.length === 0);
  assert.ok(breaks.length <= 1, `${text}: ${breaks.map((one) => one.found).join('; ')}`);
  for (const { span } of [...parsed.problems, ...problems, ...uses]) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
  }
  formatExpression(parsed.tree);
  explain(typed, derived, 'sv');
  expressionContext(parsed, derived, text.length >> 1);
}

/** The typed tree of an expression that has no problems: the laws speak of no others. */
function sound(text: string): TypedExpression {
  const { typed, problems } = check(text, derived, 'value');
  assert.deepEqual(problems, [], text);
  return typed;
}

function rank(value: Value): number {
  return value.known && value.value === true ? 1 : 0;
}

function withoutSpans(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)));
}
