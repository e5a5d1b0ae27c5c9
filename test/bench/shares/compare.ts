import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Codebook, DataTable } from '../../../server/src/language';
import { fastestKernel, type Kernel, plainKernel } from '../../../server/src/language/shares/kernel';
import { type Measured, measure, printTable } from '../measure';
import { bookOf, bookText } from './book';
import { answersOf, breakdowns, tableOf } from './data';
import { type AnswerFiles, writeAnswers } from './files';
import { computeView, estimated, requestsFor, subjects, type View } from './ours';
import { cKernel, duckdb, duckdbFromCsv, type Peer, type Run, rSurvey } from './peers';

const usual = '1660,100000,1000000,10000000';

export async function compareShares(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: usual },
      rounds: { type: 'string', default: '5' },
      memory: { type: 'string' },
      duckdb: { type: 'string' },
    },
  });
  if (values.memory !== undefined) return tellMemory(Number(values.memory));
  if (values.duckdb !== undefined) return duckdbFromCsv(values.duckdb);
  for (const rows of values.rows.split(',').map(Number)) {
    if (rows > 2_000_000) benchLarge(rows);
    else await benchBesideOthers(rows, Number(values.rounds));
  }
}

/** Beyond what the others manage in reasonable time and memory: ours alone, in a process of its own, with the memory it took. */
function benchLarge(rows: number): void {
  const itself = process.argv[1] ?? '';
  const { stdout, stderr } = spawnSync(process.execPath, [itself, '--memory', `${rows}`], { encoding: 'utf8' });
  console.log(`\n${rows.toLocaleString('en')} rows, ours alone: R, DuckDB and C are not run.\n${stdout}${stderr}`);
}

function tellMemory(rows: number): void {
  const codebook = bookOf(bookText());
  const requests = requestsFor(codebook);
  const table = tableOf(answersOf(rows));
  const times = [1, 2, 3].map(() => timed(() => computeView(codebook, table, requests)));
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`${Math.round(median(times))} ms from answers that are read, at most ${Math.round(peak)} MB in memory with them`);
}

async function benchBesideOthers(rows: number, rounds: number): Promise<void> {
  const answers = answersOf(rows);
  const files = writeAnswers(answers);
  const table = tableOf(answers);
  const codebook = bookOf(bookText());
  const peers: readonly Peer[] = [...ours(codebook, table), cKernel(files, rows), await duckdb(files), rSurvey(files, rows)];
  const runs = await inTurn(peers, rounds);
  console.log(`\n${rows.toLocaleString('en')} rows`);
  tellRuns(peers, runs);
  printTable([...partly(codebook, table), ...(await fromCsv(files))]);
  for (const peer of peers) if ('end' in peer) peer.end?.();
  files.remove();
}

/** From answers that nothing is known of, and with columns that are known, as when an indicator is edited. */
function ours(codebook: Codebook, table: DataTable): readonly Peer[] {
  const requests = requestsFor(codebook);
  // What takes milliseconds is done often, so that the program is compiled when it is measured.
  const often = Math.max(1, Math.floor(200_000 / table.rows));
  const peer = (name: string, view: () => View): Peer => ({
    name,
    run: async () => {
      const times = Array.from({ length: often }, () => timed(view));
      return { ms: median(times), ...view().probe };
    },
  });
  const inKernel = (name: string, kernel: Kernel): Peer => peer(name, () => computeView(codebook, table, requests, kernel));
  return [
    inKernel('WebAssembly', fastestKernel()),
    peer('WebAssembly, columns known', () => estimated(codebook, table, requests)),
    inKernel('JavaScript', plainKernel()),
  ];
}

/** In each round everyone's turn comes once; R, which takes long, has its turn in the middle of the first. */
async function inTurn(peers: readonly Peer[], rounds: number): Promise<ReadonlyMap<Peer, readonly Run[]>> {
  const runs = new Map<Peer, Run[]>();
  for (let round = -2; round < rounds; round++) {
    for (const peer of peers) {
      if ('absent' in peer) continue;
      if (peer.name.startsWith('R') && round !== 0) continue;
      const run = await peer.run();
      if (round >= 0) runs.set(peer, [...(runs.get(peer) ?? []), run]);
    }
  }
  return runs;
}

function tellRuns(peers: readonly Peer[], runs: ReadonlyMap<Peer, readonly Run[]>): void {
  const first = median((runs.get(peers[0] as Peer) ?? []).map(({ ms }) => ms));
  for (const peer of peers) {
    if ('absent' in peer) {
      console.log(`${peer.name.padEnd(28)} not run: ${peer.absent}`);
      continue;
    }
    const all = runs.get(peer) ?? [];
    const ms = median(all.map((run) => run.ms));
    const { share = Number.NaN, error, note = '' } = all[0] ?? {};
    const probe = `${share.toPrecision(12)}${error === undefined ? '' : ` ± ${error.toPrecision(10)}`}`;
    console.log(
      `${peer.name.padEnd(28)} ${ms.toPrecision(4).padStart(9)} ms  × ${(ms / first).toPrecision(3)}  ${probe}  ${note}`,
    );
  }
}

/** What an edit costs beside the whole view: one more question, one more breakdown, an indicator that is changed. */
function partly(codebook: Codebook, table: DataTable): readonly Measured[] {
  const whole = requestsFor(codebook);
  const view = { name: 'whole view', run: () => computeView(codebook, table, whole) };
  const without = bookOf(bookText({ by: Object.keys(breakdowns).slice(0, 2) }));
  const fewer = requestsFor(without);
  const fewerQuestions = requestsFor(codebook, subjects.slice(0, -20));
  const changed = Array.from({ length: 40 }, (_, round) => bookOf(bookText({ least: { ind3: 1 + (round % 4) } })));
  return [
    measure(
      { title: 'without one breakdown', ours: { name: 'two', run: () => computeView(without, table, fewer) }, against: view },
      7,
    ),
    measure(
      {
        title: 'without 10 questions and 10 indicators',
        ours: { name: '40', run: () => computeView(codebook, table, fewerQuestions) },
        against: view,
      },
      7,
    ),
    measure(
      {
        title: 'an indicator is changed',
        ours: { name: 'it alone', run: (round) => changedAlone(changed[round % changed.length] ?? codebook, table) },
        against: view,
      },
      7,
    ),
  ];
}

function changedAlone(codebook: Codebook, table: DataTable): View {
  return estimated(codebook, table, requestsFor(codebook, [{ kind: 'indicator', id: 'share_ind3' }]));
}

/** From the file to all numbers, as a program that is started for it. */
async function fromCsv(files: AnswerFiles): Promise<readonly Measured[]> {
  const cli = resolve('dist/cli.js');
  if (!existsSync(cli)) {
    console.log('whole process from CSV           not run: `npm run build` makes the program');
    return [];
  }
  const run = (program: readonly string[]) => () => {
    const { status, stderr } = spawnSync(process.execPath, program, { cwd: files.folder, maxBuffer: 1 << 30 });
    if (status !== 0) throw new Error(`${program.join(' ')} failed: ${stderr}`);
  };
  return [
    measure(
      {
        title: 'whole process from CSV',
        ours: { name: 'codebook shares', run: run([cli, 'shares', files.codebook, '--format', 'json']) },
        against: { name: 'DuckDB', run: run([process.argv[1] ?? '', '--duckdb', files.csv]) },
      },
      3,
      1,
    ),
  ];
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

compareShares(process.argv.slice(2));
