import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineName, type EngineScript, rResultsFile } from '../language';

/** What came of running an engine. `absent`: it is not installed. `failed`: a sentence, with the engine's own message. */
export type EngineRun =
  | { readonly kind: 'ran'; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string };

const programs: Readonly<Record<EngineName, string>> = { r: 'Rscript', pspp: 'pspp' };

/** Runs a script on a data file in a folder of its own, which is gone afterwards. */
export async function runEngine(script: EngineScript, dataFile: string): Promise<EngineRun> {
  const folder = await mkdtemp(join(tmpdir(), 'codebook-verify-'));
  try {
    const file = join(folder, `verify.${script.extension}`);
    await writeFile(file, script.text(dataFile));
    const ended = await run(programs[script.engine], argumentsOf(script.engine, file, dataFile), folder);
    if (ended.kind !== 'ended') return ended;
    const files = await filesIn(folder);
    // PSPP ends with 1 where a cell is no number as well: what tells is whether it came to its end.
    const isDone = script.writes.every((name) => files.has(name)) && (ended.code === 0 || script.engine === 'pspp');
    return isDone ? { kind: 'ran', files } : { kind: 'failed', reason: failure(programs[script.engine], ended) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function argumentsOf(engine: EngineName, file: string, dataFile: string): readonly string[] {
  return engine === 'r' ? ['--vanilla', file, dataFile, rResultsFile] : ['--batch', '--output=log.txt', file];
}

interface Ended {
  readonly kind: 'ended';
  readonly code: number | null;
  /** What it said, on either stream. */
  readonly said: string;
}

/** Milliseconds after which an engine is stopped. */
const longest = 10 * 60 * 1000;

function run(program: string, args: readonly string[], folder: string): Promise<Ended | { readonly kind: 'absent' }> {
  return new Promise((resolve) => {
    // A locale that all systems have, and one thread: the numbers must not depend on either.
    const env = { ...process.env, LC_ALL: 'C.UTF-8', OMP_NUM_THREADS: '1' };
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // The own timer of `spawn` runs on where there is no such program.
    const timer = setTimeout(() => child.kill(), longest);
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => {
      clearTimeout(timer);
      resolve({ kind: 'absent' });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ kind: 'ended', code, said });
    });
  });
}

/** A sentence for the user; the engine's own message stands in it, without its warnings. */
function failure(program: string, { code, said }: Ended): string {
  if (code === null) return `${program} was stopped after ${longest / 60_000} minutes.`;
  const lines = said.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => /\berror\b/i.test(line));
  const message = lines.slice(Math.max(0, first)).filter((line) => line !== '' && line !== 'Execution halted');
  return `${program} ended with an error: ${message.slice(0, 6).join(' ')}`;
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, at) => [name, texts[at] ?? '']));
}
