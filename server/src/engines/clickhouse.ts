import type { SqlRow } from '../language';
import { failed, reasonOf, type SqlEngine, type SqlResult } from './engine';

export interface ClickHouseOptions {
  /** The HTTP interface, with user and password where it needs them: `https://reader:…@clickhouse.example:8443`. */
  readonly url: string;
  /** Milliseconds a statement may take; default ten minutes. */
  readonly timeout?: number;
}

/** ClickHouse over HTTP. What its address holds of credentials goes into headers, never into a message or a log. */
export function openClickHouse({ url, timeout = 600_000 }: ClickHouseOptions): SqlEngine {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    const message = 'The address of ClickHouse is no URL: write it as `http://host:8123` in the environment variable.';
    return { run: async () => failed(message), close: async () => {} };
  }
  const headers = credentials(address);
  const target = new URL(address);
  target.username = '';
  target.password = '';
  for (const [setting, value] of Object.entries(settings)) target.searchParams.set(setting, value);
  return {
    run: async (statement, signal) => {
      signal.throwIfAborted();
      const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
      try {
        const request = { method: 'POST', headers, body: `${statement}\nFORMAT TabSeparated`, signal: within };
        const response = await fetch(target, request);
        return response.ok ? await readRows(response) : failed(refusal(await response.text(), response.status, target.host));
      } catch (error) {
        signal.throwIfAborted();
        if (within.aborted) {
          return failed(`ClickHouse at ${target.host} took more than ${timeout / 1000} seconds: ask for less at a time.`);
        }
        return failed(
          `ClickHouse at ${target.host} can't be reached (${causeOf(error)}): check the address and that it is running.`,
        );
      }
    },
    close: async () => {},
  };
}

/** Read only: a statement of ours changes nothing. */
const settings = { readonly: '2' };

function credentials({ username, password }: URL): Record<string, string> {
  const user = decodeURIComponent(username);
  const key = decodeURIComponent(password);
  return {
    ...(user === '' ? {} : { 'X-ClickHouse-User': user }),
    ...(key === '' ? {} : { 'X-ClickHouse-Key': key }),
  };
}

/** Rows as they come, one to a line, so that the text of a large result is never held as a whole. */
async function readRows(response: Response): Promise<SqlResult> {
  const rows: SqlRow[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const take = (line: string): string | undefined => {
    // What goes wrong after the first row stands among the rows.
    if (/^Code: \d+[.,] /.test(line)) return line;
    rows.push(line.split('\t').map(cellOf));
    return undefined;
  };
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const wrong = lines.map(take).find((line) => line !== undefined);
    if (wrong !== undefined) return failed(`ClickHouse can't compute this: ${plainMessage(wrong)}`);
  }
  const wrong = rest === '' ? undefined : take(rest);
  return wrong === undefined ? { kind: 'rows', rows } : failed(`ClickHouse can't compute this: ${plainMessage(wrong)}`);
}

/** A cell of tab-separated rows: with escapes, and `\N` for NULL. */
function cellOf(text: string): string | null {
  if (text === '\\N') return null;
  return text.includes('\\') ? text.replaceAll(/\\(.)/gs, (_, mark: string) => escapes[mark] ?? mark) : text;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', r: '\r', n: '\n', t: '\t', 0: '\0' };

function refusal(text: string, status: number, host: string): string {
  if (status === 401 || status === 403 || /Authentication failed|Wrong password|Password required/i.test(text))
    return `ClickHouse at ${host} does not let you in: check user and password in the environment variable.`;
  return `ClickHouse at ${host} can't compute this: ${plainMessage(text)}`;
}

/** Its messages end with where in its own code it happened. */
function plainMessage(text: string): string {
  const [, message = text] = /DB::Exception: (.*?)(?:, e\.what\(\)|\. \([A-Z_]+\)|\n|$)/s.exec(text) ?? [];
  return message.slice(0, 500).trim();
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reasonOf(cause);
}
