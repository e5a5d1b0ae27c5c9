import type { Kernel } from './kernel';
import { aligned } from './kernel';
import { lookUp, type Source } from './look-up';

/** An item of a count: what each of its at most 16 places counts as. */
export interface Countable {
  readonly places: Uint8Array;
  readonly classes: readonly ('yes' | 'no' | 'unknown' | 'not_asked')[];
}

interface Counting {
  readonly rows: number;
  readonly kernel: Kernel;
}

interface State {
  readonly yes: number;
  readonly unknown: number;
  readonly notAsked: boolean;
}

export interface Counted {
  readonly states: readonly State[];
  readonly source: (merged?: readonly number[]) => Source;
}

/** Rows that are counted at a time. */
const blockRows = 16_384;

/** The byte of a row of which an item was not asked; yes and unknown never come to it together. */
const notAskedByte = 255;

/** Whether yes and unknown fit into a byte: yes + (items + 1) × unknown. */
export function isPacked(items: readonly Countable[]): boolean {
  return (items.length + 1) ** 2 <= 256;
}

/** All states there can be, each row's as a byte that is then looked up. */
export function countBytes(items: readonly Countable[], counting: Counting): Counted {
  const isPossible = (one: Countable['classes'][number]) => items.some(({ classes }) => classes.includes(one));
  const states: State[] = [];
  const most = isPossible('unknown') ? items.length : 0;
  for (let unknown = 0; unknown <= most; unknown++) {
    for (let yes = 0; yes + unknown <= items.length; yes++) states.push({ yes, unknown, notAsked: false });
  }
  if (isPossible('not_asked')) states.push({ yes: 0, unknown: 0, notAsked: true });
  const byteOf = ({ yes, unknown, notAsked }: State) => (notAsked ? notAskedByte : yes + unknown * (items.length + 1));
  return {
    states,
    source(merged) {
      const table = new Uint8Array(256);
      for (const [at, state] of states.entries()) table[byteOf(state)] = merged?.[at] ?? at;
      const distinct = merged === undefined ? states.length : Math.max(...merged) + 1;
      return { places: statesOf(items, table, states.map(byteOf), counting), distinct };
    },
  };
}

function statesOf(
  items: readonly Countable[],
  table: Uint8Array,
  bytesUsed: readonly number[],
  { rows, kernel }: Counting,
): Uint8Array {
  const found = new Uint8Array(rows);
  const firsts = [...new Set(bytesUsed.map((byte) => byte & ~15))];
  const block = blockOf(kernel, Math.min(rows, blockRows), items.length * 2 + firsts.length + 1);
  const unit = items.length + 1;
  const adding = items.map(({ classes }) =>
    block.table(classes.map((one) => (one === 'yes' ? 1 : one === 'unknown' ? unit : 0))),
  );
  const leaving = items.map(({ classes }) =>
    classes.includes('not_asked') ? block.table(classes.map((one) => (one === 'not_asked' ? 1 : 0))) : undefined,
  );
  const isOut = block.table([0, notAskedByte]);
  const results = firsts.map((first) => ({ first, table: block.table(table.subarray(first, first + 16)) }));
  for (let from = 0; from < rows; from += blockRows) {
    const length = Math.min(blockRows, rows - from);
    block.clear();
    for (const [at, { places }] of items.entries()) {
      block.bytes.set(places.subarray(from, from + length), block.places);
      kernel.add(block.states, block.places, adding[at] ?? 0, length);
      const leaves = leaving[at];
      if (leaves !== undefined) kernel.mark(block.out, block.places, leaves, length, 0);
    }
    kernel.mark(block.states, block.out, isOut, length, 0);
    for (const { first, table: result } of results) kernel.mark(block.results, block.states, result, length, first);
    found.set(block.bytes.subarray(block.results, block.results + length), from);
  }
  return found;
}

interface Block {
  readonly bytes: Uint8Array;
  readonly states: number;
  readonly out: number;
  readonly places: number;
  readonly results: number;
  /** Puts a table of up to 16 bytes into the memory and gives its place. */
  readonly table: (bytes: ArrayLike<number>) => number;
  /** Makes all rows nothing. */
  readonly clear: () => void;
}

function blockOf(kernel: Kernel, rows: number, tables: number): Block {
  const size = aligned(rows + 16);
  const buffer = kernel.reserve(size * 4 + tables * 16);
  const bytes = new Uint8Array(buffer);
  let next = size * 4;
  return {
    bytes,
    states: 0,
    out: size,
    results: size * 2,
    places: size * 3,
    table(values) {
      const place = next;
      next += 16;
      bytes.fill(0, place, next);
      bytes.set(values, place);
      return place;
    },
    clear: () => {
      bytes.fill(0, 0, size * 3);
    },
  };
}

/** Of more than 15 items: yes and unknown in bytes of their own, and the states that rows have. */
export function countPairs(items: readonly Countable[], { rows }: Counting): Counted {
  const yes = new Uint8Array(rows);
  const unknown = new Uint8Array(rows);
  for (const { places, classes } of items) {
    const isYes = Uint8Array.from(classes, (one) => (one === 'yes' ? 1 : 0));
    const isUnknown = Uint8Array.from(classes, (one) => (one === 'unknown' ? 1 : 0));
    for (let row = 0; row < rows; row++) {
      const place = places[row] ?? 0;
      yes[row] = (yes[row] ?? 0) + (isYes[place] ?? 0);
      unknown[row] = (unknown[row] ?? 0) + (isUnknown[place] ?? 0);
    }
  }
  const out = outOf(items, rows);
  const states: State[] = [];
  const places = lookUp(
    [
      { places: yes, distinct: items.length + 1 },
      { places: unknown, distinct: items.length + 1 },
      { places: out, distinct: 2 },
    ],
    rows,
    ([y = 0, u = 0, o = 0]) => {
      const found = o === 1 ? states.findIndex(({ notAsked }) => notAsked) : -1;
      return found >= 0 ? found : states.push({ yes: y, unknown: u, notAsked: o === 1 }) - 1;
    },
  );
  return {
    states,
    source: (merged) => ({
      places:
        merged === undefined ? places : lookUp([{ places, distinct: states.length }], rows, ([at = 0]) => merged[at] ?? 0),
      distinct: merged === undefined ? states.length : Math.max(0, ...merged) + 1,
    }),
  };
}

/** 1 in the rows of which an item was not asked. */
function outOf(items: readonly Countable[], rows: number): Uint8Array {
  const out = new Uint8Array(rows);
  for (const { places, classes } of items) {
    const at = classes.indexOf('not_asked');
    if (at < 0) continue;
    for (let row = 0; row < rows; row++) if (classes[places[row] ?? 0] === 'not_asked') out[row] = 1;
  }
  return out;
}
