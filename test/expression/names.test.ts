import assert from 'node:assert/strict';
import { comparesCount, namesIn } from '../../server/src/language/expression';
import { nearest } from '../../server/src/language/text/nearest';
import { check, derived, indicator } from './questions';

describe('uses of names', () => {
  const uses: readonly (readonly [string, string])[] = [
    ['actor = agency', 'actor: variable, agency: category of actors opposite actor'],
    ['agency = actor', 'agency: category of actors opposite actor, actor: variable'],
    [
      'actor in (local, agency)',
      'actor: variable, local: group of actors opposite actor, agency: category of actors opposite actor',
    ],
    ['activities.ideas = yes', 'activities: variable, ideas: item of activities'],
    ['kind(leadership) = dont_know', 'kind: function, leadership: variable, dont_know: missing_kind'],
    ['count(activities = yes) >= 4', 'count: function, activities: variable'],
    ['strategy broad', 'strategy: variable, broad: variable'],
    ['unheard_of and broad', 'broad: variable'],
  ];
  for (const [text, expected] of uses) {
    it(text, () => {
      const found = check(text).uses.map(({ span, name, meaning }) => {
        assert.equal(text.slice(span.start, span.end), name);
        if (meaning.kind === 'item') return `${name}: item of ${meaning.variable}`;
        const owner = 'scale' in meaning ? ` of ${meaning.scale.id} opposite ${meaning.opposite}` : '';
        return `${name}: ${meaning.kind}${owner}`;
      });
      assert.equal(found.join(', '), expected);
    });
  }
});

describe('what an expression reads', () => {
  const readings: readonly (readonly [string, string])[] = [
    ['collaborated and activities.ideas', 'collaborated, activities.ideas'],
    ['count(activities = yes, strategy) >= employees', 'activities counted, strategy counted, employees'],
    ['asked(leadership) and kind(actor) = refused', 'leadership tested, actor tested'],
    ['actor = agency', 'actor'],
    ['mean(score(culture))', 'culture counted'],
  ];
  for (const [text, expected] of readings) {
    it(text, () => {
      const found = namesIn(check(text).typed).map(({ variable, item, counted, tested }) => {
        const name = item === undefined ? variable : `${variable}.${item}`;
        return `${name}${counted ? ' counted' : ''}${tested ? ' tested' : ''}`;
      });
      assert.equal(found.join(', '), expected);
    });
  }
});

describe('thresholds of counts', () => {
  const thresholds: readonly (readonly [string, string])[] = [
    ['count(activities = yes) >= 4', '>= 4 of 7 sometimes'],
    ['count(activities = yes) >= 8', '>= 8 of 7 never'],
    ['count(activities = yes) >= 0', '>= 0 of 7 always'],
    ['4 <= count(activities = yes)', '>= 4 of 7 sometimes'],
    ['7 < count(activities = yes)', '> 7 of 7 never'],
    ['not (count(activities = yes, strategy) != 9) and broad', '!= 9 of 8 always'],
    ['count(activities = yes) = 2.5', '= 2.5 of 7 never'],
    ['count(activities = yes) > employees', ''],
    ['sum(costs) >= 100', ''],
  ];
  for (const [text, expected] of thresholds) {
    it(text, () => {
      const found = comparesCount(check(text).typed).map(
        ({ operator, k, items, met }) => `${operator} ${k} of ${items} ${met}`,
      );
      assert.equal(found.join(', '), expected);
    });
  }
});

describe('types of whole expressions', () => {
  const types: readonly (readonly [string, string])[] = [
    ['activities = yes', 'vector of yes_no over 7'],
    ['score(culture)', 'vector of number over 3'],
    ['not activities and broad', 'vector of yes_no over 7'],
    ['culture.open', 'category'],
    ['budget / 2', 'number'],
    ['started', 'date'],
    ['unheard_of', 'unknown'],
  ];
  for (const [text, expected] of types) {
    it(text, () => {
      const { type } = check(text, indicator);
      assert.equal(type.kind === 'vector' ? `vector of ${type.of.kind} over ${type.items.length}` : type.kind, expected);
    });
  }
});

describe('nearest names', () => {
  const names = [...derived.nameLists().flat(), 'gender', 'age', 'q1', 'q2', 'Ålder'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['employes', ['employees']],
    ['EMPLOYEES', ['employees']],
    ['size-class', ['size_class']],
    ['sizeclass', ['size_class']],
    ['stratgy', ['strategy']],
    ['actr', ['actor']],
    ['collab', ['collaborated']],
    ['aeg', ['age']],
    ['ålder', ['Ålder']],
    ['zzz', []],
    ['', []],
    ['x'.repeat(500), []],
    ['q3', ['q1', 'q2']],
  ];
  for (const [written, expected] of cases)
    it(written.slice(0, 20) || 'nothing', () => assert.deepEqual(nearest(written, names), expected));

  it('at most three', () =>
    assert.equal(
      nearest(
        'item_0',
        Array.from({ length: 9 }, (_, at) => `item_${at + 1}`),
      ).length,
      3,
    ));
});
