import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dialectOf } from '../data/dialect';
import { decode } from '../data/encoding';
import { duckdb, type SourceType, type SqlSource } from '../language';
import { failed, type SqlEngine, type SqlResult } from './engine';

export interface FileOptions {
  /** What is not stated is detected, as it is for the engine in memory. */
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly encoding?: string;
}

export type FileSource = { readonly kind: 'source'; readonly source: SqlSource } | ReturnType<typeof failed>;

const { identifier, text } = duckdb;

/** Opens a data file as the table `answers` of a DuckDB: Parquet where it lies, CSV read into memory as texts. */
export async function readDuckDbFile(
  engine: SqlEngine,
  file: string,
  options: FileOptions,
  signal: AbortSignal,
): Promise<FileSource> {
  const magic = await firstBytes(file, 4).catch(() => undefined);
  if (magic === undefined) return failed(`${basename(file)} is not there or can't be read: check the path in \`data.file\`.`);
  return Buffer.from(magic).toString('latin1') === 'PAR1'
    ? readParquet(engine, file, options, signal)
    : readCsv(engine, file, options, signal);
}

async function readParquet(engine: SqlEngine, file: string, options: FileOptions, signal: AbortSignal): Promise<FileSource> {
  const created = await engine.run(`CREATE VIEW answers AS SELECT * FROM read_parquet(${text(file).text})`, signal);
  if (created.kind === 'failed') return failed(`${basename(file)} can't be read: ${created.message}`);
  const described = await engine.run('DESCRIBE answers', signal);
  if (described.kind === 'failed') return described;
  const columns = new Map(described.rows.map(([name, type]) => [String(name), typeOf(String(type))] as const));
  return { kind: 'source', source: { table: ['answers'], columns, decimal: options.decimal ?? '.' } };
}

/** Decimals and everything else are read as they are written. */
function typeOf(type: string): SourceType {
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/.test(type)) return 'integer';
  return /^(FLOAT|DOUBLE)$/.test(type) ? 'float' : 'text';
}

/** How many bytes the delimiter and the encoding are told from. */
const headLength = 1 << 20;

async function readCsv(engine: SqlEngine, file: string, options: FileOptions, signal: AbortSignal): Promise<FileSource> {
  const bytes = await firstBytes(file, headLength);
  const end = bytes.length < headLength ? bytes.length : bytes.lastIndexOf(10) + 1;
  const head = decode(bytes.subarray(0, end), basename(file), options.encoding);
  if (head.kind === 'failure') return failed(head.failure.message);
  const { delimiter, skipped } = dialectOf(head.text, options.delimiter);
  const utf8 = head.encoding === 'utf-8' ? undefined : await transcoded(file, head.encoding, signal);
  try {
    const reading = [
      text(utf8?.file ?? file).text,
      "header = true, all_varchar = true, auto_detect = false, quote = '\"', escape = '\"'",
      `delim = ${text(delimiter).text}, skip = ${skipped === 0 ? 0 : 1}`,
      `columns = {${headerOf(head.text.slice(skipped), delimiter)
        .map((name) => `${text(name).text}: 'VARCHAR'`)
        .join(', ')}}`,
    ];
    return await loadTexts(engine, `read_csv(${reading.join(', ')})`, basename(file), options, signal);
  } finally {
    await utf8?.remove();
  }
}

/** The names in the first line. */
function headerOf(head: string, delimiter: string): readonly string[] {
  const names: string[] = [];
  let name = '';
  let isQuoted = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && (character === delimiter || character === '\n' || character === '\r')) {
      names.push(name);
      name = '';
      if (character !== delimiter) break;
    } else name += character;
  }
  if (name !== '') names.push(name);
  return names.map((one) =>
    one
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}

/** Cells without the spaces around them; columns of nothing but whole numbers are kept as such, which is read faster. */
async function loadTexts(
  engine: SqlEngine,
  reading: string,
  file: string,
  options: FileOptions,
  signal: AbortSignal,
): Promise<FileSource> {
  const steps = async (...statements: readonly string[]): Promise<SqlResult> => {
    let last: SqlResult = { kind: 'rows', rows: [] };
    for (const statement of statements) {
      last = await engine.run(statement, signal);
      if (last.kind === 'failed') return failed(`${file} can't be read: ${last.message}`);
    }
    return last;
  };
  const described = await steps(`DESCRIBE SELECT * FROM ${reading}`);
  if (described.kind === 'failed') return described;
  const names = described.rows.map(([name]) => String(name));
  const quoted = names.map((name) => identifier(name));
  const cells = quoted.map((name) => `${duckdb.trimmed({ ...name, text: `coalesce(${name.text}, '')` }).text} AS ${name.text}`);
  const looked = quoted.map(({ text: name }) => {
    const other = `sum(CASE WHEN ${name} = '' OR regexp_full_match(${name}, '0|-?[1-9][0-9]{0,8}') THEN 0 ELSE 1 END)`;
    const written = (sign: string) =>
      `count(DISTINCT CASE WHEN regexp_full_match(${name}, '[-+]?[0-9]+[${sign}][0-9]+') THEN ${name} END)`;
    return `${other}, ${written('.')}, ${written(',')}`;
  });
  const told = await steps(
    `CREATE TABLE cells AS SELECT ${cells.join(', ')} FROM ${reading}`,
    `SELECT ${looked.join(', ')} FROM cells`,
  );
  if (told.kind === 'failed') return told;
  const numbers = (told.rows[0] ?? []).map(Number);
  const isWhole = names.map((_, at) => numbers[3 * at] === 0);
  const total = (from: number) => names.reduce((sum, _, at) => sum + (numbers[3 * at + from] ?? 0), 0);
  const typed = quoted.map(({ text: name }, at) => (isWhole[at] ? `CAST(nullif(${name}, '') AS INTEGER) AS ${name}` : name));
  const made = await steps(`CREATE TABLE answers AS SELECT ${typed.join(', ')} FROM cells`, 'DROP TABLE cells');
  if (made.kind === 'failed') return made;
  const columns = new Map(names.map((name, at) => [name, isWhole[at] ? 'integer' : 'clean'] as const));
  return {
    kind: 'source',
    source: { table: ['answers'], columns, decimal: options.decimal ?? (total(2) > total(1) ? ',' : '.') },
  };
}

async function firstBytes(file: string, length: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The same text as UTF-8, which DuckDB reads, in a temporary file. */
async function transcoded(file: string, encoding: string, signal: AbortSignal) {
  const folder = await mkdtemp(join(tmpdir(), 'codebook-'));
  const target = join(folder, 'answers.csv');
  const decoder = new TextDecoder(encoding);
  async function* texts() {
    for await (const bytes of createReadStream(file)) yield decoder.decode(bytes as Uint8Array, { stream: true });
    yield decoder.decode();
  }
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(Readable.from(texts()), createWriteStream(target), { signal });
  } catch (error) {
    await remove();
    throw error;
  }
  return { file: target, remove };
}
