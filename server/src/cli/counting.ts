import { stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { describeClickHouseTable, openClickHouse, openDuckDb, readDuckDbFile, type SqlTable, tabulateBySql } from '../engines';
import { dataFileOf } from '../files';
import {
  type Asked,
  type Codebook,
  clickhouse,
  duckdb,
  publishedTables,
  requestsFor,
  type ShareTable,
  type Snapshot,
  type SubjectName,
} from '../language';

export const engineNames = ['memory', 'duckdb', 'clickhouse'] as const;

/** What counts respondents. */
export type EngineName = (typeof engineNames)[number];

/** Files of more than this part of the machine's memory are counted where they lie: as columns they would hardly fit beside it. */
const largestPart = 1 / 4;

/**
 * What counts the data of a codebook: what the user asks for; a database where the codebook names one; DuckDB where the file is too
 * large for memory; else memory.
 */
export async function engineFor(
  snapshot: Snapshot,
  file: string,
  codebook: Codebook,
  wanted: EngineName | undefined,
): Promise<EngineName> {
  if (codebook.data?.engine === 'clickhouse') return 'clickhouse';
  if (wanted !== undefined) return wanted;
  const target = dataFileOf(snapshot, file);
  const size =
    target === undefined
      ? 0
      : await stat(target).then(
          (found) => found.size,
          () => 0,
        );
  return size > totalmem() * largestPart ? 'duckdb' : 'memory';
}

export type CountedElsewhere =
  | {
      readonly kind: 'counted';
      /** What the numbers are of, in words. */
      readonly source: string;
      readonly tables: (subjects: readonly SubjectName[], asked: Asked) => Promise<readonly ShareTable[] | Failure>;
      readonly close: () => Promise<void>;
    }
  | Failure;

export interface Failure {
  readonly kind: 'failed';
  readonly message: string;
}

/** The shares of a codebook, counted where its data lie by one statement for everything that is asked together. */
export async function countElsewhere(
  snapshot: Snapshot,
  file: string,
  codebook: Codebook,
  engine: Exclude<EngineName, 'memory'>,
): Promise<CountedElsewhere> {
  const { signal } = new AbortController();
  const opened =
    engine === 'duckdb' ? await duckDbTable(snapshot, file, codebook, signal) : await clickHouseTable(codebook, signal);
  if (opened.kind === 'failed') return opened;
  const { table, source } = opened;
  return {
    kind: 'counted',
    source,
    close: table.engine.close,
    tables: async (subjects, asked) => {
      const counted = await tabulateBySql(codebook, table, requestsFor(codebook, subjects, asked), signal);
      return counted.kind === 'failed' ? counted : publishedTables(codebook, counted.engine, subjects, asked);
    },
  };
}

type OpenedTable = { readonly kind: 'open'; readonly table: SqlTable; readonly source: string } | Failure;

async function duckDbTable(snapshot: Snapshot, file: string, { data }: Codebook, signal: AbortSignal): Promise<OpenedTable> {
  const target = dataFileOf(snapshot, file);
  const named = data?.file?.text;
  if (target === undefined || named === undefined) {
    return failure('DuckDB reads the file that `data.file` names, inside the folder of the command: name one.');
  }
  const opened = await openDuckDb();
  if (opened.kind === 'failed') return opened;
  const { delimiter, decimal, encoding } = data ?? {};
  const options = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const read = await readDuckDbFile(opened.engine, target, options, signal);
  if (read.kind === 'failed') return read;
  return {
    kind: 'open',
    table: { engine: opened.engine, dialect: duckdb, source: read.source },
    source: `${named}, counted by DuckDB`,
  };
}

async function clickHouseTable({ data }: Codebook, signal: AbortSignal): Promise<OpenedTable> {
  const variable = data?.urlEnv?.text;
  const name = data?.table?.text;
  if (variable === undefined || name === undefined) {
    return failure('ClickHouse needs `data: {engine: clickhouse, url_env: …, table: …}`: the codebook names no table of it.');
  }
  const url = process.env[variable];
  if (url === undefined || url === '') {
    return failure(
      `The environment variable ${variable} holds no address of ClickHouse: set it, as https://user:password@host:8443.`,
    );
  }
  const engine = openClickHouse({ url });
  const described = await describeClickHouseTable(engine, name, data?.decimal ?? '.', signal);
  if (described.kind === 'failed') return described;
  return {
    kind: 'open',
    table: { engine, dialect: clickhouse, source: described.source },
    source: `${name}, counted by ClickHouse`,
  };
}

function failure(message: string): Failure {
  return { kind: 'failed', message };
}
