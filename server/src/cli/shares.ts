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
  subjectsOf,
} from '../language';
import { type AskedOptions, answered, askedOf, namedBy, requireAnswer } from './asked';
import { countElsewhere, type EngineName, engineFor } from './counting';
import type { ExitCode } from './exit-code';
import { CouldNotRun, type IsRead, load, shownName } from './load';
import { print, printRecords } from './print';
import { sharesJson } from './shares-json';
import { tableText } from './shares-text';

interface SharesOptions extends AskedOptions {
  readonly format: 'text' | 'json';
  readonly language?: string;
  readonly allIntervals?: boolean;
  readonly engine?: EngineName;
}

/** Shares of every codebook with data. Exit code 2 where an id that was asked for is nowhere declared. */
export async function shares(names: readonly string[], options: SharesOptions): Promise<ExitCode> {
  const { ids, paths } = namedBy(names);
  const isRead: IsRead = async (snapshot, file) => (await engineOf(snapshot, file, options)) === 'memory';
  const { snapshot, files } = await load(paths, isRead);
  const results = await resultsOf(snapshot, files, ids, options);
  const unknown = ids.filter((id) => !results.some(({ subjects }) => subjects.includes(id)));
  if (unknown.length > 0) throw new CouldNotRun(`No codebook with data declares ${unknown.join(', ')}.`);
  if (options.format === 'json') {
    const tables = results.map((result) => ({ file: shownName(result.file), tables: result.tables }));
    const { cells, differences, tests } = sharesJson(tables, options.allIntervals === true);
    printRecords('codebook-shares/2', { cells, differences, tests });
  } else {
    for (const result of results) printResult(result, options.language);
  }
  return 0;
}

async function engineOf(snapshot: Snapshot, file: string, { engine }: SharesOptions): Promise<EngineName> {
  const codebook = codebookOf(snapshot, file);
  return codebook === undefined ? 'memory' : engineFor(snapshot, file, codebook, engine);
}

interface Result {
  readonly file: string;
  readonly codebook: Codebook;
  /** What the numbers are of, or why there are none. */
  readonly source: string;
  readonly subjects: readonly string[];
  readonly tables: readonly ShareTable[];
  /** What was asked for and can't be computed, as its definition has errors. */
  readonly unsound: readonly string[];
}

/** Of the codebooks with data that declare one of the ids and can answer what is asked. */
async function resultsOf(
  snapshot: Snapshot,
  files: readonly string[],
  ids: readonly string[],
  options: SharesOptions,
): Promise<readonly Result[]> {
  const read = files.flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    if (codebook === undefined || !hasData(codebook) || !declaresOne(codebook, ids)) return [];
    return [{ file, codebook, result: askedOf(codebook, options) }];
  });
  requireAnswer(read);
  const results: Result[] = [];
  for (const { file, codebook, result } of read) {
    const asked = answered(result);
    if (asked === undefined) continue;
    results.push(await resultOf(snapshot, file, codebook, { ids, asked, engine: await engineOf(snapshot, file, options) }));
  }
  return results;
}

function hasData({ data }: Codebook): boolean {
  return data?.file !== undefined || data?.engine !== undefined;
}

function declaresOne(codebook: Codebook, ids: readonly string[]): boolean {
  return ids.length === 0 || subjectsOf(codebook).some(({ id }) => ids.includes(id));
}

interface Question {
  readonly ids: readonly string[];
  readonly asked: Asked;
  readonly engine: EngineName;
}

async function resultOf(
  snapshot: Snapshot,
  file: string,
  codebook: Codebook,
  { ids, asked, engine }: Question,
): Promise<Result> {
  const wanted = subjectsOf(codebook).filter(({ id }) => ids.length === 0 || ids.includes(id));
  const sound = wanted.filter((subject) => hasSoundDefinition(codebook, subject));
  const unsound = wanted.flatMap((subject) => (sound.includes(subject) ? [] : [subject.id]));
  const result = { file, codebook, subjects: wanted.map(({ id }) => id) };
  if (engine !== 'memory') {
    const counted = await tablesElsewhere(snapshot, file, codebook, engine, sound, asked);
    return { ...result, ...counted, unsound };
  }
  const state = snapshot.data.get(file) ?? { kind: 'none' };
  if (state.kind !== 'ready') return { ...result, source: stateText(state), tables: [], unsound: [] };
  return { ...result, source: stateText(state), tables: sharesOf(codebook, state.table).tablesAsked(sound, asked), unsound };
}

async function tablesElsewhere(
  snapshot: Snapshot,
  file: string,
  codebook: Codebook,
  engine: Exclude<EngineName, 'memory'>,
  subjects: readonly SubjectName[],
  asked: Asked,
): Promise<Pick<Result, 'source' | 'tables'>> {
  const counting = await countElsewhere(snapshot, file, codebook, engine);
  if (counting.kind === 'failed') throw new CouldNotRun(counting.message);
  try {
    const tables = await counting.tables(subjects, asked);
    if ('kind' in tables) throw new CouldNotRun(tables.message);
    return { source: counting.source, tables };
  } finally {
    await counting.close();
  }
}

function printResult({ file, codebook, source, tables, unsound }: Result, language: string | undefined): void {
  print(`${shownName(file)} · ${source}`);
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
