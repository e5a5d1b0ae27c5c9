/**
 * The inner loops of counting in memory, in AssemblyScript: what `server/src/language/shares/kernel/plain.ts` does in
 * JavaScript, with the same results to the last bit. All arguments are places in the linear memory, in bytes, and numbers of
 * rows; the caller lays the memory out and keeps every place within it. `npm run generate` compiles it.
 */

/** Adds to the cell of each row what the lookup has for the row's place. Cells and lookup are of two bytes. */
export function locate(cells: usize, places: usize, lookup: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const cell = cells + (row << 1);
    store<u16>(cell, load<u16>(cell) + load<u16>(lookup + ((load<u8>(places + row) as usize) << 1)));
  }
}

/**
 * Adds each row's weight and its square to the slot of its cell and place, side by side, and 1 to the slot's count. Slots are
 * worked out for four rows at a time and squares for two; what is added to a slot comes in the order of rows.
 */
export function sums(totals: usize, counts: usize, cells: usize, places: usize, weights: usize, rows: usize, width: u32): void {
  const widths = i32x4.splat(width);
  const whole = rows & ~3;
  for (let row: usize = 0; row < whole; row += 4) {
    const cell = v128.load_ext<u16>(cells + (row << 1));
    const place = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load_zero<u32>(places + row)));
    const slot = i32x4.add(i32x4.mul(cell, widths), place);
    const weight = v128.load(weights + (row << 3));
    const square = f64x2.mul(weight, weight);
    const nextWeight = v128.load(weights + (row << 3), 16);
    const nextSquare = f64x2.mul(nextWeight, nextWeight);
    addTo(totals, counts, i32x4.extract_lane(slot, 0), v128.shuffle<f64>(weight, square, 0, 2));
    addTo(totals, counts, i32x4.extract_lane(slot, 1), v128.shuffle<f64>(weight, square, 1, 3));
    addTo(totals, counts, i32x4.extract_lane(slot, 2), v128.shuffle<f64>(nextWeight, nextSquare, 0, 2));
    addTo(totals, counts, i32x4.extract_lane(slot, 3), v128.shuffle<f64>(nextWeight, nextSquare, 1, 3));
  }
  for (let row = whole; row < rows; row++) {
    const slot = (load<u16>(cells + (row << 1)) as u32) * width + (load<u8>(places + row) as u32);
    const weight = load<f64>(weights + (row << 3));
    addTo(totals, counts, slot, f64x2.replace_lane(f64x2.splat(weight), 1, weight * weight));
  }
}

function addTo(totals: usize, counts: usize, slot: u32, both: v128): void {
  const total = totals + ((slot as usize) << 4);
  const count = counts + ((slot as usize) << 2);
  v128.store(total, f64x2.add(v128.load(total), both));
  store<u32>(count, load<u32>(count) + 1);
}

/** Adds 1 to the count of the slot of each row's cell and place. */
export function counts(counts: usize, cells: usize, places: usize, rows: usize, width: u32): void {
  for (let row: usize = 0; row < rows; row++) {
    const slot = (load<u16>(cells + (row << 1)) as u32) * width + (load<u8>(places + row) as u32);
    const count = counts + ((slot as usize) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
}

/** Adds each row's replicate weights, which lie row by row and are an even number, to those of the row's slot. */
export function repeat(
  totals: usize,
  cells: usize,
  places: usize,
  weights: usize,
  rows: usize,
  width: u32,
  replicates: usize,
): void {
  const bytes = replicates << 3;
  for (let row: usize = 0; row < rows; row++) {
    const slot = (load<u16>(cells + (row << 1)) as u32) * width + (load<u8>(places + row) as u32);
    const total = totals + (slot as usize) * bytes;
    const weight = weights + row * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(total + at, f64x2.add(v128.load(total + at), v128.load(weight + at)));
    }
  }
}

/** Takes the chosen rows out of a column of bytes; rows are numbers of two bytes. */
export function pick(to: usize, places: usize, chosen: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    store<u8>(to + row, load<u8>(places + (load<u16>(chosen + (row << 1)) as usize)));
  }
}

/**
 * Adds to the byte of each row what the table has for the row's place, which is below 16. Reads and writes up to 15 bytes
 * beyond the rows.
 */
export function add(states: usize, places: usize, table: usize, rows: usize): void {
  const lookup = v128.load(table);
  for (let row: usize = 0; row < rows; row += 16) {
    v128.store(states + row, i8x16.add(v128.load(states + row), i8x16.swizzle(lookup, v128.load(places + row))));
  }
}

/** Sets in the byte of each row the bits that the table has for the row's place less `first`; others stay as they are. */
export function mark(states: usize, places: usize, table: usize, rows: usize, first: u32): void {
  const lookup = v128.load(table);
  const from = i8x16.splat(first as i8);
  for (let row: usize = 0; row < rows; row += 16) {
    const bits = i8x16.swizzle(lookup, i8x16.sub(v128.load(places + row), from));
    v128.store(states + row, v128.or(v128.load(states + row), bits));
  }
}
