import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import type { DataFailure } from '../language';
import { type GrowingColumns, growColumns } from './columns';
import { type Dialect, detectDecimal, dialectOf } from './dialect';
import { decode, encodingsOf, streamDecoder, undecodable } from './encoding';
import type { Slices, TableOptions, TableResult } from './options';
import { type ContentHash, eachPart, type Parts } from './parts';

/**
 * Bytes of a CSV or TSV file as a table. Cells are trimmed; blank lines are passed over. A ragged line, an open quote, an empty or
 * repeated column name is a failure with its line: a table that is read wrongly is worse than none.
 */
export function parseTolerantly(bytes: Uint8Array, options: TableOptions): TableResult {
  const decoded = decode(bytes, options.file, options.encoding);
  if (decoded.kind === 'failure') return { failure: decoded.failure };
  if (decoded.text.trim() === '') return { failure: empty(options.file) };
  const reading = beginTable(decoded.text, decoded.encoding, options);
  try {
    parseWhole(decoded.text.slice(reading.skipped), reading.parserOptions);
  } catch (error) {
    return { failure: reading.failureOf(error) };
  }
  return reading.finish();
}

/** The same for a file in parts, of which no more than a few are held at a time. */
export async function readTolerantly(
  parts: Parts,
  options: TableOptions,
  slices: Slices,
  hash: ContentHash,
): Promise<TableResult> {
  const found = await encodingIn(parts, options, slices);
  if ('failure' in found) return found;
  const decode = streamDecoder(found.encoding);
  let begun: { readonly reading: Reading; readonly parser: Parser } | undefined;
  for await (const { bytes, from, isLast } of eachPart(parts)) {
    hash.add(from, bytes);
    const decoded = decode(bytes, isLast);
    // It may have changed since its encoding was found.
    if (decoded === undefined) return { failure: undecodable(options.file, [found.encoding]) };
    if (begun === undefined && isLast && decoded.trim() === '') return { failure: empty(options.file) };
    const skipped = begun === undefined ? undefined : 0;
    begun ??= beginParser(beginTable(decoded, found.encoding, options));
    const share = (done: number): void => slices.progress((from + done * bytes.length) / parts.size);
    const failure = await parsePart(begun, decoded.slice(skipped ?? begun.reading.skipped), isLast, {
      ...slices,
      progress: share,
    });
    if (failure !== undefined) return { failure };
  }
  return begun?.reading.finish() ?? { failure: empty(options.file) };
}

/** The encoding that all of a file is text in. */
async function encodingIn(
  parts: Parts,
  { file, encoding: stated }: TableOptions,
  { pause }: Slices,
): Promise<{ readonly encoding: string } | { readonly failure: DataFailure }> {
  const candidates = encodingsOf(await parts.part(0, Math.min(parts.size, 4096)), file, stated);
  if ('failure' in candidates) return candidates;
  for (const encoding of candidates.encodings) if (await isTextIn(parts, encoding, pause)) return { encoding };
  return { failure: undecodable(file, candidates.encodings) };
}

async function isTextIn(parts: Parts, encoding: string, pause: () => Promise<void>): Promise<boolean> {
  const decode = streamDecoder(encoding);
  for await (const { bytes, isLast } of eachPart(parts)) {
    await pause();
    if (decode(bytes, isLast) === undefined) return false;
  }
  return true;
}

function beginParser(reading: Reading): { readonly reading: Reading; readonly parser: Parser } {
  const parser = parse(reading.parserOptions);
  // What goes wrong is told by the slice it went wrong in; the event alone would end the process.
  parser.on('error', () => {});
  return { reading, parser };
}

async function parsePart(
  { reading, parser }: { readonly reading: Reading; readonly parser: Parser },
  text: string,
  isLast: boolean,
  { pause, progress }: Slices,
): Promise<DataFailure | undefined> {
  try {
    for (let at = 0; at < text.length; ) {
      await pause();
      const to = sliceEnd(text, at);
      await write(parser, text.slice(at, to));
      at = to;
      progress(at / text.length);
    }
    if (isLast) await end(parser);
  } catch (error) {
    parser.destroy();
    if (isCsvError(error) || reading.hasFailed()) return reading.failureOf(error);
    throw error;
  }
  return undefined;
}

/** The two halves of a character beyond the first 65,536 stay together. */
function sliceEnd(text: string, from: number): number {
  const to = Math.min(text.length, from + sliceLength);
  return /[\ud800-\udbff]/.test(text[to - 1] ?? '') && to < text.length ? to + 1 : to;
}

/** About ten milliseconds of parsing. */
const sliceLength = 256 * 1024;

interface Reading {
  /** How long a first line is that is no header, in characters. */
  readonly skipped: number;
  readonly parserOptions: Options;
  readonly hasFailed: () => boolean;
  readonly failureOf: (error: unknown) => DataFailure;
  readonly finish: () => TableResult;
}

/** `text` may be no more than the beginning. */
function beginTable(text: string, encoding: string, options: TableOptions): Reading {
  const dialect = dialectOf(text, options.delimiter);
  const { delimiter } = dialect;
  const skipped = dialect.skipped > 0 ? 1 : 0;
  const columns = growColumns(options.file, delimiter);
  let refused: DataFailure | undefined;
  let lastLine = skipped;
  return {
    skipped: dialect.skipped,
    parserOptions: parserOptions(dialect, (record, line) => {
      lastLine = line + skipped;
      refused ??= columns.add(record, lastLine);
      if (refused !== undefined) throw new Error(refused.message);
    }),
    hasFailed: () => refused !== undefined,
    failureOf: (error) => refused ?? describe(error, options.file, lastLine + 1),
    finish: () => finish(columns, options, delimiter, encoding),
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
