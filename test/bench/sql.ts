import { parseArgs } from 'node:util';
import { openDuckDb } from '../../server/src/engines/duckdb';
import type { SqlEngine } from '../../server/src/engines/engine';
import { compileView, type Dialect, duckdb, type SqlSource } from '../../server/src/language/sql';
import { requestsOf } from '../engines/requests';
import { withData } from '../shares/bound';

/**
 * The view of 50 questions and 3 breakdowns (2, 5 and 8 groups) counted in DuckDB by the compiled statement and by the best ones
 * written by hand, in turns. `tsx test/bench/sql.ts --rows 1000000 --rounds 3`.
 */
const questions = Array.from({ length: 50 }, (_, at) => `q${at + 1}`);
const splits = { sex: 2, age: 5, region: 8 } as const;

const categories = (count: number): string =>
  `{${Array.from({ length: count }, (_, at) => `c${at + 1}: {code: ${at + 1}, label: C}`).join(', ')}}`;

export const codebook = `codebook: bench
languages: [en]
data: {file: data.csv, weight: weight}
defaults: {base: answered, by: [sex, age, region]}
scales: {five: {categories: ${categories(5)}}}
questions:
${Object.entries(splits)
  .map(([name, count]) => `  ${name}: {label: S, scale: {categories: ${categories(count)}}}`)
  .join('\n')}
${questions.map((name) => `  ${name}: {label: Q, scale: five}`).join('\n')}
`;

const columns = [...Object.keys(splits), ...questions];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, rounds: { type: 'string' } } });
  const rows = Number(values.rows ?? 100_000);
  const rounds = Number(values.rounds ?? 3);
  const opened = await openDuckDb({ threads: 2 });
  if (opened.kind === 'failed') throw new Error(opened.message);
  const { engine } = opened;
  const digit = (name: string, of: number) => `CAST(1 + floor(random() * ${of}) AS TINYINT) AS ${name}`;
  const cells = [
    ...Object.entries(splits).map(([name, count]) => digit(name, count)),
    ...questions.map(
      (name) => `CASE WHEN random() < 0.1 THEN NULL ELSE CAST(1 + floor(random() * 5) AS TINYINT) END AS ${name}`,
    ),
  ];
  await rowsOf(engine, `CREATE TABLE numbers AS SELECT ${cells.join(', ')}, 0.2 + random() AS weight FROM range(${rows})`);
  const texts = [...columns, 'weight'].map((name) => `coalesce(CAST(${name} AS VARCHAR), '') AS ${name}`);
  await rowsOf(engine, `CREATE TABLE texts AS SELECT ${texts.join(', ')} FROM numbers`);
  const bound = withData(codebook, `${[...columns, 'weight'].join(',')}\n`);
  const requests = requestsOf(bound.codebook).filter(
    ({ of: [of], by }) => by.length > 0 && of?.kind === 'variable' && of.name.startsWith('q'),
  );
  const numbers: SqlSource = {
    table: ['numbers'],
    columns: new Map([...columns.map((name) => [name, 'integer'] as const), ['weight', 'float'] as const]),
    decimal: '.',
  };
  const asTexts: SqlSource = {
    ...numbers,
    table: ['texts'],
    columns: new Map([...columns, 'weight'].map((name) => [name, 'clean'])),
  };
  const compiled = (source: SqlSource, dialect: Dialect = duckdb) => {
    const view = compileView(bound.codebook, source, dialect, requests);
    return async () => view.decode(await rowsOf(engine, view.statement ?? '')).length;
  };
  const sums = 'count(*), sum(weight), sum(weight * weight)';
  const byHand = async () => {
    for (const name of questions)
      await rowsOf(engine, `SELECT sex, age, region, ${name}, ${sums} FROM numbers WHERE ${name} IS NOT NULL GROUP BY ALL`);
  };
  const union = questions.map((name) => `SELECT '${name}', sex, age, region, ${name}, ${sums} FROM numbers GROUP BY ALL`);
  const inOne = () => rowsOf(engine, union.join(' UNION ALL '));
  const contenders: Readonly<Record<string, () => Promise<unknown>>> = {
    'by hand, 50 statements over numbers': byHand,
    'by hand, one statement over numbers': inOne,
    'compiled, over numbers': compiled(numbers),
    'compiled, over texts': compiled(asTexts),
    'compiled as one lateral scan, over numbers': compiled(numbers, { ...duckdb, many: 'lateral' }),
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      await run();
      times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    }
  }
  for (const [name, taken] of times)
    console.log(`${name}: ${taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]?.toFixed(0)} ms`);
  await engine.close();
}

async function rowsOf(engine: SqlEngine, statement: string) {
  const result = await engine.run(statement, new AbortController().signal);
  if (result.kind === 'failed') throw new Error(result.message);
  return result.rows;
}

if (require.main === module) void main();
