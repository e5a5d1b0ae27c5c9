import {
  type Codebook,
  codebookOf,
  type DataState,
  type ShareTable,
  type Snapshot,
  type SubjectName,
  sharesOf,
} from '../language';
import type { ExitCode } from './exit-code';
import { CouldNotRun, load, shownName } from './load';
import { print, printJson } from './print';
import { cellsJson } from './shares-json';
import { tableText } from './shares-text';

interface SharesOptions {
  readonly format: 'text' | 'json';
  readonly only?: readonly string[];
  readonly language?: string;
}

/** Shares of every codebook with data. Exit code 2 where an id that was asked for is nowhere declared. */
export async function shares(paths: readonly string[], options: SharesOptions): Promise<ExitCode> {
  const { snapshot, files } = await load(paths);
  const results = files.flatMap((file) => resultOf(snapshot, file, options.only));
  const unknown = (options.only ?? []).filter((id) => !results.some(({ subjects }) => subjects.includes(id)));
  if (unknown.length > 0) throw new CouldNotRun(`No codebook with data declares ${unknown.join(', ')}.`);
  if (options.format === 'json') {
    printJson('codebook-shares/1', { cells: results.flatMap(({ file, tables }) => cellsJson(shownName(file), tables)) });
  } else {
    for (const result of results) printResult(result, options.language);
  }
  return 0;
}

interface Result {
  readonly file: string;
  readonly codebook: Codebook;
  readonly state: DataState;
  readonly subjects: readonly string[];
  readonly tables: readonly ShareTable[];
}

function resultOf(snapshot: Snapshot, file: string, only: readonly string[] | undefined): readonly Result[] {
  const codebook = codebookOf(snapshot, file);
  const state = snapshot.data.get(file) ?? { kind: 'none' };
  if (codebook === undefined || state.kind === 'none') return [];
  const wanted = subjectsOf(codebook).filter(({ id }) => only === undefined || only.includes(id));
  const subjects = wanted.map(({ id }) => id);
  if (state.kind !== 'ready') return [{ file, codebook, state, subjects, tables: [] }];
  const computed = sharesOf(codebook, state.table);
  return [{ file, codebook, state, subjects, tables: wanted.flatMap((subject) => computed.tables(subject)) }];
}

function subjectsOf(codebook: Codebook): readonly SubjectName[] {
  return [
    ...[...codebook.questions.keys()].map((id): SubjectName => ({ kind: 'question', id })),
    ...[...codebook.derived.keys()].map((id): SubjectName => ({ kind: 'derived', id })),
    ...[...codebook.indicators.keys()].map((id): SubjectName => ({ kind: 'indicator', id })),
  ];
}

function printResult({ file, codebook, state, tables }: Result, language: string | undefined): void {
  print(`${shownName(file)} · ${stateText(state)}`);
  print('');
  for (const table of tables) print(tableText(codebook, table, language ?? codebook.languages[0] ?? ''));
}

function stateText(state: DataState): string {
  switch (state.kind) {
    case 'ready':
      return `${state.table.file}, ${state.table.rows} respondents`;
    case 'failed':
      return `no shares: ${state.reason.message}`;
    default:
      return 'no data';
  }
}
