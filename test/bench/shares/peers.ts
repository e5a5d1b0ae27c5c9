import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { shown } from './book';
import { indicators, questions } from './data';
import type { AnswerFiles } from './files';

/** One run of a program over the answers: how long it took, what it found, and what must be known of it. */
export interface Run {
  readonly ms: number;
  readonly share: number;
  readonly error?: number;
  readonly note?: string;
}

/** A program that the view is held beside; `absent` says why it can't run here. */
export type Peer =
  | { readonly name: string; readonly run: () => Promise<Run>; readonly end?: () => void }
  | { readonly name: string; readonly absent: string };

/** The scalar kernel, compiled for this machine. */
export function cKernel({ folder, bytes }: AnswerFiles, rows: number): Peer {
  const name = 'C -O3';
  const program = join(folder, 'kernel');
  const source = resolve('test/bench/shares/kernel.c');
  const { status } = spawnSync('gcc', ['-O3', '-march=native', '-o', program, source], { stdio: 'ignore' });
  if (status !== 0) return { name, absent: 'no gcc' };
  return {
    name,
    run: async () => {
      const [ms = Number.NaN, share = Number.NaN] = numbersOf(program, [bytes, `${rows}`, '3']);
      return { ms, share, note: 'sums only' };
    },
  };
}

/** How many of the 180 tables R is asked for, so that a run ends within about a minute. */
function callsFor(rows: number): number {
  return Math.max(2, Math.min(180, Math.floor(2_000_000 / rows)));
}

export function rSurvey({ csv }: AnswerFiles, rows: number): Peer {
  const name = 'R survey';
  const { status } = spawnSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' });
  if (status !== 0) return { name, absent: 'no R with `survey`' };
  return {
    name,
    run: async () => {
      const script = resolve('test/bench/shares/shares.R');
      const [ms = Number.NaN, calls = 0, share = Number.NaN, error = Number.NaN] = numbersOf('Rscript', [
        script,
        csv,
        `${callsFor(rows)}`,
      ]);
      return { ms, share, error, ...(calls < 180 ? { note: `${calls} of 180 tables, scaled` } : {}) };
    },
  };
}

function numbersOf(program: string, args: readonly string[]): readonly number[] {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout.trim().split(' ').map(Number);
}

/** DuckDB over a table in its own memory: the sums that standard errors need, in the form that is fastest for this many rows. */
export async function duckdb({ csv }: AnswerFiles): Promise<Peer> {
  const name = 'DuckDB';
  try {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`CREATE TABLE answers AS SELECT * FROM read_csv('${csv}')`);
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    return {
      name,
      run: async () => {
        const times: { ms: number; form: string }[] = [];
        for (const [form, statements] of Object.entries(forms)) {
          const before = performance.now();
          for (const sql of statements) await read(sql);
          times.push({ ms: performance.now() - before, form });
        }
        const [best] = times.sort((a, b) => a.ms - b.ms);
        const [[share = Number.NaN] = []] = await read(
          'SELECT sum(weight) FILTER (q03 = 5) / sum(weight) FROM answers WHERE q03 IS NOT NULL AND region = 5',
        );
        return { ms: best?.ms ?? Number.NaN, share: Number(share), note: `sums only, ${best?.form ?? ''}` };
      },
      end: () => connection.closeSync(),
    };
  } catch (error) {
    return { name, absent: error instanceof Error && error.message.includes('Cannot find') ? 'no DuckDB' : String(error) };
  }
}

const cross = 'stratum, sex, age, region';
const sums = 'count(*), sum(weight), sum(weight * weight)';

const grouped = questions.slice(0, shown).map((name) => `SELECT ${cross}, ${name}, ${sums} FROM answers GROUP BY ALL`);

const ofIndicators = indicators.map(({ of, k }) => {
  const met = of.map((name) => `coalesce((${name} >= 4)::INT, 0)`).join(' + ');
  const answered = of.map((name) => `${name} IS NOT NULL`).join(' OR ');
  return `SELECT ${cross}, (${met}) >= ${k} AS met, ${sums} FROM answers WHERE ${answered} GROUP BY ALL`;
});

const columns = questions.slice(0, shown).join(', ');

/** Statements that do the same; which is fastest depends on the number of rows. */
const forms: Readonly<Record<string, readonly string[]>> = {
  'one GROUP BY for each question': [...grouped, ...ofIndicators],
  'questions as rows': [
    `SELECT ${cross}, name, value, ${sums} FROM (UNPIVOT (SELECT ${cross}, weight, ${columns} FROM answers) ON ${columns}) GROUP BY ALL`,
    ...ofIndicators,
  ],
  'one statement': [[...grouped, ...ofIndicators].join('\nUNION ALL ')],
};

/** From the file to all sums, by the form that is fastest for many rows. */
export async function duckdbFromCsv(csv: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`CREATE TABLE answers AS SELECT * FROM read_csv('${csv}')`);
  for (const sql of forms['one GROUP BY for each question'] ?? []) await connection.runAndReadAll(sql);
}
