import {
  type Asked,
  type Codebook,
  codebookOf,
  type DataState,
  hasSoundDefinition,
  type ShareTable,
  type Snapshot,
  type SubjectName,
  sharesOf,
} from '../language';
import { type AskedOptions, answered, askedOf, namedBy, requireAnswer } from './asked';
import type { ExitCode } from './exit-code';
import { CouldNotRun, load, shownName } from './load';
import { print, printJson } from './print';
import { sharesJson } from './shares-json';
import { tableText } from './shares-text';

interface SharesOptions extends AskedOptions {
  readonly format: 'text' | 'json';
  readonly language?: string;
  readonly allIntervals?: boolean;
}

/** Shares of every codebook with data. Exit code 2 where an id that was asked for is nowhere declared. */
export async function shares(names: readonly string[], options: SharesOptions): Promise<ExitCode> {
  const { ids, paths } = namedBy(names);
  const { snapshot, files } = await load(paths);
  const results = resultsOf(snapshot, files, ids, options);
  const unknown = ids.filter((id) => !results.some(({ subjects }) => subjects.includes(id)));
  if (unknown.length > 0) throw new CouldNotRun(`No codebook with data declares ${unknown.join(', ')}.`);
  if (options.format === 'json') {
    const tables = results.map((result) => ({ file: shownName(result.file), tables: result.tables }));
    printJson('codebook-shares/2', sharesJson(tables, options.allIntervals === true));
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

/** Of the codebooks with data that declare one of the ids and can answer what is asked. */
function resultsOf(
  snapshot: Snapshot,
  files: readonly string[],
  ids: readonly string[],
  options: AskedOptions,
): readonly Result[] {
  const read = files.flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    const state = snapshot.data.get(file) ?? { kind: 'none' };
    if (codebook === undefined || state.kind === 'none' || !declaresOne(codebook, ids)) return [];
    return [{ file, codebook, state, result: askedOf(codebook, options) }];
  });
  requireAnswer(read);
  return read.flatMap(({ result, ...one }) => {
    const asked = answered(result);
    return asked === undefined ? [] : [resultOf(one, ids, asked)];
  });
}

function declaresOne(codebook: Codebook, ids: readonly string[]): boolean {
  return ids.length === 0 || subjectsOf(codebook).some(({ id }) => ids.includes(id));
}

function resultOf(
  { file, codebook, state }: Pick<Result, 'file' | 'codebook' | 'state'>,
  ids: readonly string[],
  asked: Asked,
): Result {
  const wanted = subjectsOf(codebook).filter(({ id }) => ids.length === 0 || ids.includes(id));
  const subjects = wanted.map(({ id }) => id);
  if (state.kind !== 'ready') return { file, codebook, state, subjects, tables: [], unsound: [] };
  const computed = sharesOf(codebook, state.table);
  const sound = wanted.filter((subject) => hasSoundDefinition(codebook, subject));
  const unsound = wanted.flatMap((subject) => (sound.includes(subject) ? [] : [subject.id]));
  const tables = computed.tablesAsked(sound, asked);
  return { file, codebook, state, subjects, tables, unsound };
}

/** All that has numbers of its own: questions, derived variables, indicators. */
export function subjectsOf(codebook: Codebook): readonly SubjectName[] {
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

export function stateText(state: DataState): string {
  switch (state.kind) {
    case 'ready':
      return `${state.table.file}, ${state.table.rows} respondents`;
    case 'failed':
      return `no shares: ${state.reason.message}`;
    default:
      return 'no data';
  }
}
