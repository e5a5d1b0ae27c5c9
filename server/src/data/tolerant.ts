import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { DataFailure } from '../language';
import { type GrowingColumns, growColumns } from './columns';
import { type Dialect, detectDecimal, dialectOf } from './dialect';
import { decode } from './encoding';
import type { Slices, TableOptions, TableResult } from './options';

/**
 * Bytes of a CSV or TSV file as a table. Cells are trimmed; blank lines are passed over. A ragged line, an open quote, an empty or
 * repeated column name is a failure with its line: a table that is read wrongly is worse than none.
 */
export function parseTolerantly(bytes: Uint8Array, options: TableOptions): TableResult {
  const reading = beginTable(bytes, options);
  if ('failure' in reading) return reading;
  try {
    parseWhole(reading.text, reading.parserOptions);
  } catch (error) {
    return { failure: reading.failureOf(error) };
  }
  return reading.finish();
}

/** The same, in slices. */
export async function parseTolerantlyInSlices(
  bytes: Uint8Array,
  options: TableOptions,
  { pause, progress }: Slices,
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
  const decoded = decode(bytes, options.file, options.encoding);
  if (decoded.kind === 'failure') return { failure: decoded.failure };
  if (decoded.text.trim() === '') return { failure: empty(options.file) };
  const dialect = dialectOf(decoded.text, options.delimiter);
  const { delimiter } = dialect;
  const skipped = dialect.skipped > 0 ? 1 : 0;
  const columns = growColumns(options.file, delimiter);
  let refused: DataFailure | undefined;
  let lastLine = skipped;
  return {
    text: decoded.text.slice(dialect.skipped),
    parserOptions: parserOptions(dialect, (record, line) => {
      lastLine = line + skipped;
      refused ??= columns.add(record, lastLine);
      if (refused !== undefined) throw new Error(refused.message);
    }),
    hasFailed: () => refused !== undefined,
    failureOf: (error) => refused ?? describe(error, options.file, lastLine + 1),
    finish: () => finish(columns, options, delimiter, decoded.encoding),
  };
}

function parserOptions({ delimiter, skipsBlank }: Dialect, take: (record: readonly string[], line: number) => void): Options {
  return {
    delimiter,
    skip_empty_lines: skipsBlank,
    // Ragged lines are refused when they are taken, in our own words.
    relax_column_count: true,
    on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
      take(record, lines);
      return null;
    },
  };
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
