import type { Kernel } from './kernel';

/** The kernel in JavaScript, for where WebAssembly is missing. It adds in the same order as the other. */
export function plainKernel(): Kernel {
  let views = viewsOf(new ArrayBuffer(65_536));
  return {
    reserve(size) {
      if (size > views.buffer.byteLength) views = viewsOf(new ArrayBuffer(size + (size >> 2)));
      return views.buffer;
    },
    locate: (cells, places, lookup, rows) => locate(views, cells, places, lookup, rows),
    sums: (totals, counts, cells, places, weights, rows, width) =>
      sums(views, totals, counts, { cells, places, rows, width }, weights),
    counts: (counts, cells, places, rows, width) => count(views, counts, { cells, places, rows, width }),
    repeat: (totals, cells, places, weights, rows, width, replicates) =>
      repeat(views, totals, { cells, places, rows, width }, weights, replicates),
    pick: (to, places, chosen, rows) => pick(views, to, places, chosen, rows),
    add(states, places, table, rows) {
      const { bytes } = views;
      for (let row = 0; row < rows; row++) {
        bytes[states + row] = (bytes[states + row] ?? 0) + entry(bytes, table, bytes[places + row] ?? 0);
      }
    },
    mark(states, places, table, rows, first) {
      const { bytes } = views;
      for (let row = 0; row < rows; row++) {
        bytes[states + row] = (bytes[states + row] ?? 0) | entry(bytes, table, (bytes[places + row] ?? 0) - first);
      }
    },
  };
}

interface Views {
  readonly buffer: ArrayBuffer;
  readonly bytes: Uint8Array;
  readonly shorts: Uint16Array;
  readonly longs: Uint32Array;
  readonly doubles: Float64Array;
}

function viewsOf(buffer: ArrayBuffer): Views {
  const whole = buffer.byteLength & ~7;
  return {
    buffer,
    bytes: new Uint8Array(buffer),
    shorts: new Uint16Array(buffer, 0, whole >> 1),
    longs: new Uint32Array(buffer, 0, whole >> 2),
    doubles: new Float64Array(buffer, 0, whole >> 3),
  };
}

/** The rows that are counted: their cells and places, and how many places a cell has. */
interface Slots {
  readonly cells: number;
  readonly places: number;
  readonly rows: number;
  readonly width: number;
}

function locate({ bytes, shorts }: Views, cells: number, places: number, lookup: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const cell = (cells >> 1) + row;
    shorts[cell] = (shorts[cell] ?? 0) + (shorts[(lookup >> 1) + (bytes[places + row] ?? 0)] ?? 0);
  }
}

function sums(views: Views, totals: number, counts: number, { cells, places, rows, width }: Slots, weights: number): void {
  const { bytes, shorts, longs, doubles } = views;
  for (let row = 0; row < rows; row++) {
    const slot = (shorts[(cells >> 1) + row] ?? 0) * width + (bytes[places + row] ?? 0);
    const total = totals / 8 + slot * 2;
    const weight = doubles[weights / 8 + row] ?? 0;
    doubles[total] = (doubles[total] ?? 0) + weight;
    doubles[total + 1] = (doubles[total + 1] ?? 0) + weight * weight;
    longs[counts / 4 + slot] = (longs[counts / 4 + slot] ?? 0) + 1;
  }
}

function count({ bytes, shorts, longs }: Views, counts: number, { cells, places, rows, width }: Slots): void {
  for (let row = 0; row < rows; row++) {
    const slot = counts / 4 + (shorts[(cells >> 1) + row] ?? 0) * width + (bytes[places + row] ?? 0);
    longs[slot] = (longs[slot] ?? 0) + 1;
  }
}

function repeat(
  { bytes, shorts, doubles }: Views,
  totals: number,
  { cells, places, rows, width }: Slots,
  weights: number,
  replicates: number,
): void {
  for (let row = 0; row < rows; row++) {
    const slot = (shorts[(cells >> 1) + row] ?? 0) * width + (bytes[places + row] ?? 0);
    const total = totals / 8 + slot * replicates;
    const weight = weights / 8 + row * replicates;
    for (let at = 0; at < replicates; at++) doubles[total + at] = (doubles[total + at] ?? 0) + (doubles[weight + at] ?? 0);
  }
}

function pick({ bytes, shorts }: Views, to: number, places: number, chosen: number, rows: number): void {
  for (let row = 0; row < rows; row++) bytes[to + row] = bytes[places + (shorts[(chosen >> 1) + row] ?? 0)] ?? 0;
}

/** As vectors look up: nothing beyond a table of 16. */
function entry(bytes: Uint8Array, table: number, place: number): number {
  return place >= 0 && place < 16 ? (bytes[table + place] ?? 0) : 0;
}
