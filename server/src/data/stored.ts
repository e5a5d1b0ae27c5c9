import type { Codes, DataTable, TextColumn } from '../language';
import type { Parts } from './parts';

/**
 * A table as bytes, in pieces: what it is, then a header that says where everything stands, then the arrays as they are in memory of
 * a machine that puts the least byte first, each at a multiple of eight. `undefined` where it can't be written so.
 */
export function bytesOfTable({ rows, columns, delimiter, decimal, encoding }: DataTable): readonly Uint8Array[] | undefined {
  if (!leastByteFirst()) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const place = (bytes: Uint8Array): Section => {
    const at = length;
    const padding = -bytes.length & 7;
    pieces.push(bytes, new Uint8Array(padding));
    length += bytes.length + padding;
    return { at, length: bytes.length, sum: checksum(bytes) };
  };
  const described = [...columns.values()].map((column): StoredColumn => {
    if (column.kind === 'numbers') {
      const { numbers, ...form } = column;
      return { ...form, cells: place(bytesOf(numbers)) };
    }
    const { name, dictionary, codes } = column;
    const texts = place(new TextEncoder().encode(JSON.stringify(dictionary)));
    return { kind: 'codes', name, texts, width: codes.BYTES_PER_ELEMENT, cells: place(bytesOf(codes)) };
  });
  const header: Header = { rows, delimiter, decimal, encoding, columns: described };
  const bytes = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(preamble);
  start.set(signature);
  new DataView(start.buffer).setUint32(8, bytes.length, true);
  new DataView(start.buffer).setUint32(12, checksum(bytes), true);
  return [start, bytes, new Uint8Array(-bytes.length & 7), ...pieces];
}

/** The table that was written as these bytes; `undefined` for any others. Rejects where they can't be read. */
export async function tableOfBytes(parts: Parts, file: string): Promise<DataTable | undefined> {
  if (!leastByteFirst() || parts.size < preamble) return undefined;
  const start = await parts.part(0, preamble);
  if (!signature.every((byte, at) => start[at] === byte)) return undefined;
  const view = new DataView(start.buffer, start.byteOffset);
  const headerLength = view.getUint32(8, true);
  const from = preamble + headerLength + (-headerLength & 7);
  if (from > parts.size) return undefined;
  const bytes = await parts.part(preamble, preamble + headerLength);
  if (checksum(bytes) !== view.getUint32(12, true)) return undefined;
  // What has the right sum is what was written.
  const header: Header = JSON.parse(new TextDecoder().decode(bytes));
  const columns = new Map<string, TextColumn>();
  for (const column of header.columns) {
    const read = await readColumn(column, header.rows, (section) => readSection(parts, from, section));
    if (read === undefined) return undefined;
    columns.set(read.name, read);
  }
  const { rows, delimiter, decimal, encoding } = header;
  return { file, rows, columns, delimiter, decimal, encoding };
}

/** The last digits are the version: a table that another version has written is not read. */
const signature = new TextEncoder().encode('CBTABLE1');
const preamble = 16;

interface Header extends Omit<DataTable, 'file' | 'columns'> {
  readonly columns: readonly StoredColumn[];
}

type StoredColumn =
  | {
      readonly kind: 'codes';
      readonly name: string;
      readonly texts: Section;
      readonly width: number;
      readonly cells: Section;
    }
  | {
      readonly kind: 'numbers';
      readonly name: string;
      readonly decimals?: number;
      readonly sign: '.' | ',';
      readonly cells: Section;
    };

/** Where bytes stand behind the header, and their sum. */
interface Section {
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

type Read = (section: Section) => Promise<Uint8Array<ArrayBuffer> | undefined>;

async function readColumn(column: StoredColumn, rows: number, read: Read): Promise<TextColumn | undefined> {
  const cells = await read(column.cells);
  if (cells === undefined) return undefined;
  if (column.kind === 'numbers') {
    const { cells: _, ...form } = column;
    return cells.length === rows * 8 ? { ...form, numbers: new Float64Array(cells.buffer) } : undefined;
  }
  const texts = await read(column.texts);
  if (texts === undefined || cells.length !== rows * column.width) return undefined;
  const dictionary: readonly string[] = JSON.parse(new TextDecoder().decode(texts));
  return { kind: 'codes', name: column.name, dictionary, codes: codesIn(cells.buffer, column.width) };
}

function codesIn(buffer: ArrayBuffer, width: number): Codes {
  if (width === 1) return new Uint8Array(buffer);
  return width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}

async function readSection(
  parts: Parts,
  from: number,
  { at, length, sum }: Section,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (from + at + length > parts.size) return undefined;
  const bytes = (await parts.part(from + at, from + at + length)).slice();
  return checksum(bytes) === sum ? bytes : undefined;
}

function bytesOf({ buffer, byteOffset, byteLength }: Codes | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A sum in which the place of each word counts (Fletcher's, over words of 32 bits): what was not written to the end has another. */
function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  let sum = bytes.byteLength | 0;
  let weighted = 1;
  for (let at = 0; at < words.length; at++) {
    sum = (sum + (words[at] ?? 0)) | 0;
    weighted = (weighted + sum) | 0;
  }
  for (let at = words.length * 4; at < bytes.byteLength; at++) {
    sum = (sum + (bytes[at] ?? 0)) | 0;
    weighted = (weighted + sum) | 0;
  }
  return (sum ^ ((weighted << 16) | (weighted >>> 16))) >>> 0;
}

function leastByteFirst(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
