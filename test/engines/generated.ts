import fc from 'fast-check';
import { conditions, countConditions } from '../laws/expressions';

/** A codebook of questions of every kind, with definitions that were generated, and a table of cells, sound and broken. */
export interface GeneratedCase {
  readonly codebook: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly decimal: '.' | ',';
}

const questions = `languages: [en]
scales:
  actors:
    categories: {agency: {code: "1", label: A}, region: {code: "2.0", label: R}, municipality: {code: "03", label: "M'unicipality"}}
    missing: {unknown: {code: "-9..-5", kind: refused, label: U}, lost: {code: "-7", kind: invalid, label: L}}
    groups: {local: {label: Local, of: [region, municipality]}}
  extent:
    order: descending
    categories: {high: {code: 1, score: 4, label: H}, fairly_high: {code: 2, score: 3, label: F}, some: {code: 3, score: 2, label: S}, not_at_all: {code: 4, score: 0.1, label: N}}
    missing: {dont_know: {code: 8, kind: dont_know, label: D}, no_answer: {code: 9, kind: item_nonresponse, label: N}, not_mine: {code: 7, kind: not_applicable, label: N}}
    groups: {high_or_fairly_high: {label: Both, of: [high, fairly_high]}}
  yes_no:
    categories: {"yes": {code: J, label: "Yes"}, "no": {code: 0, label: "No"}}
    missing: {dont_know: {code: 8, kind: dont_know, label: D}, no_answer: {code: 9, kind: item_nonresponse, label: N}}
questions:
  actor: {label: A, scale: actors}
  actor_before: {label: A, scale: actors, ask_if: actor != agency}
  collaborated: {label: C, scale: yes_no}
  strategy: {label: S, scale: yes_no, ask_if: collaborated}
  leadership: {label: L, scale: extent, ask_if: strategy = yes or actor = region, empty: not_applicable}
  culture: {label: C, scale: extent, items: {open: {label: O}, risk: {label: R, reverse: true}, time: {label: T, ask_if: leadership >= some}}}
  activities:
    label: A
    type: multiple
    unticked: means_no
    ask_if: not (actor = municipality)
    scale: {missing: {no_answer: {code: 9, kind: item_nonresponse, label: N}}}
    options: {ideas: {label: I}, needs: {label: N}, research: {label: R}, training: {label: T}}
  partners:
    label: P
    type: multiple
    ticked: x
    unticked: not_answered
    exclusive: [none_of_them]
    options: {universities: {label: U}, institutes: {label: I, ask_if: collaborated = yes}, none_of_them: {label: N}}
  employees: {label: E, type: number, range: 0..5000, missing: {unknown: {code: "-9..-1", kind: refused, label: U}}}
  budget: {label: B, type: number}
  staff_cost: {label: S, type: number, missing: {none: {code: "99", kind: dont_know, label: N}}}
  started: {label: S, type: date, missing: {never: {code: "0", kind: not_applicable, label: N}}}
  comment: {label: C, type: text}
`;

const pools: Readonly<Record<string, readonly string[]>> = {
  actor: ['1', '1', '2', '2', '03', '3', '1.0', '2,00', '-7', '-7.0', '-9', '-5', '-10', '', 'å', '1.0x', ' 2'],
  actor_before: ['1', '2.0', '03', '', '-6', "'"],
  collaborated: ['J', 'J', '0', '0.0', '8', '9', '', 'j', '00'],
  strategy: ['J', 'J', '0', '8', '9', ''],
  leadership: ['1', '2', '3', '4', '7', '8', '9', '', '1.00', '5'],
  culture_open: ['1', '2', '3', '4', '8', '9', ''],
  culture_risk: ['1', '2', '3', '4', '8', '9', '', '7'],
  culture_time: ['1', '2', '3', '4', '8', '9', '', '10'],
  activities_ideas: ['1', '1', '0', '0', '', '9', '1.0', '0.0', '2'],
  activities_needs: ['1', '0', '0', '', '9'],
  activities_research: ['1', '0', '', '9', 'x'],
  activities_training: ['1', '0', ''],
  partners_universities: ['x', 'x', '', '', '', '0'],
  partners_institutes: ['x', '', '', '1'],
  partners_none_of_them: ['x', '', '', ''],
  employees: ['0', '1', '12', '12.0', '4999.5', '5000', '5001', '-1', '-9.0', '-10', '1e3', '', 'n/a'],
  budget: [
    '0',
    '-0',
    '1',
    '2.5',
    '-3',
    '1e308',
    '-1e308',
    '1e999',
    '.5',
    '5.',
    '+7',
    '0.1',
    '0.30000000000000004',
    '1,5',
    '',
    '1e-320',
    '123456789.123456',
  ],
  staff_cost: ['0', '1', '7', '1e308', '99', '99.0', '2,5', '0.7', '', '12345678901234567890'],
  started: [
    '2019-12-31',
    '2020-01-01',
    '2020-02-29',
    '2019-02-29',
    '1900-02-29',
    '2000-02-29',
    '2020-04-31',
    '0',
    '',
    '20200101',
    '2020-1-1',
  ],
  comment: ['', 'x', "it's", 'å\\ä "ö"', '%_', 'SELECT', '-- ;', 'NULL', 'ÅÄÖ 😀'],
  s: ['a', 'a', 'b', 'å'],
  p: ['1', '2', '3', '04'],
  q: ['1', '2'],
  rw1: ['1', '2', '0', '0.5'],
  rw2: ['1', '2', '0', '1.5'],
  rw3: ['1', '0', '1', '0.1'],
  w: ['1', '1', '0.5', '2.25', '0', '-1', '', 'x', '1e2', '0.3333333333333333'],
};

const rule = fc.constantFrom(
  '',
  'as_no',
  'determinable',
  'complete',
  'prorate',
  '{min_valid: 2}',
  '{rule: determinable, dont_know: as_no}',
  '{rule: determinable, not_asked: as_no, min_valid: 2}',
  '{rule: prorate, dont_know: as_no, not_asked: as_no}',
  '{rule: as_no, min_valid: 3}',
);

const count = fc
  .tuple(
    fc.constantFrom(
      'count(activities = yes)',
      'count(partners = yes, collaborated)',
      'count(culture >= fairly_high)',
      'count(strategy, collaborated, leadership = high)',
    ),
    fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('', ' and strategy', ' or strategy = no', ' and leadership >= some'),
  )
  .map(([of, operator, k, rest]) => `${of} ${operator} ${k}${rest}`);

const values = fc.oneof(
  count,
  countConditions,
  conditions(true),
  fc.constantFrom(
    'count(activities = yes)',
    'any(activities = yes)',
    'all(culture >= some)',
    'not any(partners = yes)',
    'sum(score(culture))',
    'mean(score(culture))',
    'budget / staff_cost',
    'budget * 1e10 - staff_cost',
    '-(employees) + 0.1',
    'count(activities = yes) * 2',
    'count(activities = yes) + employees > 3',
    'mean(score(culture)) >= 2.5 and strategy',
    'sum(score(culture)) / employees',
  ),
);

/** Declared designs; the columns `f` and `g` have the populations of the strata `s` and of the units `p`. */
const design = fc.constantFrom(
  '',
  ', design: {strata: s}',
  ', design: {strata: s, fpc: f}',
  ', design: {psu: p, lone_psu: adjust}',
  ', design: {strata: s, psu: p, fpc: f}',
  ', design: {strata: s, psu: [p, q], fpc: [f, g]}',
  ', design: {strata: [s, q], psu: [p], fpc: [f, g]}',
  ', design: {strata: s, fpc: w}',
  ', design: {replicate: {columns: rw1..rw3, method: bootstrap}}',
  ', design: {replicate: {columns: [rw1, rw2, w], method: jk1, df: 7}}',
);

const definitions = fc.record({
  design,
  values: fc.array(fc.tuple(values, rule), { minLength: 2, maxLength: 4 }),
  whens: fc.array(conditions(true), { minLength: 3, maxLength: 3 }),
  otherwise: fc.boolean(),
  shares: fc.array(conditions(true), { minLength: 2, maxLength: 2 }),
  among: conditions(true),
});

type Definitions = typeof definitions extends fc.Arbitrary<infer T> ? T : never;

function codebookWith({ design: declared, values: derived, whens, otherwise, shares, among }: Definitions): string {
  const quoted = (text: string): string => `"${text}"`;
  const ofValue = derived.map(
    ([value, unknown], at) => `  v${at}: {label: V, value: ${quoted(value)}${unknown === '' ? '' : `, unknown: ${unknown}`}}`,
  );
  const [first = '', second = '', third = ''] = whens.map(quoted);
  return `codebook: generated
data: {file: data.csv, weight: w${declared}}
defaults: {base: answered, by: [actor, strategy, actor * collaborated, grouped]}
${questions}derived:
${ofValue.join('\n')}
  broad: {label: B, value: count(activities = yes) >= 2, unknown: determinable}
  low: {label: B, value: any(partners = yes), unknown: as_no}
  grouped: {label: G, of: actor, categories: {central: {label: C, of: [agency]}, others: {label: O, of: [local]}}}
  firsts: {label: F, categories: {one: {label: O, when: ${first}}, two: {label: T, when: ${second}}, three: {label: T, when: ${third}}}${otherwise ? ', otherwise: two' : ''}}
  rests: {label: R, value: not broad}
indicators:
${shares.map((of, at) => `  s${at}: {label: S, measure: share, of: ${quoted(of)}}`).join('\n')}
  among: {label: S, measure: share, of: activities = yes, among: ${quoted(among)}, base: asked}
  plain: {label: S, measure: share, of: leadership = high, weight: none, among: broad, by: [[actor, collaborated], v0]}
  score: {label: S, measure: mean, of: score(culture)}
  alpha: {label: S, measure: alpha, of: score(culture)}
  ratio: {label: S, measure: ratio, of: budget, per: staff_cost}
  ticks: {label: T, measure: share, of: activities = yes, base: responses}
  middle: {label: M, measure: median, of: budget + staff_cost, among: actor = region}
  how_many: {label: N, measure: count, by: [firsts]}
  unbroad: {label: N, measure: share, of: not broad or low}
`;
}

export const generatedCase: fc.Arbitrary<GeneratedCase> = fc
  .tuple(
    definitions,
    fc.array(fc.tuple(...Object.values(pools).map((pool) => fc.constantFrom(...pool))), { maxLength: 40 }),
    fc.constantFrom('.' as const, ',' as const),
  )
  .map(([written, rows, decimal]) => ({
    codebook: codebookWith(written),
    header: [...Object.keys(pools), 'f', 'g'],
    rows: rows.map(withPopulations),
    decimal,
  }));

function withPopulations(cells: readonly string[]): readonly string[] {
  const cell = (name: string): string => cells[Object.keys(pools).indexOf(name)] ?? '';
  return [...cells, cell('s') === 'a' ? '100' : '50.0', cell('p') === '1' ? '20' : '30'];
}
