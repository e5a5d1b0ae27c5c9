import { detectDecimal } from '../dialect';
import type { TableOptions, TableResult } from '../options';
import { rowsFrom } from './rows';
import { misread, refused } from './slow-cells';
import { type Start, startOf } from './start';

export { headLength } from './start';

/**
 * A plain table on its way from bytes to columns, part by part. It accepts what is in order; whatever is not is left to the tolerant
 * reader, which has the words for it. What both accept, they read alike.
 */
export interface QuickReading {
  /** Takes the next part of the file. All that came before must have been read. */
  readonly take: (part: Uint8Array, isLast: boolean) => void;
  /**
   * Reads a slice of what has been taken. `again` is for another encoding, with which the file has to be read from its beginning;
   * `refused` for another reader.
   */
  readonly step: () => 'more' | 'done' | 'refused' | { readonly again: string };
  /** How many bytes of the file have been read. */
  readonly read: () => number;
  readonly finish: () => TableResult;
}

/** About three milliseconds of reading. */
const sliceLength = 512 * 1024;

/** A record that is longer than this has lost a quote. */
const longestRecord = 16 * 1024 * 1024;

/** Begins with the first `headLength` bytes, or all there are. `guess` is the encoding that an earlier reading asked for. */
export function beginQuick(head: Uint8Array, size: number, options: TableOptions, guess?: string): QuickReading | undefined {
  const start = startOf(head, head.length === size, options, guess);
  return start === undefined ? undefined : quickReading(start, size, options);
}

function quickReading(start: Start, size: number, options: TableOptions): QuickReading {
  // How many bytes were read before the buffer, and what is in it: [at, end) is still to be read.
  let before = 0;
  let buffer = new Uint8Array(0);
  let at = 0;
  let end = 0;
  let isLast = false;
  // Bytes of the header that are still to come.
  let header = start.from;
  const rows = rowsFrom(start, (count, place) => expectedRows(count, before + place - start.from, size - start.from));
  return {
    take(part, isLastPart) {
      const body = part.subarray(Math.min(header, part.length));
      header -= part.length - body.length;
      before += at + part.length - body.length;
      const kept = buffer.subarray(at, end);
      const needed = kept.length + body.length + 2;
      const next = needed > buffer.length ? new Uint8Array(needed) : buffer;
      next.set(kept);
      next.set(body, kept.length);
      next.fill(10, needed - 2, needed);
      buffer = next;
      at = 0;
      end = needed - 2;
      isLast = isLastPart;
    },
    step() {
      const from = at;
      const to = rows.read(buffer, at, Math.min(end, at + sliceLength), end, isLast);
      if (to === misread) return start.isGuess && start.encoding === 'utf-8' ? { again: 'windows-1252' } : 'refused';
      if (to === refused) return 'refused';
      at = to;
      if (at < end && at > from) return 'more';
      return end - at > longestRecord || (isLast && at < end) ? 'refused' : 'done';
    },
    read: () => before + at,
    finish() {
      const finished = rows.finish();
      const { delimiter, encoding } = start;
      const decimal = options.decimal ?? detectDecimal(finished.columns.values());
      return { table: { file: options.file, ...finished, delimiter, decimal, encoding } };
    },
  };
}

/** A guess that grows more certain; a little too many rows cost nothing, as room that is never touched takes no memory. */
function expectedRows(rows: number, bytes: number, all: number): number {
  const guess = Math.ceil((rows / Math.max(1, bytes)) * all * 1.02) + 2048;
  return rows < 0x80_00 ? Math.min(guess, Math.max(0x1_00_00, rows * 4)) : guess;
}
