import { join } from 'node:path';
import {
  clickhouse,
  compileSample,
  compileView,
  type Dialect,
  duckdb,
  postgres,
  type SqlSource,
  trino,
} from '../../server/src/language/sql';
import { requestsOf } from '../engines/requests';
import { matchesSnapshot } from '../harness/snapshot';
import { withData } from '../shares/bound';

/** Statements a person can read: one for each kind of definition, in every dialect. */
const codebook = `codebook: work
languages: [en]
data: {file: data.csv, weight: w, design: {strata: region, psu: school}}
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}, missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}}}
questions:
  employed: {label: Employed, scale: yes_no, column: q1}
  hours: {label: Hours, type: number, column: q2, range: 0..99, ask_if: employed = yes, missing: {none: {code: -9..-1, kind: refused}}}
  pain: {label: Pain, scale: yes_no, items: {back: {label: Back, column: q3a}, neck: {label: Neck, column: q3b}}}
  tasks: {label: Tasks, type: multiple, unticked: means_no, options: {lifting: {label: Lifting, column: q4a}, driving: {label: Driving, column: q4b}}}
derived:
  aching: {label: Aching, value: count(pain = yes) >= 1, unknown: determinable}
  size: {label: Size, categories: {few: {label: Few, when: hours < 20}, many: {label: Many, when: hours >= 20}}}
indicators:
  share: {label: Employed, measure: share, of: employed = yes}
  mean: {label: Hours, measure: mean, of: hours * 52, among: employed, by: [size]}
  ticks: {label: Lifting, measure: share, of: tasks.lifting}
  counted: {label: Aching, measure: share, of: aching, by: [employed], weight: none}
`;

const dialects: readonly Dialect[] = [duckdb, clickhouse, postgres, trino];

describe('statements', () => {
  const bound = withData(codebook, 'region,school,q1,q2,q3a,q3b,q4a,q4b,w\n');
  const source: SqlSource = {
    table: ['survey', 'answers'],
    columns: new Map([...bound.table.columns.keys()].map((name) => [name, name === 'q1' ? 'integer' : 'text'] as const)),
    decimal: '.',
  };
  for (const dialect of dialects) {
    it(`in ${dialect.name}`, () => {
      const ofIndicators = [...bound.codebook.indicators.keys()].map((id) => {
        const wanted = requestsOf(bound.codebook, [id]).slice(0, 1);
        return `-- ${id}\n${compileView(bound.codebook, source, dialect, wanted).statement}\n`;
      });
      const sample = `-- sample\n${compileSample(bound.codebook, source, dialect).statement}\n`;
      const text = [...ofIndicators, sample].join('\n');
      matchesSnapshot(join(import.meta.dirname, 'fixtures', `${dialect.name}.sql`), text);
    });
  }
});
