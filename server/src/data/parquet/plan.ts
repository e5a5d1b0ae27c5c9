import type { ColumnMetaData, FileMetaData, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet/src/metadata.js';
import { compressors } from 'hyparquet-compressors';
import type { DataFailure } from '../../language';
import { namesOf } from '../columns';
import type { TableOptions } from '../options';
import { type TextOf, textOfType } from './texts';

/** What is to be read of a file. */
export interface Plan {
  readonly rows: number;
  /** The sign before decimals. */
  readonly sign: '.' | ',';
  readonly columns: readonly PlannedColumn[];
  /** Group by group, column by column. */
  readonly chunks: readonly PlannedChunk[];
}

export interface PlannedColumn {
  readonly name: string;
  readonly leaf: SchemaTree;
  readonly textOf: TextOf;
}

/** The cells of one column in one group of rows. */
export interface PlannedChunk {
  /** Which of the columns. */
  readonly column: number;
  readonly metadata: ColumnMetaData;
  /** Where it stands in the file, in bytes. */
  readonly from: number;
  readonly to: number;
  readonly firstRow: number;
  readonly rows: number;
}

/** The plan for a file of so many bytes, or why it can't be read. Throws where the description contradicts itself. */
export function planOf(metadata: FileMetaData, size: number, options: TableOptions): Plan | { readonly failure: DataFailure } {
  const root = parquetSchema(metadata);
  const sign = options.decimal ?? '.';
  const nested = root.children.find(({ children, element }) => children.length > 0 || element.repetition_type === 'REPEATED');
  if (nested !== undefined) return { failure: refused(options.file, nested.element.name, 'holds lists or groups of values') };
  const named = namesOf(
    options.file,
    root.children.map(({ element }) => element.name),
  );
  if (named.failure !== undefined) return { failure: named.failure };
  const columns: PlannedColumn[] = [];
  for (const leaf of root.children) {
    const textOf = textOfType(leaf.element, sign);
    const name = leaf.element.name.trim();
    if (textOf === undefined) return { failure: refused(options.file, name, 'holds what is no text, number or date') };
    columns.push({ name, leaf, textOf });
  }
  const rows = Number(metadata.num_rows);
  const chunks: PlannedChunk[] = [];
  let firstRow = 0;
  for (const group of metadata.row_groups) {
    const inGroup = Number(group.num_rows);
    for (const [column, { name }] of columns.entries()) {
      const chunk = group.columns[column]?.meta_data;
      const why = chunk === undefined ? encrypted(options.file, name) : packed(options.file, name, chunk.codec);
      if (chunk === undefined || why !== undefined) return { failure: why ?? encrypted(options.file, name) };
      const range = rangeOf(chunk);
      if (!(range.from >= 0 && range.from <= range.to && range.to <= size))
        throw new Error(`column \`${name}\` lies outside the file`);
      chunks.push({ column, metadata: chunk, ...range, firstRow, rows: inGroup });
    }
    firstRow += inGroup;
  }
  if (rows !== firstRow || !(rows >= 0 && rows <= mostRows)) throw new Error(`its number of rows can't be right`);
  return { rows, sign, columns, chunks };
}

/** More do not fit the memory of anything this runs on. */
const mostRows = 2 ** 31;

/** Where a column of a group stands. Its dictionary comes first; some writers say that it stands at 0 where there is none. */
function rangeOf(chunk: ColumnMetaData): { readonly from: number; readonly to: number } {
  const dictionary = Number(chunk.dictionary_page_offset ?? 0n);
  const data = Number(chunk.data_page_offset);
  const from = dictionary > 0 && dictionary < data ? dictionary : data;
  return { from, to: from + Number(chunk.total_compressed_size) };
}

export function refused(file: string, column: string, why: string): DataFailure {
  const message = `Column \`${column}\` of ${file} ${why}, which can't be read as data of a survey: leave it out when the file is written, or write it as text.`;
  return { code: 'format', message };
}

/** `undefined` where the compression is one that can be read. */
function packed(file: string, column: string, codec: ColumnMetaData['codec']): DataFailure | undefined {
  if (codec === 'UNCOMPRESSED' || compressors[codec] !== undefined) return undefined;
  const message = `Column \`${column}\` of ${file} is compressed with ${codec}, which this version can't read: write the file with Zstandard or Snappy.`;
  return { code: 'format', message };
}

function encrypted(file: string, column: string): DataFailure {
  return { code: 'format', message: `Column \`${column}\` of ${file} is encrypted: write the file without encryption.` };
}
