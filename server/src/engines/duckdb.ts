import { failed, reasonOf, type SqlEngine } from './engine';

/** Where DuckDB keeps what does not fit in memory, and how much of the machine it may use. */
export interface DuckDbOptions {
  readonly threads?: number;
  /** As DuckDB writes it: `4GB`. */
  readonly memoryLimit?: string;
}

export type OpenedEngine = { readonly kind: 'open'; readonly engine: SqlEngine } | ReturnType<typeof failed>;

/** DuckDB in this process, with a database in memory. Its package is optional: without it there is a sentence that says so. */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<OpenedEngine> {
  const found = await import('@duckdb/node-api').then(
    ({ DuckDBInstance }) => DuckDBInstance,
    () => undefined,
  );
  if (found === undefined) {
    return failed('DuckDB is not installed: run `npm install @duckdb/node-api` beside the command, or use `--engine memory`.');
  }
  try {
    const instance = await found.create(':memory:', configuration(options));
    const connection = await instance.connect();
    const run: SqlEngine['run'] = async (statement, signal) => {
      signal.throwIfAborted();
      const interrupt = () => connection.interrupt();
      signal.addEventListener('abort', interrupt, { once: true });
      try {
        const result = await connection.runAndReadAll(statement);
        return { kind: 'rows', rows: result.getRows() };
      } catch (error) {
        signal.throwIfAborted();
        return failed(`DuckDB can't compute this: ${firstLine(reasonOf(error))}`);
      } finally {
        signal.removeEventListener('abort', interrupt);
      }
    };
    const close = async () => {
      connection.closeSync();
      instance.closeSync();
    };
    return { kind: 'open', engine: { run, close } };
  } catch (error) {
    return failed(`DuckDB can't be started: ${firstLine(reasonOf(error))}`);
  }
}

function configuration({ threads, memoryLimit }: DuckDbOptions): Record<string, string> {
  return {
    ...(threads === undefined ? {} : { threads: `${threads}` }),
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  };
}

/** The rest of a message of DuckDB repeats the statement. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
