import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { codebookOf, type EngineName, type EngineScript, type Snapshot, subjectNames, verificationOf } from '../language';
import type { ExitCode } from './exit-code';
import { CouldNotRun, load, shownName } from './load';
import { print, printJson } from './print';
import { runEngine } from './run-engine';
import { reportJson } from './verify-json';
import type { CodebookReport, EngineReport } from './verify-report';
import { reportText } from './verify-text';

interface VerifyOptions {
  readonly format: 'text' | 'json';
  readonly only?: readonly string[];
  readonly all?: true;
  readonly engine: EngineName | 'both';
  readonly write?: string;
}

/**
 * Computes the numbers of codebooks anew in R and PSPP and compares them cell by cell. Exit code 1 where one differs, 2 where no
 * engine is there or one ended with an error.
 */
export async function verify(paths: readonly string[], options: VerifyOptions): Promise<ExitCode> {
  const { snapshot, files } = await load(paths);
  const unknown = (options.only ?? []).filter((id) => !files.some((file) => declares(snapshot, file, id)));
  if (unknown.length > 0) throw new CouldNotRun(`No codebook declares ${unknown.join(', ')}.`);
  const reports: CodebookReport[] = [];
  for (const file of files) reports.push(...(await reportOf(snapshot, file, options)));
  if (reports.length === 0) throw new CouldNotRun('There is nothing to verify: no codebook here has data and indicators.');
  const engines = reports.flatMap((report) => report.engines);
  if (engines.every(({ kind }) => kind === 'absent')) throw new CouldNotRun(remedy(options.engine));
  if (options.format === 'json') printJson('codebook-verify/1', { codebooks: reports.map(reportJson) });
  else for (const report of reports) print(reportText(report));
  return exitCodeOf(engines);
}

function exitCodeOf(engines: readonly EngineReport[]): ExitCode {
  const differs = engines.some((one) => one.kind === 'ran' && one.subjects.some(({ differences }) => differences.length > 0));
  if (differs) return 1;
  return engines.some(({ kind }) => kind === 'failed') ? 2 : 0;
}

function remedy(engine: VerifyOptions['engine']): string {
  const r = 'R with its package survey (on Debian and Ubuntu: apt-get install r-base-core r-cran-survey)';
  const pspp = 'PSPP (apt-get install pspp)';
  const wanted = { r, pspp, both: `${r}, or ${pspp}` }[engine];
  return `There is nothing to verify with. Install ${wanted}; the scripts alone are written with --write.`;
}

function declares(snapshot: Snapshot, file: string, id: string): boolean {
  const codebook = codebookOf(snapshot, file);
  return codebook !== undefined && subjectNames(codebook).some((name) => name.id === id);
}

/** Nothing for a codebook without data, or without anything to verify in it. */
async function reportOf(snapshot: Snapshot, file: string, options: VerifyOptions): Promise<readonly CodebookReport[]> {
  const codebook = codebookOf(snapshot, file);
  const state = snapshot.data.get(file);
  const named = codebook?.data?.file?.text;
  if (codebook === undefined || named === undefined || state === undefined) return [];
  if (state.kind === 'failed') throw new CouldNotRun(state.reason.message);
  if (state.kind !== 'ready') return [];
  const { only, all } = options;
  const { subjects, scripts } = verificationOf(codebook, state.table, { only, all: all === true });
  if (subjects.length === 0) return [];
  const dataFile = resolve(dirname(file), named);
  const chosen = scripts.filter(({ engine }) => options.engine === 'both' || options.engine === engine);
  if (options.write !== undefined) await keep(chosen, options.write, codebook.header.codebook?.text ?? 'codebook', dataFile);
  const engines: EngineReport[] = [];
  for (const script of chosen) engines.push(await reportOfEngine(script, dataFile));
  return [{ file: shownName(file), table: state.table, engines }];
}

async function reportOfEngine(script: EngineScript, dataFile: string): Promise<EngineReport> {
  const name = script.engine;
  const ended = await runEngine(script, dataFile);
  if (ended.kind !== 'ran') return { name, ...ended };
  const results = script.read(ended.files);
  return { kind: 'ran', name, engine: results.engine, subjects: script.compare(results) };
}

/** Scripts that are kept name the data file as it is seen from them. */
async function keep(scripts: readonly EngineScript[], folder: string, name: string, dataFile: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const seen = relative(resolve(folder), dataFile).replaceAll('\\', '/');
  for (const script of scripts) await writeFile(join(folder, `${name}.${script.extension}`), script.text(seen));
}
