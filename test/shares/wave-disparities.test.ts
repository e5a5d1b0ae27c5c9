import assert from 'node:assert/strict';
import { disparityText, wordsFor } from '../../server/src/language';
import { periodLength } from '../../server/src/language/shares/waves/period';
import { withData } from './bound';
import { changes, roundOf } from './rounds';

const codebook = `codebook: rounds
languages: [en, sv]
wave: {id: "2022", reference_period: 2021-01-01/2022-12-31}
unit: {type: person}
data: {file: data.csv, id: id}
defaults: {base: answered, by: [actor]}
scales:
  actors: {categories: {a: {code: 1, label: {en: A, sv: A}}, b: {code: 2, label: {en: B, sv: B}}}}
  extent:
    order: descending
    categories: {high: {code: 1, score: 2, label: {en: High, sv: Hög}}, low: {code: 2, score: 1, label: {en: Low, sv: Låg}}}
    missing: {refused: {code: 9, kind: refused, label: {en: Refused, sv: Vägrar}}}
    groups: {any: {label: {en: Any, sv: Någon}, of: [high, low]}}
  yes_no: {categories: {"yes": {code: 1, label: {en: "Yes", sv: Ja}}, "no": {code: 2, label: {en: "No", sv: Nej}}}}
questions:
  actor: {label: {en: Actor, sv: Aktör}, scale: actors}
  used: {text: {en: "Did you use it?", sv: "Använde du den?"}, label: {en: Used, sv: Använde}, scale: extent}
  staff: {label: {en: Staff, sv: Personal}, type: number, range: 0..100, ask_if: actor = a}
  acts: {label: {en: Acts, sv: Gör}, scale: yes_no, items: {x: {en: X, sv: X}, y: {en: "Y", sv: "Y"}}}
derived:
  much: {label: {en: Much, sv: Mycket}, value: count(acts = yes) >= 1, unknown: as_no}
  size: {label: {en: Size, sv: Storlek}, categories: {small: {label: {en: S, sv: S}, when: staff < 5}, large: {label: {en: L, sv: L}, when: staff >= 5}}}
indicators:
  users: {measure: share, of: used = high, base: substantive}
  workers: {measure: mean, of: staff}
  active: {measure: share, of: much, among: actor = a}
  one_act: {measure: share, of: acts.x = yes, by: []}
  sizes: {measure: distribution, of: size}
  scores: {measure: mean, of: score(used)}
`;

const csv = `id,actor,used,staff,acts_x,acts_y,w\n1,1,1,3,1,1,1\n2,1,2,8,2,1,2\n3,2,1,,1,2,1\n4,2,2,,2,2,2\n`;

interface Case {
  readonly now: readonly (readonly [string, string])[];
  readonly indicator: string;
  readonly told: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  nothing: { now: [], indicator: 'users', told: [] },
  'another way to write the same': {
    now: [
      ['of: used = high', 'of: "(used  =  high)"'],
      ['"Did you use it?"', '"Did you  use it?"'],
    ],
    indicator: 'users',
    told: [],
  },
  'a text in one language': {
    now: [['"Did you use it?"', '"Did you use it last year?"']],
    indicator: 'users',
    told: ['`used` is not asked the same way: the text differs (en).'],
  },
  'a translation that one round lacks': { now: [[', sv: "Använde du den?"', '']], indicator: 'users', told: [] },
  'a label where there is no text': {
    now: [['{en: Staff, sv: Personal}', '{en: Employees, sv: Anställda}']],
    indicator: 'workers',
    told: ['`staff` is not asked the same way: the text differs (en, sv).'],
  },
  'the label beside a text': { now: [['{en: Used, sv: Använde}', '{en: Use, sv: Bruk}']], indicator: 'users', told: [] },
  'answers in another order': {
    now: [
      ['order: descending', 'order: ascending'],
      [
        '{high: {code: 1, score: 2, label: {en: High, sv: Hög}}, low: {code: 2, score: 1, label: {en: Low, sv: Låg}}}',
        '{low: {code: 2, score: 1, label: {en: Low, sv: Låg}}, high: {code: 1, score: 2, label: {en: High, sv: Hög}}}',
      ],
      ['of: [high, low]', 'of: [high]'],
    ],
    indicator: 'users',
    told: [
      '`used` has not the same answers: low, high, (ascending); they were high, low, (descending).',
      '`used` has not the same groups of answers (any): high; it was high, low.',
    ],
  },
  'codes, scores and the text of an answer': {
    now: [['high: {code: 1, score: 2, label: {en: High,', 'high: {code: 3, score: 5, label: {en: Very high,']],
    indicator: 'scores',
    told: [
      '`used` has other codes in the data (high).',
      '`used` has other scores (high).',
      '`used` is not asked the same way: the text of answers differs (high) (en).',
    ],
  },
  'missing answers': {
    now: [['kind: refused', 'kind: dont_know']],
    indicator: 'users',
    told: ['Missing answers to `used` are not treated alike: refused 9: dont_know; it was refused 9: refused.'],
  },
  'routing and range': {
    now: [['range: 0..100, ask_if: actor = a', 'range: 1..']],
    indicator: 'workers',
    told: ['`staff` has the range 1..; it was 0..100.', '`staff` is not asked of the same: nothing stated; it was actor = a.'],
  },
  'the rule for unknown items, behind an indicator': {
    now: [['unknown: as_no', 'unknown: complete']],
    indicator: 'active',
    told: ['`much` has another rule for unknown items: complete; it was as_no.'],
  },
  'who it is among': {
    now: [[', among: actor = a', '']],
    indicator: 'active',
    told: ['`active` is not among the same: nothing stated; it was actor = a.'],
  },
  'the text of an item': {
    now: [['items: {x: {en: X,', 'items: {x: {en: Other,']],
    indicator: 'active',
    told: ['`acts` is not asked the same way: the text of items differs (x) (en).'],
  },
  'the text of an item that is not read': { now: [['y: {en: "Y"', 'y: {en: Other']], indicator: 'one_act', told: [] },
  'one item more': {
    now: [['y: {en: "Y", sv: "Y"}', 'y: {en: "Y", sv: "Y"}, w: {column: w, label: {en: W, sv: W}}']],
    indicator: 'active',
    told: ['`acts` has not the same items: x, y, w; they were x, y.'],
  },
  'the classes of a derived variable': {
    now: [
      ['staff < 5', 'staff < 4'],
      ['staff >= 5', 'staff >= 4'],
    ],
    indicator: 'sizes',
    told: [
      '`size` is not defined the same way: small: staff < 4; large: staff >= 4; it was small: staff < 5; large: staff >= 5.',
    ],
  },
  'an indicator': {
    now: [['of: used = high, base: substantive', 'of: used = any, base: asked']],
    indicator: 'users',
    told: [
      'The base of `users` is asked; it was substantive.',
      '`users` is not defined the same way: of used = any; it was of used = high.',
    ],
  },
  'the groups': {
    now: [['a: {code: 1, label: {en: A, sv: A}}', 'a: {code: 1, label: {en: Alpha, sv: Alfa}}']],
    indicator: 'users',
    told: ['`actor` is not asked the same way: the text of answers differs (a) (en, sv).'],
  },
  'a weight': {
    now: [['id: id}', 'id: id, weight: w}']],
    indicator: 'users',
    told: ['`users` is weighted; it was unweighted.'],
  },
  'the length of the time': {
    now: [['2021-01-01/2022-12-31', '2022-01-01/2022-12-31']],
    indicator: 'users',
    told: ['The reference period is 12 months; it was 24 months.'],
  },
  'the time, as long': { now: [['2021-01-01/2022-12-31', '2023-01-01/2024-12-31']], indicator: 'users', told: [] },
  'who answers': {
    now: [['type: person', 'type: household']],
    indicator: 'users',
    told: ['The unit is household; it was person.'],
  },
};

describe('What is not alike in two rounds', () => {
  for (const [title, { now, indicator, told }] of Object.entries(cases)) {
    it(`${title}`, () => {
      for (const [from] of now) assert.ok(codebook.includes(from), `the codebook has ${from}`);
      const edited = now.reduce((text, [from, to]) => text.replace(from, to), codebook);
      const { disparities, tables } = changes(roundOf(codebook, csv), roundOf(edited, csv), 'none', [indicator]);
      const found = [...disparities, ...tables.flatMap((table) => table.disparities)];
      assert.deepEqual(
        found.map((one) => disparityText(one, wordsFor('en'))),
        told,
      );
      for (const { disparities: beside } of tables.flatMap(({ differences }) => differences)) assert.deepEqual(beside, found);
    });
  }

  it('stands beside the numbers of the item it is of', () => {
    const edited = codebook
      .replace('items: {x: {en: X,', 'items: {x: {en: Other,')
      .replace('of: acts.x = yes', 'of: acts = yes');
    const before = codebook.replace('of: acts.x = yes', 'of: acts = yes');
    const [table] = changes(roundOf(before, csv), roundOf(edited, csv), 'none', ['one_act']).tables;
    assert.deepEqual(
      table?.differences.map(({ now, disparities }) => [now.item, disparities.length]),
      [
        ['x', 1],
        ['y', 0],
      ],
    );
  });

  it('a reference period is as long as it is on the calendar', () => {
    const lengths = {
      '2024-01-01/2024-12-31': 'P12M',
      '2023-01-01/2024-12-31': 'P24M',
      '2024-02-01/2024-02-29': 'P1M',
      '2023-02-01/2023-02-28': 'P1M',
      '2024-01-15/2024-07-28': 'P6M14D',
      '2024-03-01/2024-03-01': 'P1D',
      '2024-12-31/2024-01-01': undefined,
      '/2024-12-31': undefined,
      soon: undefined,
    };
    for (const [period, length] of Object.entries(lengths)) {
      const { header } = withData(codebook.replace('2021-01-01/2022-12-31', period), csv).codebook;
      assert.equal(periodLength(header.wave), length, period);
    }
  });
});
