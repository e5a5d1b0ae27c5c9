import assert from 'node:assert/strict';
import { tablesFor } from '../../server/src/language/shares';
import { withData } from './bound';
import { findings } from './columns';
import { render } from './render';

/**
 * Faults of real products, by the thread that tells of them: what their numbers are here. Where the codebook itself is at fault,
 * `test/checks/real-faults` has what is said of it.
 */
interface Fault {
  readonly title: string;
  readonly codebook: string;
  readonly csv: string;
  readonly of: { readonly kind: 'question' | 'derived' | 'indicator'; readonly id: string };
  readonly table: readonly string[];
  readonly findings?: readonly string[];
}

const yesNo = `scales:
  yes_no:
    categories: {"yes": {code: 1}, "no": {code: 2}}
    missing: {dont_know: {code: 8, kind: dont_know}}
`;

const faults: readonly Fault[] = [
  {
    title: 'cmu-delphi/covidcast-indicators#844: a set of boxes left empty is no answer, not a row of noes',
    codebook: `questions:
  symptoms: {label: S, type: multiple, unticked: not_answered, options: {fever: F, cough: C}}
`,
    csv: 'symptoms_fever,symptoms_cough\n1,0\n0,1\n,\n0,0\n',
    of: { kind: 'question', id: 'symptoms' },
    table: ['fever: share 50 (1 of 2)', 'cough: share 50 (1 of 2)'],
  },
  {
    title: 'cmu-delphi/covidcast-indicators#238: a symptom without an answer leaves open what it decides',
    codebook: `${yesNo}questions:
  s: {label: S, scale: yes_no, items: {a: A, b: B, c: C}}
derived:
  ill: {label: Ill, value: count(s = yes) >= 2, unknown: determinable}
`,
    csv: 's_a,s_b,s_c\n1,1,2\n1,2,2\n1,,2\n1,1,1\n2,,2\n',
    of: { kind: 'derived', id: 'ill' },
    table: ['yes: share 50 (2 of 4) [40.0, 60.0]', 'no: share 50 (2 of 4) [40.0, 60.0]'],
  },
  {
    title: 'cmu-delphi/delphi-epidata#296: who answers no is in the base',
    codebook: `${yesNo}questions:
  tested: {label: T, scale: yes_no}
`,
    csv: 'tested\n1\n2\n2\n8\n',
    of: { kind: 'question', id: 'tested' },
    table: ['yes: share 25 (1 of 4)', 'no: share 50 (2 of 4)', 'kind:dont_know: share 25 (1 of 4)'],
  },
  {
    title: 'cmu-delphi/covidcast-indicators#1695: an option is a share of those it was shown to',
    codebook: `questions:
  wave: {label: W, type: number}
  why: {label: W, type: multiple, unticked: not_answered, options: {cost: C, mandate: {label: M, ask_if: wave = 2}}}
`,
    csv: 'wave,why_cost,why_mandate\n1,1,\n1,1,\n1,1,\n2,1,1\n2,1,0\n',
    of: { kind: 'question', id: 'why' },
    table: ['cost: share 100 (5 of 5)', 'mandate: share 50 (1 of 2)'],
  },
  {
    title: 'cmu-delphi/covidcast-indicators#987: an item that the data lack has no number',
    codebook: `${yesNo}questions:
  s: {label: S, scale: yes_no, items: {a: A, b: B}}
`,
    csv: 's_a,s_bb\n1,1\n2,1\n',
    of: { kind: 'question', id: 's' },
    table: ['a: share 50 (1 of 2)', 'b: share column_missing (0 of 0)'],
    findings: ['s.b: column-missing 0'],
  },
  {
    title: 'PostHog/posthog#43245, i-dot-ai/consult#1370, moodle-mod_questionnaire#135: percent are of respondents',
    codebook: `questions:
  why: {label: W, type: multiple, unticked: not_answered, options: {x: X, y: Y, z: Z}}
`,
    csv: 'why_x,why_y,why_z\n1,1,1\n1,1,0\n1,0,0\n0,1,0\n',
    of: { kind: 'question', id: 'why' },
    table: ['x: share 75 (3 of 4)', 'y: share 75 (3 of 4)', 'z: share 25 (1 of 4)'],
  },
  {
    title: 'PostHog/posthog#50068: percent of ticks only where that is stated',
    codebook: `questions:
  why: {label: W, type: multiple, unticked: not_answered, options: {x: X, y: Y}}
indicators:
  ticks: {measure: share, of: why, base: responses}
`,
    csv: 'why_x,why_y\n1,1\n1,1\n1,0\n',
    of: { kind: 'indicator', id: 'ticks' },
    table: ['x: share 60 (3 of 5)', 'y: share 40 (2 of 5)'],
  },
  {
    title: 'tidyverse/haven#588: a code declared as missing is in no mean',
    codebook: `questions:
  age: {label: A, type: number, range: 0..120, missing: {refused: {code: 99, kind: refused}}}
`,
    csv: 'age\n20\n40\n99\n999\n',
    of: { kind: 'question', id: 'age' },
    table: ['all: mean 30 (2 of 2)', 'all: median 20 (2 of 2)'],
    findings: ['age: out-of-range 1 999×1'],
  },
  {
    title: 'tidyverse/haven#539: kinds of missing answers stay apart',
    codebook: `scales:
  s:
    categories: {a: {code: 1}}
    missing: {unsure: {code: 8, kind: dont_know}, none: {code: 9, kind: item_nonresponse}, no: {code: 7, kind: refused}}
questions:
  q: {label: Q, scale: s}
`,
    csv: 'q\n1\n1\n8\n9\n7\n\n',
    of: { kind: 'question', id: 'q' },
    table: ['a: share 67 (2 of 3)', 'kind:dont_know: share 33 (1 of 3)'],
  },
  {
    title: 'larmarange/labelled#196: a top box is rounded once, whatever its parts print',
    codebook: `scales:
  s:
    categories: {low: {code: 1}, high: {code: 2}, highest: {code: 3}}
    groups: {top: {label: Top, of: [high, highest]}}
questions:
  q: {label: Q, scale: s}
`,
    csv: `q\n1\n${'2\n'.repeat(4)}${'3\n'.repeat(4)}`,
    of: { kind: 'question', id: 'q' },
    table: ['low: share 11 (1 of 9)', 'high: share 44 (4 of 9)', 'highest: share 44 (4 of 9)', 'top: share 89 (8 of 9)'],
  },
  {
    title: 'surveymonkey#11: an answer that nobody gave keeps its row',
    codebook: `scales:
  s: {categories: {a: {code: 1}, b: {code: 2}}}
questions:
  q: {label: Q, scale: s}
`,
    csv: 'q\n1\n1\n',
    of: { kind: 'question', id: 'q' },
    table: ['a: share 100 (2 of 2)', 'b: share 0 (0 of 2)'],
    findings: ['q: category-never-chosen 0 b×0'],
  },
];

describe('faults of real products', () => {
  for (const { title, codebook, csv, of, table, findings: expected = [] } of faults) {
    it(title, () => {
      const bound = withData(`languages: [en]\ndata: {file: data.csv}\ndefaults: {base: answered, by: []}\n${codebook}`, csv);
      const [first] = tablesFor(bound.codebook, bound, of);
      assert.ok(first !== undefined);
      assert.deepEqual(
        render(first)
          .split('\n')
          .slice(1)
          .map((line) => line.trim()),
        table,
      );
      assert.deepEqual(findings(bound), expected);
    });
  }

  it('ddsjoberg/gtsummary#667: weighted and unweighted numbers stand apart', () => {
    const bound = withData(
      `languages: [en]\ndata: {file: data.csv, weight: w}\ndefaults: {base: answered, by: []}\n${yesNo}questions:\n  q: {label: Q, scale: yes_no}\n`,
      'w,q\n20,1\n30,1\n20,2\n',
    );
    const [table] = tablesFor(bound.codebook, bound, { kind: 'question', id: 'q' });
    assert.deepEqual(table?.cells[0]?.waterfall.base, { n: 3, weighted: 70 });
    assert.deepEqual(table?.cells[0]?.waterfall.counted, { n: 2, weighted: 50 });
  });

  it('samplics-org/svy#175: who is outside the domain stays in the sample', () => {
    const bound = withData(
      `languages: [en]\ndata: {file: data.csv, design: {strata: s, psu: u}}\ndefaults: {base: answered, by: []}\n${yesNo}questions:\n  q: {label: Q, scale: yes_no}\n`,
      's,u,q\na,1,1\na,2,\na,3,2\nb,1,\nb,2,\n',
    );
    const { sample, leafOf } = bound.drawn(true);
    assert.ok(sample.kind === 'linearised');
    assert.deepEqual(
      sample.strata.map(({ label, sampled }) => `${label} ${sampled}`),
      ['a 3', 'b 2'],
    );
    assert.equal(leafOf?.length, 5);
  });

  it('samplics-org/svy#96: a stratum with one unit is told, and no rule is chosen for it', () => {
    const bound = withData('data: {file: data.csv, design: {strata: s, psu: u}}\n', 's,u\na,1\na,1\nb,1\nb,2\n');
    assert.deepEqual(findings(bound), ['s: lone-psu 1 a×1']);
    const { sample } = bound.drawn(true);
    assert.equal(sample.kind === 'linearised' && sample.lonePsu, 'fail');
  });
});
