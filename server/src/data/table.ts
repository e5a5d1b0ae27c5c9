import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { DataFailure, DataTable } from '../language';
import { type GrowingColumns, growColumns } from './columns';
import { detectDecimal, detectDelimiter } from './dialect';
import { decode } from './encoding';

export interface TableOptions {
  /** The file as messages name it. */
  readonly file: string;
  /** What is not stated is detected. */
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly encoding?: string;
}

/** A table, or one plain sentence about why there is none. */
export type TableResult =
  | { readonly table: DataTable; readonly failure?: undefined }
  | { readonly table?: undefined; readonly failure: DataFailure };

/**
 * Bytes of a CSV or TSV file as a table of dictionary-coded columns. Cells are trimmed; blank lines are passed over. A
 * ragged line, an open quote, an empty or repeated column name is a failure with its line: a table that is read wrongly is
 * worse than none.
 */
export function parseTable(bytes: Uint8Array, options: TableOptions): TableResult {
  const reading = beginTable(bytes, options);
  if ('failure' in reading) return reading;
  try {
    parseWhole(reading.text, reading.parserOptions);
  } catch (error) {
    return { failure: reading.failureOf(error) };
  }
  return reading.finish();
}

/** The same, in slices: `pause` is awaited between them and may throw to cancel; `progress` gets the share done, 0 to 1. */
export async function parseTableInSlices(
  bytes: Uint8Array,
  options: TableOptions,
  pause: () => Promise<void>,
  progress: (done: number) => void,
): Promise<TableResult> {
  const reading = beginTable(bytes, options);
  if ('failure' in reading) return reading;
  const parser = parse(reading.parserOptions);
  try {
    for (let at = 0; at < reading.text.length; at += sliceLength) {
      await pause();
      await write(parser, reading.text.slice(at, at + sliceLength));
      progress(Math.min(1, (at + sliceLength) / reading.text.length));
    }
    await end(parser);
  } catch (error) {
    parser.destroy();
    if (isCsvError(error) || reading.hasFailed()) return { failure: reading.failureOf(error) };
    throw error;
  }
  return reading.finish();
}

/** About ten milliseconds of parsing. */
const sliceLength = 256 * 1024;

interface Reading {
  readonly text: string;
  readonly parserOptions: Options;
  readonly hasFailed: () => boolean;
  readonly failureOf: (error: unknown) => DataFailure;
  readonly finish: () => TableResult;
}

function beginTable(bytes: Uint8Array, options: TableOptions): Reading | { readonly failure: DataFailure } {
  if (/\.parquet$/i.test(options.file)) return { failure: notYet(options.file) };
  const decoded = decode(bytes, options.file, options.encoding);
  if (decoded.kind === 'failure') return { failure: decoded.failure };
  if (decoded.text.trim() === '') return { failure: empty(options.file) };
  const delimiter = options.delimiter ?? detectDelimiter(decoded.text);
  const columns = growColumns(options.file);
  let refused: DataFailure | undefined;
  return {
    text: decoded.text,
    parserOptions: parserOptions(decoded.text, delimiter, (record) => {
      refused ??= columns.add(record);
      if (refused !== undefined) throw new Error(refused.message);
    }),
    hasFailed: () => refused !== undefined,
    failureOf: (error) => refused ?? describe(error, options.file, delimiter),
    finish: () => finish(columns, options, delimiter, decoded.encoding),
  };
}

function parserOptions(text: string, delimiter: string, take: (record: readonly string[]) => void): Options {
  const onlyColumn = !text.slice(0, firstLineEnd(text)).includes(delimiter);
  return {
    delimiter,
    // In a table of one column a blank line is a respondent without an answer, not a gap between records.
    skip_empty_lines: !onlyColumn,
    on_record: (record: readonly string[]) => {
      take(record);
      return null;
    },
  };
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function finish(columns: GrowingColumns, options: TableOptions, delimiter: string, encoding: string): TableResult {
  const finished = columns.finish();
  if (finished === undefined) return { failure: empty(options.file) };
  const decimal = options.decimal ?? detectDecimal(finished.columns.values());
  return { table: { file: options.file, ...finished, delimiter, decimal, encoding } };
}

function empty(file: string): DataFailure {
  return { code: 'format', message: `${file} is empty: its first line must name the columns.` };
}

function notYet(file: string): DataFailure {
  return { code: 'format', message: `${file} is a Parquet file, which is not read yet by this version: export it as CSV.` };
}

function describe(error: unknown, file: string, delimiter: string): DataFailure {
  if (!isCsvError(error)) return { code: 'unreadable', message: `${file} can't be read: ${String(error)}` };
  const line = typeof error.lines === 'number' ? error.lines : undefined;
  const place = line === undefined ? {} : { line };
  return { code: 'format', message: sentence(error, file, line, delimiter), ...place };
}

function sentence(error: CsvError, file: string, line: number | undefined, delimiter: string): string {
  const where = line === undefined ? file : `Line ${line} of ${file}`;
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS': {
      const found = Array.isArray(error.record) ? `${error.record.length} cells` : 'another number of cells';
      const name = delimiter === '\t' ? 'tab' : delimiter;
      return `${where} has ${found} where the header has another number: put a cell that holds \`${name}\` in quotes, or fill the line up.`;
    }
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${where}: a quote opens and is never closed. Close it, or write the quote twice where it is part of the text.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return `${where}: a quote stands inside a cell. Quote the whole cell and write the inner quote twice.`;
    default:
      return `${where} can't be read: ${error.message}`;
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /CSV|QUOTE/.test(error.code);
}

function write(parser: Parser, slice: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.write(slice, (error) => {
      parser.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.once('end', resolve);
    parser.resume();
    parser.end();
  });
}
