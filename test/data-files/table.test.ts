import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createDataCache, parseTable, type TableOptions, type TableResult } from '../../server/src/data';
import type { DataTable, TextColumn } from '../../server/src/language';
import { textReader } from '../../server/src/language/shares/text-column';
import { localFiles } from '../../server/src/machine';
import { readTruth } from './truth';

interface Case {
  readonly title: string;
  /** The file as text, in this encoding. */
  readonly text: string;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly options?: Partial<TableOptions>;
  /** Column by column, or the failure's line and sentence. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  readonly read?: string;
  readonly failure?: string;
}

const cases: readonly Case[] = readTruth('tables.json');
const never = new AbortController().signal;

describe('a table is read from CSV and TSV', () => {
  for (const one of cases) {
    it(one.title, async () => {
      const bytes = encode(one.text, one.encoding ?? 'utf-8');
      const result = parseTable(bytes, { file: 'answers.csv', ...one.options });
      assert.deepEqual(told(result), { ...wanted(one) });
      await withFile(bytes, one.options?.file ?? 'answers.csv', async (path) => {
        assert.deepEqual(
          told(await createDataCache(localFiles).read(path, one.options ?? {}, never)),
          { ...wanted(one) },
          'read in slices',
        );
      });
    });
  }
});

describe('data files', () => {
  it('are read once while they are unchanged, and give the same table when only touched', () =>
    withFile(encode('a;b\n1;2\n', 'utf-8'), 'answers.csv', async (path) => {
      const cache = createDataCache(localFiles);
      const first = await cache.read(path, {}, never);
      assert.equal((await cache.read(path, {}, never)).table, first.table);
      await utimes(path, new Date(0), new Date(0));
      assert.equal((await cache.read(path, {}, never)).table, first.table);
      await writeFile(path, 'a;b\n3;4\n');
      const changed = await cache.read(path, {}, never);
      assert.deepEqual(cellsOf(changed.table, 'a'), ['3']);
      assert.notEqual((await cache.read(path, { delimiter: ',' }, never)).table, changed.table);
    }));

  it('are read each time where nobody knows when they changed', async () => {
    let text = 'a;b\n1;2\n';
    const cache = createDataCache({
      stat: async () => ({ kind: 'file', size: text.length, modified: 0 }),
      bytes: async () => new TextEncoder().encode(text),
    });
    const first = await cache.read('memory:/answers.csv', {}, never);
    assert.equal((await cache.read('memory:/answers.csv', {}, never)).table, first.table);
    text = 'a;b\n3;2\n';
    const { table } = await cache.read('memory:/answers.csv', {}, never);
    assert.deepEqual(cellsOf(table, 'a'), ['3']);
    assert.equal(table?.file, 'answers.csv');
  });

  it('that are not there, or are folders, are failures', async () => {
    const missing = await createDataCache(localFiles).read('/nowhere/answers.csv', {}, never);
    assert.equal(missing.failure?.code, 'missing');
    const folder = await createDataCache(localFiles).read(tmpdir(), { file: 'answers' }, never);
    assert.equal(folder.failure?.message, 'answers is not a file: name a CSV, TSV or Parquet file.');
  });

  it('are no longer read once cancelled, and tell how far they came', () => {
    const text = `a;b\n${'1;2\n'.repeat(300_000)}`;
    return withFile(encode(text, 'utf-8'), 'answers.csv', async (path) => {
      const done: number[] = [];
      const { table } = await createDataCache(localFiles).read(path, {}, never, (share) => done.push(share));
      assert.equal(table?.rows, 300_000);
      assert.ok(done.length > 2 && done.every((share, at) => share > (done[at - 1] ?? 0)));
      assert.equal(done.at(-1), 1);
      const cancelling = new AbortController();
      const reading = createDataCache(localFiles).read(path, {}, cancelling.signal, () => cancelling.abort());
      await assert.rejects(reading, { name: 'AbortError' });
    });
  });

  it('may be long where only the tolerant reader understands them', () => {
    const rows = 80_000;
    const text = `aaa;bbb\r${'😀;1\r'.repeat(rows)}`;
    return withFile(encode(text, 'utf-8'), 'answers.csv', async (path) => {
      const { table } = await createDataCache(localFiles).read(path, {}, never);
      assert.deepEqual(new Set(cellsOf(table, 'aaa')), new Set(['😀']));
      assert.equal(table?.rows, rows);
      const long = `a;b\n${'1;2\n'.repeat(1_200_000)}1;2;3\n`;
      await writeFile(path, long);
      const { failure } = await createDataCache(localFiles).read(path, {}, never);
      assert.equal(failure?.line, 1_200_002);
    });
  });

  it('keep every cell, whatever it holds', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a;b', 'say "no"', 'two\nlines', 'å,ä', '')).map((text) => text.trim());
    const grids = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }).map((rows) => ({ width, rows })),
      );
    fc.assert(
      fc.property(grids, fc.constantFrom(';', ',', '\t'), ({ width, rows }, delimiter) => {
        const header = Array.from({ length: width }, (_, at) => `c${at}`);
        const lines = [header, ...rows].map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
        const { table } = parseTable(encode(lines.join('\r\n'), 'utf-8'), { file: 'answers.csv', delimiter });
        assert.deepEqual(table === undefined ? undefined : grid(table.rows, [...table.columns.values()]), rows);
      }),
    );
  });
});

function grid(rows: number, columns: readonly TextColumn[]) {
  const cells = columns.map(textReader);
  return Array.from({ length: rows }, (_, row) => cells.map((textOf) => textOf(row)));
}

function wanted({ columns, read, failure }: Case) {
  return failure === undefined ? { columns, ...(read === undefined ? {} : { read }) } : { failure };
}

function cellsOf(table: DataTable | undefined, name: string): readonly string[] | undefined {
  const column = table?.columns.get(name);
  return column === undefined ? undefined : Array.from({ length: table?.rows ?? 0 }, (_, row) => textReader(column)(row));
}

function told({ table, failure }: TableResult) {
  if (failure !== undefined) return { failure: `${failure.line ?? '-'}: ${failure.message}` };
  const { delimiter, decimal, encoding } = table;
  const columns = [...table.columns.keys()].map((name) => [name, cellsOf(table, name)]);
  return { columns: Object.fromEntries(columns), read: `${delimiter === '\t' ? 'tab' : delimiter} ${decimal} ${encoding}` };
}

function encode(text: string, encoding: NonNullable<Case['encoding']>): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
  }
}

async function withFile(bytes: Uint8Array, name: string, use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'codebook-data-'));
  try {
    await writeFile(join(folder, name), bytes);
    await use(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}
