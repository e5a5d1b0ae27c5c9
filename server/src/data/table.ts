import type { DataFailure } from '../language';
import type { Slices, TableOptions, TableResult } from './options';
import { type ContentHash, contentHash, eachPart, hashOf, type Parts, partLength } from './parts';
import { beginQuick, headLength } from './quick';
import { parseTolerantly, readTolerantly } from './tolerant';

/** Bytes of a CSV or TSV file as a table. */
export function parseTable(bytes: Uint8Array, options: TableOptions): TableResult {
  return parseQuickly(bytes, options) ?? parseTolerantly(bytes, options);
}

/** The same with the quick reader alone, in parts so long; `undefined` where it leaves the table to the tolerant one. */
export function parseQuickly(
  bytes: Uint8Array,
  options: TableOptions,
  length = partLength,
  guess?: string,
): TableResult | undefined {
  const reading = beginQuick(bytes.subarray(0, headLength), bytes.length, options, guess);
  if (reading === undefined) return undefined;
  for (let at = 0; at < bytes.length; at += length) {
    reading.take(bytes.subarray(at, at + length), at + length >= bytes.length);
    let done = reading.step();
    while (done === 'more') done = reading.step();
    if (done === 'refused') return undefined;
    if (done !== 'done') return parseQuickly(bytes, options, length, done.again);
  }
  return reading.finish();
}

/** A CSV or TSV file as a table, and the digest of what stands in it. Rejects where its parts can't be read, and when cancelled. */
export async function readTable(
  parts: Parts,
  options: TableOptions,
  slices: Slices,
): Promise<{ readonly result: TableResult; readonly hash: string }> {
  const hash = contentHash();
  const start = await parts.part(0, Math.min(4, parts.size));
  if (new TextDecoder().decode(start) === 'PAR1') {
    // Its reader is large, and few need it.
    const { readParquet } = await import('./parquet');
    return { result: await readParquet(parts, options, slices), hash: await hashOf(parts) };
  }
  if (/\.parquet$/i.test(options.file)) return { result: { failure: noParquet(options.file) }, hash: await hashOf(parts) };
  const result = (await readQuickly(parts, options, slices, hash)) ?? (await readTolerantly(parts, options, slices, hash));
  return { result, hash: await hash.digest() };
}

function noParquet(file: string): DataFailure {
  return {
    code: 'format',
    message: `${file} is called Parquet and is none: give it the ending of what it is, or write it again.`,
  };
}

async function readQuickly(
  parts: Parts,
  options: TableOptions,
  { pause, progress }: Slices,
  hash: ContentHash,
  guess?: string,
): Promise<TableResult | undefined> {
  let reading: ReturnType<typeof beginQuick>;
  for await (const { bytes, from, isLast } of eachPart(parts)) {
    hash.add(from, bytes);
    if (from === 0) reading = beginQuick(bytes.subarray(0, headLength), parts.size, options, guess);
    if (reading === undefined) return undefined;
    reading.take(bytes, isLast);
    for (let done: ReturnType<typeof reading.step> = 'more'; done !== 'done'; ) {
      await pause();
      done = reading.step();
      if (done === 'refused') return undefined;
      if (typeof done === 'object') return readQuickly(parts, options, { pause, progress }, hash, done.again);
      progress(reading.read() / parts.size);
    }
  }
  return reading?.finish();
}
