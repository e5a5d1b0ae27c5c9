import type { FileMetaData } from 'hyparquet';
import { parquetMetadataAsync } from 'hyparquet/src/metadata.js';
import type { DataFailure } from '../../language';
import { finishColumn, type GrowingColumn, growColumn } from '../growing';
import type { Slices, TableOptions, TableResult } from '../options';
import { type Parts, UnreadableFile } from '../parts';
import { type CellTaker, cellTaker, NoText } from './cells';
import { pagesOf } from './pages';
import { type Plan, type PlannedChunk, planOf, refused } from './plan';
import { isPlainNumber } from './texts';

/**
 * A Parquet file as the table that a CSV export of it would give. It is read column by column, and held so. Rejects where its parts
 * can't be read, and when cancelled.
 */
export async function readParquet(parts: Parts, options: TableOptions, slices: Slices): Promise<TableResult> {
  const plan = await describe(parts, options);
  if ('failure' in plan) return plan;
  const columns = plan.columns.map(({ name }) => growColumn(name, plan.rows));
  const { pause, progress } = slices;
  for (const [at, chunk] of plan.chunks.entries()) {
    const column = columns[chunk.column];
    const bytes = await parts.part(chunk.from, chunk.to);
    const next = column === undefined ? undefined : pageTaker(bytes, plan, chunk, column);
    for (let taken = 0; next !== undefined && taken < chunk.rows; ) {
      await pause();
      const cells = next(taken);
      if (typeof cells !== 'number') return { failure: failureIn(options.file, plan.columns[chunk.column]?.name ?? '', cells) };
      taken += cells;
    }
    progress((at + 1) / plan.chunks.length);
  }
  const finished = new Map(columns.map((column) => [column.name, finishColumn(column, plan.rows)]));
  return {
    table: { file: options.file, rows: plan.rows, columns: finished, delimiter: ',', decimal: plan.sign, encoding: 'parquet' },
  };
}

async function describe(parts: Parts, options: TableOptions): Promise<Plan | { readonly failure: DataFailure }> {
  try {
    return planOf(await metadataOf(parts), parts.size, options);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return { failure: damaged(options.file, reasonOf(error)) };
  }
}

function metadataOf(parts: Parts): Promise<FileMetaData> {
  const slice = async (from: number, to = parts.size) => (await parts.part(from, to)).slice().buffer;
  return parquetMetadataAsync({ byteLength: parts.size, slice }, { geoparquet: false });
}

/** Takes page after page of a chunk into its column, and gives how many cells each has, or what is wrong with it. */
function pageTaker(
  bytes: Uint8Array,
  { columns, sign }: Plan,
  { column: at, metadata, firstRow, rows }: PlannedChunk,
  column: GrowingColumn,
): ((taken: number) => number | Error) | undefined {
  const planned = columns[at];
  if (planned === undefined) return undefined;
  const { leaf, textOf } = planned;
  const pages = pagesOf(bytes, { element: leaf.element, type: metadata.type, codec: metadata.codec }, rows);
  const taker: CellTaker = cellTaker(column, textOf, isPlainNumber(leaf.element), sign);
  return (taken) => {
    try {
      const { value: page, done } = pages.next();
      if (done === true) return new Error('it ends too early');
      taker.take(page, firstRow + taken);
      return page.cells;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
}

function failureIn(file: string, column: string, error: Error): DataFailure {
  return error instanceof NoText
    ? refused(file, column, 'holds bytes that are no text, or a time that no calendar has')
    : damaged(file, `column \`${column}\`: ${error.message}`);
}

function damaged(file: string, why: string): DataFailure {
  const message = `${file} is a Parquet file that is damaged, encrypted or written in a way this version can't read (${why}): write it again, or export it as CSV.`;
  return { code: 'format', message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
