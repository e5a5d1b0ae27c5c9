import type { TextColumn } from '../../language';
import { capacityOf, finishColumn, growColumn, makeRoom } from '../growing';
import { incomplete, type SlowCells, slowCells } from './slow-cells';
import type { Start } from './start';

/** Rows that are read from bytes into columns. */
export interface Rows {
  /**
   * Reads whole records from `at` until `stop` is reached. The bytes end before `end`, where two line feeds stand that are not
   * theirs. Gives where the next record begins, which may be behind `stop`; `incomplete` where the bytes end within a record
   * and are not the last; `refused` and `misread` where another reader has to begin anew.
   */
  readonly read: (bytes: Uint8Array, at: number, stop: number, end: number, isLast: boolean) => number;
  readonly finish: () => { readonly rows: number; readonly columns: ReadonlyMap<string, TextColumn> };
}

/** Cells that are one byte long are kept aside, column by column, for so many rows: they stay within reach of the processor. */
const blockRows = 1024;
/** Columns lie an odd number of cache lines apart, so that they don't push one another out. */
const stride = blockRows + 64;

/** `expected` tells how many rows there may be in all, where so many end at this place in the bytes. */
export function rowsFrom(start: Start, expected: (rows: number, place: number) => number): Rows {
  const { names, crlf, skipsBlank } = start;
  const delimiter = start.delimiter.charCodeAt(0);
  const columns = names.map((name) => growColumn(name, blockRows));
  const last = columns.length - 1;
  const block = new Uint8Array(columns.length * stride);
  // By column and byte: the code of a cell that is this byte, of an empty cell at the delimiter (in the last
  // column at the line's end), or -1.
  const codeOfByte = new Int16Array(columns.length * 256).fill(-1);
  const slow: SlowCells = slowCells(start, columns, { block, stride, codeOfByte });
  let row = 0;
  let blockStart = 0;

  const nextBlock = (place: number): void => {
    slow.flush(blockStart, row);
    blockStart = row;
    const needed = row + blockRows;
    const most = Math.max(needed, expected(row, place));
    for (const column of columns) if (capacityOf(column) < needed) makeRoom(column, most);
  };

  return {
    read(bytes, from, stop, end, isLast) {
      let at = from;
      while (at < stop) {
        const first = bytes[at];
        if (skipsBlank && (crlf ? first === 13 && bytes[at + 1] === 10 && at + 1 < end : first === 10)) {
          at += crlf ? 2 : 1;
          continue;
        }
        if (row - blockStart === blockRows) nextBlock(at);
        let place = at;
        let staged = row - blockStart;
        for (let column = 0; column < last; column++, staged += stride) {
          const byte = bytes[place] ?? 0;
          let code = -1;
          let width = 1;
          if (byte === delimiter) code = codeOfByte[(column << 8) | byte] ?? -1;
          else if (bytes[place + 1] === delimiter) {
            code = codeOfByte[(column << 8) | byte] ?? -1;
            width = 2;
          }
          if (code >= 0) {
            block[staged] = code;
            place += width;
            continue;
          }
          place = slow.read(bytes, place, end, isLast, column, row, blockStart);
          if (place < 0) return place === incomplete ? at : place;
        }
        const byte = bytes[place] ?? 0;
        const next = bytes[place + 1];
        const isEmpty = crlf ? byte === 13 && next === 10 : byte === 10;
        const isByte = !isEmpty && byte !== delimiter && (crlf ? next === 13 && bytes[place + 2] === 10 : next === 10);
        const code = isEmpty || isByte ? (codeOfByte[(last << 8) | byte] ?? -1) : -1;
        if (code >= 0) {
          block[staged] = code;
          place += (crlf ? 2 : 1) + (isByte ? 1 : 0);
        } else {
          place = slow.read(bytes, place, end, isLast, last, row, blockStart);
          if (place < 0) return place === incomplete ? at : place;
        }
        if (place > end && !isLast) return at;
        at = Math.min(place, end);
        row++;
      }
      return at;
    },
    finish() {
      slow.flush(blockStart, row);
      return { rows: row, columns: new Map(columns.map((column) => [column.name, finishColumn(column, row)])) };
    },
  };
}
