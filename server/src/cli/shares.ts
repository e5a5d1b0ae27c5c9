import {
  type Codebook,
  codebookOf,
  type DataState,
  hasSoundDefinition,
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
  /** What was asked for and can't be computed, as its definition has errors. */
  readonly unsound: readonly string[];
}

function resultOf(snapshot: Snapshot, file: string, only: readonly string[] | undefined): readonly Result[] {
  const codebook = codebookOf(snapshot, file);
  const state = snapshot.data.get(file) ?? { kind: 'none' };
  if (codebook === undefined || state.kind === 'none') return [];
  const wanted = subjectsOf(codebook).filter(({ id }) => only === undefined || only.includes(id));
  const subjects = wanted.map(({ id }) => id);
  if (state.kind !== 'ready') return [{ file, codebook, state, subjects, tables: [], unsound: [] }];
  const computed = sharesOf(codebook, state.table);
  const sound = wanted.filter((subject) => hasSoundDefinition(codebook, subject));
  const unsound = wanted.flatMap((subject) => (sound.includes(subject) ? [] : [subject.id]));
  return [{ file, codebook, state, subjects, tables: sound.flatMap((subject) => computed.tables(subject)), unsound }];
}

function subjectsOf(codebook: Codebook): readonly SubjectName[] {
  return [
    ...[...codebook.questions.keys()].map((id): SubjectName => ({ kind: 'question', id })),
    ...[...codebook.derived.keys()].map((id): SubjectName => ({ kind: 'derived', id })),
    ...[...codebook.indicators.keys()].map((id): SubjectName => ({ kind: 'indicator', id })),
  ];
}

function printResult({ file, codebook, state, tables, unsound }: Result, language: string | undefined): void {
  print(`${shownName(file)} · ${stateText(state)}`);
  print('');
  for (const table of tables) print(tableText(codebook, table, language ?? codebook.languages[0] ?? ''));
  for (const id of unsound) print(`${id} has no shares: its definition has errors, which codebook check tells.\n`);
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
