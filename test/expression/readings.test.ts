import assert from 'node:assert/strict';
import { explain, explainUnknown, type UnknownRule } from '../../server/src/language/expression';
import { describeBlocks } from './fixtures';
import { check, derived } from './questions';

describeBlocks('readings', (text) => {
  const { typed } = check(text);
  return `en: ${explain(typed, derived, 'en')}\nsv: ${explain(typed, derived, 'sv')}`;
});

describe('readings of rules for unknown items', () => {
  const readings: readonly (readonly [UnknownRule, string, string])[] = [
    [{ rule: 'as_no' }, 'An item without a known answer counts as no.', 'En delfråga utan känt svar räknas som nej.'],
    [
      { rule: 'min_valid', minValid: 3 },
      'Only respondents with a known answer to at least 3 items are included.',
      'Bara svarande med känt svar på minst 3 delfrågor räknas med.',
    ],
    [
      { rule: 'complete', dontKnow: 'as_no', notAsked: 'as_no' },
      'A don’t know counts as no. An item that was not asked counts as no. Only respondents with a known answer to every item are included.',
      'Vet ej räknas som nej. En delfråga som inte har ställts räknas som nej. Bara svarande med känt svar på alla delfrågor räknas med.',
    ],
  ];
  for (const [rule, english, swedish] of readings) {
    it(JSON.stringify(rule), () => {
      assert.equal(explainUnknown(rule, 'en'), english);
      assert.equal(explainUnknown(rule, 'sv'), swedish);
    });
  }
});
