import assert from 'node:assert/strict';
import { tablesFor } from '../../server/src/language/shares';
import { withData } from './bound';
import { render } from './render';

const codebook = `codebook: tables
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: answered, by: [actor], decimals: 1}
scales:
  actors: {categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}, none_here: {code: 3, label: None}}}
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}}
  extent:
    order: descending
    categories:
      high: {code: 1, score: 2, label: High}
      some: {code: 2, score: 1, label: Some}
      none: {code: 3, score: 0, label: None}
    missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}}
    groups: {any: {label: Any, of: [high, some]}}
questions:
  actor: {label: Actor, scale: actors}
  asked: {label: Asked, scale: yes_no}
  extent: {label: Extent, scale: extent, ask_if: asked = yes}
  staff: {label: Staff, type: number}
  rooms: {label: Rooms, type: number, range: 1..3}
  note: {label: Note, type: text}
  acts: {label: Acts, scale: yes_no, items: {a: A, b: B}}
  why: {label: Why, type: multiple, ticked: 1, unticked: not_answered, options: {x: X, y: Y}}
derived:
  both: {label: Both, value: count(acts = yes) >= 2, unknown: determinable}
  size: {label: Size, order: ascending, categories: {small: {label: Small, when: staff < 10}, large: {label: Large, when: staff >= 10}}}
indicators:
  any_extent: {label: Any, measure: share, of: extent = any}
  any_of_asked: {label: Any, measure: share, of: extent = any, base: asked, by: []}
  any_substantive: {label: Any, measure: share, of: extent = any, base: substantive, by: []}
  items: {label: Items, measure: share, of: acts = yes, by: []}
  crossed: {label: Crossed, measure: share, of: asked, by: [actor * size]}
  among_asked: {label: Acts, measure: share, of: acts.a, among: asked, by: []}
  rooms_distribution: {label: Rooms, measure: distribution, of: rooms, base: substantive, by: []}
  all_ticks: {label: Ticks, measure: distribution, of: why, by: []}
  all_acts: {label: Acts, measure: distribution, of: acts, by: []}
  ticks: {label: Ticks, measure: share, of: why, base: responses, by: []}
  people: {label: People, measure: count, by: [actor]}
  people_yes: {label: People, measure: count, of: asked, by: []}
  all_staff: {label: Staff, measure: total, of: staff, by: []}
  all_yes: {label: Yes, measure: total, of: asked, by: []}
  middle: {label: Staff, measure: median, of: staff, by: []}
  ends: {label: Staff, measure: quantile, of: staff, at: [0.25, 0.75], by: []}
  extent_mean: {label: Extent, measure: mean, of: score(extent), by: []}
  per_room: {label: Staff per room, measure: ratio, of: staff, per: rooms, by: []}
  mean_of_categories: {label: Wrong, measure: mean, of: extent, by: []}
  share_of_number: {label: Wrong, measure: share, of: staff, by: []}
  ratio_without_per: {label: Wrong, measure: ratio, of: staff, by: []}
  ticks_of_battery: {label: Wrong, measure: share, of: acts, base: responses, by: []}
  among_category: {label: Wrong, measure: share, of: acts.a, among: actor, by: []}
  open_range: {label: Wrong, measure: distribution, of: staff, by: []}
  misspelt: {label: Wrong, measure: share, of: acs.a, by: []}
  nobody: {label: Nobody, measure: share, of: acts.a, among: actor = none_here, by: []}
`;

const csv = `id,actor,asked,extent,staff,rooms,note,acts_a,acts_b,why_x,why_y
1,1,1,1,5,1,x,1,1,1,1
2,1,1,2,20,2,,1,8,1,
3,1,2,,30,3,y,2,,,1
4,2,1,8,8,1,,2,1,,
5,2,1,,,2,,1,,1,1
6,,8,3,12,2,,8,1,,1
7,2,2,,9,1,,1,1,,
`;

/** By subject: the whole first table. The numbers are worked out by hand from the seven rows above. */
const expected: Readonly<Record<string, string>> = {
  'question extent': `extent by actor, answered
  agency high: share 50.0 (1 of 2)
  agency some: share 50.0 (1 of 2)
  agency none: share 0.0 (0 of 2)
  agency any: share 100.0 (2 of 2)
  agency kind:dont_know: share 0.0 (0 of 2)
  region high: share 0.0 (0 of 1)
  region some: share 0.0 (0 of 1)
  region none: share 0.0 (0 of 1)
  region any: share 0.0 (0 of 1)
  region kind:dont_know: share 100.0 (1 of 1)
  none_here high: share empty_base (0 of 0)
  none_here some: share empty_base (0 of 0)
  none_here none: share empty_base (0 of 0)
  none_here any: share empty_base (0 of 0)
  none_here kind:dont_know: share empty_base (0 of 0)
  missing high: share 0.0 (0 of 1)
  missing some: share 0.0 (0 of 1)
  missing none: share 100.0 (1 of 1)
  missing any: share 0.0 (0 of 1)
  missing kind:dont_know: share 0.0 (0 of 1)
  total high: share 25.0 (1 of 4)
  total some: share 25.0 (1 of 4)
  total none: share 25.0 (1 of 4)
  total any: share 50.0 (2 of 4)
  total kind:dont_know: share 25.0 (1 of 4)`,
  'question staff': `staff by actor, substantive
  agency: mean 18.3 (3 of 3)
  agency: median 20.0 (3 of 3)
  region: mean 8.5 (2 of 2)
  region: median 8.0 (2 of 2)
  none_here: mean empty_base (0 of 0)
  none_here: median empty_base (0 of 0)
  missing: mean 12.0 (1 of 1)
  missing: median 12.0 (1 of 1)
  total: mean 14.0 (6 of 6)
  total: median 9.0 (6 of 6)`,
  'indicator any_extent': `any_extent by actor, answered
  agency: share 100.0 (2 of 2)
  region: share 0.0 (0 of 1)
  none_here: share empty_base (0 of 0)
  missing: share 0.0 (0 of 1)
  total: share 50.0 (2 of 4)`,
  'indicator any_of_asked': `any_of_asked by nothing, asked
  all: share 40.0 (2 of 5)`,
  'indicator any_substantive': `any_substantive by nothing, substantive
  all: share 66.7 (2 of 3)`,
  'indicator items': `items by nothing, answered
  a: share 57.1 (4 of 7)
  b: share 80.0 (4 of 5)`,
  'indicator crossed': `crossed by actor * size, answered
  agency/small: share 100.0 (1 of 1)
  agency/large: share 50.0 (1 of 2)
  agency/missing: share empty_base (0 of 0)
  agency/total: share 66.7 (2 of 3)
  region/small: share 50.0 (1 of 2)
  region/large: share empty_base (0 of 0)
  region/missing: share 100.0 (1 of 1)
  region/total: share 66.7 (2 of 3)
  none_here/small: share empty_base (0 of 0)
  none_here/large: share empty_base (0 of 0)
  none_here/missing: share empty_base (0 of 0)
  none_here/total: share empty_base (0 of 0)
  missing/small: share empty_base (0 of 0)
  missing/large: share 0.0 (0 of 1)
  missing/missing: share empty_base (0 of 0)
  missing/total: share 0.0 (0 of 1)
  total/small: share 66.7 (2 of 3)
  total/large: share 33.3 (1 of 3)
  total/missing: share 100.0 (1 of 1)
  total/total: share 57.1 (4 of 7)`,
  'indicator among_asked': `among_asked by nothing, answered
  all: share 75.0 (3 of 4)`,
  'indicator rooms_distribution': `rooms_distribution by nothing, substantive
  1: share 42.9 (3 of 7)
  2: share 42.9 (3 of 7)
  3: share 14.3 (1 of 7)`,
  'indicator ticks': `ticks by nothing, responses
  x: share 42.9 (3 of 7)
  y: share 57.1 (4 of 7)`,
  'indicator people': `people by actor, answered
  agency: count 3.0 (3 of 3)
  region: count 3.0 (3 of 3)
  none_here: count 0.0 (0 of 0)
  missing: count 1.0 (1 of 1)
  total: count 7.0 (7 of 7)`,
  'indicator people_yes': `people_yes by nothing, answered
  all: count 4.0 (4 of 7)`,
  'indicator all_staff': `all_staff by nothing, substantive
  all: total 84.0 (6 of 6)`,
  'indicator all_yes': `all_yes by nothing, substantive
  all: total 4.0 (4 of 6)`,
  'indicator middle': `middle by nothing, substantive
  all: median 9.0 (6 of 6)`,
  'indicator ends': `ends by nothing, substantive
  0.25: quantile 8.0 (6 of 6)
  0.75: quantile 20.0 (6 of 6)`,
  'indicator extent_mean': `extent_mean by nothing, substantive
  all: mean 1.0 (3 of 3)`,
  'indicator per_room': `per_room by nothing, substantive
  all: ratio 8.4 (6 of 6)`,
  'indicator nobody': `nobody by nothing, answered
  all: share empty_base (0 of 0)`,
  'derived both': `both by actor, answered
  agency yes: share 50.0 (1 of 2) [33.3, 66.7]
  agency no: share 50.0 (1 of 2) [33.3, 66.7]
  region yes: share 50.0 (1 of 2) [33.3, 66.7]
  region no: share 50.0 (1 of 2) [33.3, 66.7]
  none_here yes: share empty_base (0 of 0)
  none_here no: share empty_base (0 of 0)
  missing yes: share empty_base (0 of 0) [0.0, 100.0]
  missing no: share empty_base (0 of 0) [0.0, 100.0]
  total yes: share 50.0 (2 of 4) [28.6, 71.4]
  total no: share 50.0 (2 of 4) [28.6, 71.4]`,
};

describe('tables of questions, derived variables and indicators', () => {
  const bound = withData(codebook, csv);
  for (const [subject, text] of Object.entries(expected)) {
    it(subject, () => {
      const [kind, id = ''] = subject.split(' ');
      assert.ok(kind === 'question' || kind === 'derived' || kind === 'indicator');
      const [table] = tablesFor(bound.codebook, bound, { kind, id });
      assert.equal(table === undefined ? 'no table' : render(table), text);
    });
  }
  for (const id of [
    'mean_of_categories',
    'share_of_number',
    'ratio_without_per',
    'ticks_of_battery',
    'among_category',
    'open_range',
    'misspelt',
  ]) {
    it(`${id} is not computed`, () => {
      assert.deepEqual(tablesFor(bound.codebook, bound, { kind: 'indicator', id }), []);
    });
  }
  it('texts have none, and a variable is not split by itself', () => {
    assert.deepEqual(tablesFor(bound.codebook, bound, { kind: 'question', id: 'note' }), []);
    const [actor] = tablesFor(bound.codebook, bound, { kind: 'question', id: 'actor' });
    assert.deepEqual(actor?.by, []);
  });
  it('rows that make up the base are stacked, ticks never', () => {
    const stackable = (id: string) => tablesFor(bound.codebook, bound, { kind: 'indicator', id }).map((one) => one.stackable);
    assert.deepEqual(stackable('rooms_distribution'), [true]);
    assert.deepEqual(stackable('all_acts'), [true]);
    assert.deepEqual(stackable('all_ticks'), [false]);
    assert.deepEqual(stackable('ticks'), [false]);
  });
});
