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
  // What goes wrong is told by the slice it went wrong in; the event alone would end the process.
  parser.on('error', () => {});
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
  const { text, stated, skipped } = withoutSeparatorLine(decoded.text);
  const delimiter = options.delimiter ?? stated ?? detectDelimiter(text);
  const columns = growColumns(options.file, delimiter);
  let refused: DataFailure | undefined;
  let lastLine = skipped;
  return {
    text,
    parserOptions: parserOptions(text, delimiter, (record, line) => {
      lastLine = line + skipped;
      refused ??= columns.add(record, lastLine);
      if (refused !== undefined) throw new Error(refused.message);
    }),
    hasFailed: () => refused !== undefined,
    failureOf: (error) => refused ?? describe(error, options.file, lastLine + 1),
    finish: () => finish(columns, options, delimiter, decoded.encoding),
  };
}

/** Spreadsheets may write the delimiter into a first line of its own, `sep=;`, which is no header. */
function withoutSeparatorLine(text: string): { readonly text: string; readonly stated?: string; readonly skipped: number } {
  const [line, stated] = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(text) ?? [];
  return line === undefined || stated === undefined
    ? { text, skipped: 0 }
    : { text: text.slice(line.length), stated, skipped: 1 };
}

function parserOptions(text: string, delimiter: string, take: (record: readonly string[], line: number) => void): Options {
  const onlyColumn = !text.slice(0, firstLineEnd(text)).includes(delimiter);
  return {
    delimiter,
    // In a table of one column a blank line is a respondent without an answer, not a gap between records.
    skip_empty_lines: !onlyColumn,
    // Ragged lines are refused when they are taken, in our own words.
    relax_column_count: true,
    on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
      take(record, lines);
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

/** What the parser can't read is a quote; the record it spoils starts at `line`, however far on the parser noticed. */
function describe(error: unknown, file: string, line: number): DataFailure {
  if (!isCsvError(error)) return { code: 'unreadable', message: `${file} can't be read: ${String(error)}` };
  const remedy =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote opens and is never closed. Close it, or write the quote twice where it is part of the text.'
      : 'a quote stands inside a cell. Quote the whole cell and write the inner quote twice.';
  return { code: 'format', message: `Line ${line} of ${file}: ${remedy}`, line };
}

/** The two entries of the parser have an error class each, so that its code is what tells. */
function isCsvError(error: unknown): error is Pick<CsvError, 'code'> {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /QUOTE/.test(error.code);
}

function write(parser: Parser, slice: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(slice, (error) => {
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
