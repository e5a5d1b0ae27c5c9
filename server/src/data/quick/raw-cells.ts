/**
 * Which code a cell has, by its bytes as they stand in the file, quotes and spaces and all: so a text is decoded, trimmed and looked
 * up once for each way it is written, and every other cell like it is a matter of comparing bytes.
 */
export interface RawCells {
  /** By hash: 1 + the number of the cell, or 0. At most half full. */
  slots: Int32Array;
  hashes: Int32Array;
  codes: Int32Array;
  /** Where the bytes of each cell end in `bytes`; those of the next begin there. */
  ends: Int32Array;
  bytes: Uint8Array;
  count: number;
}

/** Longer cells, and cells beyond so many, hardly ever come again. */
export const longestKept = 64;
const mostKept = 0x1_00_00;

export function noRawCells(): RawCells {
  return {
    slots: new Int32Array(128),
    hashes: new Int32Array(64),
    codes: new Int32Array(64),
    ends: new Int32Array(64),
    bytes: new Uint8Array(512),
    count: 0,
  };
}

/** The code of the cell that stands from one offset up to another, or -1 where none has been kept. */
export function codeOfRaw(cells: RawCells, source: Uint8Array, from: number, to: number, hash: number): number {
  const { slots, hashes, codes, ends, bytes } = cells;
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const cell = (slots[slot] ?? 0) - 1;
    if (cell < 0) return -1;
    if (hashes[cell] !== hash) continue;
    const start = cell === 0 ? 0 : (ends[cell - 1] ?? 0);
    if ((ends[cell] ?? 0) - start !== to - from) continue;
    let at = from;
    while (at < to && source[at] === bytes[start + at - from]) at++;
    if (at === to) return codes[cell] ?? -1;
  }
}

export function keepRaw(cells: RawCells, source: Uint8Array, from: number, to: number, hash: number, code: number): void {
  if (to - from > longestKept || cells.count === mostKept) return;
  const start = cells.count === 0 ? 0 : (cells.ends[cells.count - 1] ?? 0);
  grow(cells, start + to - from);
  cells.bytes.set(source.subarray(from, to), start);
  cells.ends[cells.count] = start + to - from;
  cells.hashes[cells.count] = hash;
  cells.codes[cells.count] = code;
  cells.count++;
  enter(cells.slots, hash, cells.count);
}

function grow(cells: RawCells, bytes: number): void {
  if (bytes > cells.bytes.length) {
    const longer = new Uint8Array(Math.max(bytes, cells.bytes.length * 2));
    longer.set(cells.bytes);
    cells.bytes = longer;
  }
  if (cells.count < cells.hashes.length) return;
  cells.hashes = doubled(cells.hashes);
  cells.codes = doubled(cells.codes);
  cells.ends = doubled(cells.ends);
  cells.slots = new Int32Array(cells.slots.length * 2);
  for (let cell = 0; cell < cells.count; cell++) enter(cells.slots, cells.hashes[cell] ?? 0, cell + 1);
}

function enter(slots: Int32Array, hash: number, value: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = value;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
