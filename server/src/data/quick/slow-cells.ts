import { pieceDecoder } from '../encoding';
import { addText, type GrowingColumn } from '../growing';
import { readNumber } from './numbers';
import { codeOfRaw, keepRaw, longestKept, noRawCells, type RawCells } from './raw-cells';
import type { Start } from './start';

/** The bytes end within a record. */
export const incomplete = -1;
/** What only the tolerant reader understands, or what no reader accepts. */
export const refused = -2;
/** Bytes that are no text in the encoding. */
export const misread = -3;

/** Cells that are longer than a byte, or are seen for the first time. */
export interface SlowCells {
  /** Reads the cell of a column that begins here, into its row. Gives where the next begins, or why it can't go on. */
  readonly read: (
    bytes: Uint8Array,
    from: number,
    end: number,
    isLast: boolean,
    column: number,
    row: number,
    blockStart: number,
  ) => number;
  /** Takes the cells that were kept aside for these rows over into the columns. */
  readonly flush: (fromRow: number, toRow: number) => void;
}

/** Cells of one byte that wait to be taken over; `codeOfByte` tells them. */
export interface Waiting {
  readonly block: Uint8Array;
  readonly stride: number;
  readonly codeOfByte: Int16Array;
}

const quote = 34;

export function slowCells(
  { delimiter: character, crlf, unnamed, encoding }: Start,
  columns: readonly GrowingColumn[],
  { block, stride, codeOfByte }: Waiting,
): SlowCells {
  const delimiter = character.charCodeAt(0);
  const last = columns.length - 1;
  const lineEnd = crlf ? 13 : 10;
  const decode = cellDecoder(encoding);
  const raws = columns.map((): RawCells | undefined => noRawCells());
  /** 1 where the codes are bytes, which wait in the block. */
  const narrow = new Uint8Array(columns.length).fill(1);

  const flushColumn = (at: number, column: GrowingColumn, fromRow: number, toRow: number): void => {
    column.codes.set(block.subarray(at * stride, at * stride + toRow - fromRow), fromRow);
  };

  const widen = (at: number, column: GrowingColumn, blockStart: number, row: number): void => {
    flushColumn(at, column, blockStart, row);
    narrow[at] = 0;
    codeOfByte.fill(-1, at << 8, (at + 1) << 8);
  };

  /** Decodes a cell, and keeps how it is written. */
  const learn = (
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    at: number,
    column: GrowingColumn,
    row: number,
    blockStart: number,
  ): boolean => {
    const text = textOf(decode, bytes, from, to);
    if (text === undefined) return false;
    if (narrow[at] === 1 && column.codeOf.size === 0x1_00 && !column.codeOf.has(text)) widen(at, column, blockStart, row);
    addText(column, text, row);
    if (column.numbers !== undefined || column.codeOf.size > 0x1_00_00) {
      raws[at] = undefined;
      return true;
    }
    const code = column.codes[row] ?? 0;
    if (narrow[at] === 1) {
      block[at * stride + row - blockStart] = code;
      const byte = bytes[from] ?? 0;
      if (to === from) codeOfByte[(at << 8) | (at === last ? lineEnd : delimiter)] = code;
      else if (to === from + 1) codeOfByte[(at << 8) | byte] = code;
    }
    const raw = raws[at];
    if (raw !== undefined) keepRaw(raw, bytes, from, to, hash, code);
    return true;
  };

  /** What stands behind the last column that has a name: nothing, or empty cells as spreadsheets write them. */
  const afterLast = (bytes: Uint8Array, from: number, end: number, isLast: boolean): number => {
    let cells = 0;
    let at = from;
    for (; bytes[at] === delimiter || bytes[at] === 32; at++) if (bytes[at] === delimiter) cells++;
    if (crlf && bytes[at] === 13) at++;
    if (at >= end && !isLast) return incomplete;
    const isEnd = bytes[at] === 10 && (!crlf || at >= end || bytes[at - 1] === 13);
    return isEnd && cells <= unnamed ? at + 1 : refused;
  };

  const read: SlowCells['read'] = (bytes, from, end, isLast, at, row, blockStart) => {
    const column = columns[at];
    if (column === undefined) return refused;
    if (column.numbers !== undefined) {
      const to = readNumber(bytes, from, delimiter, column.numbers, row);
      if (to >= 0 && at === last) return recordEnd(bytes, to, end, isLast);
      if (to >= 0 && to < end && bytes[to] === delimiter) return to + 1;
    }
    let to = from;
    let hash = 0;
    if (bytes[from] === quote) {
      to = quotedEnd(bytes, from, end);
      if (to >= end && !isLast) return incomplete;
      if (to > end) return refused;
      for (let place = from; place < to; place++) hash = (Math.imul(hash, 31) + (bytes[place] ?? 0)) | 0;
    } else {
      for (; ; to++) {
        const byte = bytes[to] ?? 0;
        if (byte === delimiter || byte === 10) break;
        if (byte === quote) return to >= end && !isLast ? incomplete : refused;
        hash = (Math.imul(hash, 31) + byte) | 0;
      }
      if (to >= end && !isLast) return incomplete;
      if (crlf && at === last && bytes[to] === 10 && to > from && bytes[to - 1] === 13) to--;
    }
    const next = at === last ? recordEnd(bytes, to, end, isLast) : bytes[to] === delimiter && to < end ? to + 1 : refused;
    if (next < 0) return next;
    hash ^= hash >>> 15;
    const raw = raws[at];
    const code = raw === undefined || to - from > longestKept ? -1 : codeOfRaw(raw, bytes, from, to, hash);
    if (code < 0) return learn(bytes, from, to, hash, at, column, row, blockStart) ? next : misread;
    if (narrow[at] === 1) block[at * stride + row - blockStart] = code;
    else column.codes[row] = code;
    return next;
  };

  /** Behind the cell of the last column, which may hold the first byte of the line break if it is not in quotes. */
  const recordEnd = (bytes: Uint8Array, to: number, end: number, isLast: boolean): number => {
    if (bytes[to] === delimiter && to < end) return unnamed > 0 ? afterLast(bytes, to, end, isLast) : refused;
    if (crlf && bytes[to] === 13 && bytes[to + 1] === 10 && (to + 1 < end || isLast)) return to + 2;
    if (bytes[to] !== 10) return to + 1 >= end && !isLast ? incomplete : refused;
    return !crlf || to >= end || bytes[to - 1] === 13 ? to + 1 : refused;
  };

  return {
    read,
    flush(fromRow, toRow) {
      for (const [at, column] of columns.entries()) if (narrow[at] === 1) flushColumn(at, column, fromRow, toRow);
    },
  };
}

/** Behind the quote that closes a cell; behind `end` where none does. */
function quotedEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote || at + 1 >= end) return at + 1;
    at++;
  }
  return end + 1;
}

type DecodeCell = (bytes: Uint8Array) => string | undefined;

/** Short cells of plain characters need no decoder, which takes its time to start. */
function cellDecoder(encoding: string): DecodeCell {
  const decode = pieceDecoder(encoding);
  return (bytes) => (isShortAndPlain(bytes) ? Reflect.apply(String.fromCharCode, undefined, bytes) : decode(bytes, true));
}

function isShortAndPlain(bytes: Uint8Array): boolean {
  if (bytes.length > longestKept) return false;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** The text of a cell, without its quotes and the spaces around it; `undefined` where the bytes are none. */
function textOf(decode: DecodeCell, bytes: Uint8Array, from: number, to: number): string | undefined {
  if (bytes[from] !== quote) return decode(bytes.subarray(from, to))?.trim();
  return decode(bytes.subarray(from + 1, to - 1))
    ?.replaceAll('""', '"')
    .trim();
}
