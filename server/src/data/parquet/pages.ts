import type { ColumnMetaData, DecodedArray, PageHeader, SchemaElement } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { compressors } from 'hyparquet-compressors';
import { readHybrid } from './hybrid';

/** Cells of one page. */
export interface Page {
  readonly cells: number;
  /** The values of those cells that have one; where there is a dictionary, their places in it. */
  readonly values: DecodedArray;
  readonly dictionary: DecodedArray | undefined;
  /** Of each cell, 1 where it has a value; absent where all have. */
  readonly levels: Uint8Array | undefined;
}

/** What the pages of a column have in common. */
export interface PageKind {
  readonly element: SchemaElement;
  readonly type: ColumnMetaData['type'];
  readonly codec: ColumnMetaData['codec'];
}

/** The pages of a column in one group of rows, one at a time. Throws on what is damaged or unknown. */
export function* pagesOf(bytes: Uint8Array, kind: PageKind, rows: number): Generator<Page> {
  const reader = { view: viewOf(bytes), offset: 0 };
  let dictionary: DecodedArray | undefined;
  for (let read = 0; read < rows; ) {
    if (reader.offset >= bytes.length) throw new Error(`it ends after ${read} of ${rows} cells`);
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    if (!(size >= 0 && reader.offset + size <= bytes.length)) throw new Error('a page of it ends outside');
    const content = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = dictionaryOf(content, header, kind);
      continue;
    }
    const { data_page_header: first, data_page_header_v2: second } = header;
    const cells = first?.num_values ?? second?.num_values ?? 0;
    if (!(cells >= 0 && cells <= rows - read)) throw new Error(`it has more than ${rows} cells`);
    const data = first === undefined ? secondVersion(content, header, kind) : firstVersion(content, header, kind);
    if (data === undefined) continue;
    const isCoded = data.encoding.endsWith('_DICTIONARY');
    if (isCoded && dictionary === undefined) throw new Error('its dictionary is missing');
    const values = valuesOf(data, kind);
    read += cells;
    yield { cells, values, dictionary: isCoded ? dictionary : undefined, levels: data.levels };
  }
}

function dictionaryOf(content: Uint8Array, header: PageHeader, { codec, type, element }: PageKind): DecodedArray {
  const page = decompressPage(content, header.uncompressed_page_size, codec, compressors);
  const count = header.dictionary_page_header?.num_values ?? 0;
  if (!(count >= 0 && count <= page.length * 8)) throw new Error('its dictionary can not be as long as it says');
  return readPlain({ view: viewOf(page), offset: 0 }, type, count, element.type_length);
}

/** The values of a page as bytes, behind the levels that tell which cells have one. */
interface PageData {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly count: number;
  readonly encoding: string;
  readonly levels: Uint8Array | undefined;
}

function firstVersion(content: Uint8Array, header: PageHeader, { codec, element }: PageKind): PageData | undefined {
  const { data_page_header: page } = header;
  if (page === undefined) return undefined;
  const bytes = decompressPage(content, header.uncompressed_page_size, codec, compressors);
  if (element.repetition_type === 'REQUIRED') {
    return { bytes, at: 0, count: page.num_values, encoding: page.encoding, levels: undefined };
  }
  if (page.definition_level_encoding !== 'RLE')
    throw new Error(`its empty cells are encoded as ${page.definition_level_encoding}`);
  const length = viewOf(bytes).getUint32(0, true);
  const { levels, count } = levelsOf(bytes.subarray(4, 4 + length), page.num_values);
  return { bytes, at: 4 + length, count, encoding: page.encoding, levels };
}

function secondVersion(content: Uint8Array, header: PageHeader, { codec, element }: PageKind): PageData | undefined {
  const { data_page_header_v2: page } = header;
  if (page === undefined) return undefined;
  const before = page.repetition_levels_byte_length;
  const at = before + page.definition_levels_byte_length;
  if (!(before >= 0 && at >= before && at <= content.length)) throw new Error('a page of it ends outside');
  const packed = content.subarray(at);
  const bytes =
    page.is_compressed === false ? packed : decompressPage(packed, header.uncompressed_page_size - at, codec, compressors);
  const isNullable = element.repetition_type !== 'REQUIRED';
  const known = isNullable
    ? levelsOf(content.subarray(before, at), page.num_values)
    : { levels: undefined, count: page.num_values };
  return { bytes, at: 0, encoding: page.encoding, ...known };
}

function levelsOf(bytes: Uint8Array, cells: number): { readonly levels: Uint8Array; readonly count: number } {
  const levels = new Uint8Array(cells);
  readHybrid(bytes, 0, 1, levels);
  let count = 0;
  for (const level of levels) count += level;
  return { levels, count };
}

function valuesOf({ bytes, at, count, encoding }: PageData, { type, element }: PageKind): DecodedArray {
  const reader = { view: viewOf(bytes), offset: at };
  switch (encoding) {
    case 'PLAIN':
      return readPlain(reader, type, count, element.type_length);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY': {
      const codes = new Uint32Array(count);
      if (count > 0) readHybrid(bytes, at + 1, bytes[at] ?? 0, codes);
      return codes;
    }
    case 'RLE': {
      if (type !== 'BOOLEAN') break;
      const bits = new Uint8Array(count);
      readHybrid(bytes, at + 4, 1, bits);
      return Array.from(bits, (bit) => bit === 1);
    }
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(reader, count, type, element.type_length);
    case 'DELTA_BINARY_PACKED': {
      const numbers = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      deltaBinaryUnpack(reader, count, numbers);
      return numbers;
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const texts: Uint8Array[] = new Array(count);
      deltaLengthByteArray(reader, count, texts);
      return texts;
    }
    case 'DELTA_BYTE_ARRAY': {
      const texts: Uint8Array[] = new Array(count);
      deltaByteArray(reader, count, texts);
      return texts;
    }
  }
  throw new Error(`its values are encoded as ${encoding}`);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
