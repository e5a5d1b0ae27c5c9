import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { createDataCache, type ReadOptions, type TableResult } from '../../server/src/data';
import { textReader } from '../../server/src/language/shares/text-column';
import { localFiles } from '../../server/src/machine';

const never = new AbortController().signal;
const folder = join(import.meta.dirname, '../data/parquet');

describe('a Parquet file', () => {
  it('has the texts that a CSV export of it would have, whatever their type', async () => {
    assert.deepEqual(cellsOf(await read('types.parquet')), {
      whole: ['1', '-2', ''],
      text: ['å', 'spaces', ''],
      double: ['1.5', '-1e-7', ''],
      single: ['0.1', '16777216', ''],
      yes: ['true', 'false', ''],
      day: ['2020-02-29', '0099-01-01', ''],
      moment: ['2020-02-29 12:30:00.25', '1900-01-01 00:00:00', ''],
      clock: ['08:05:00', '23:59:59.999999', ''],
      money: ['12.30', '-0.07', ''],
      large: ['9007199254740993', '-1', ''],
      byte: ['255', '0', ''],
      larger: ['18446744073709551615', '0', ''],
      unsigned: ['4294967295', '7', ''],
      zoned: ['1969-12-31 23:59:59+00', '2024-06-30 22:00:00+00', ''],
      key: ['00112233-4455-6677-8899-aabbccddeeff', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ''],
      exact: ['-0.050', '1234567890123456789.012', ''],
      choice: ['ja', 'nej', ''],
    });
  });

  it('has the decimal sign that the codebook states', async () => {
    const { double, money } = cellsOf(await read('types.parquet', { decimal: ',' }));
    assert.deepEqual(
      [double, money],
      [
        ['1,5', '-1e-7', ''],
        ['12,30', '-0,07', ''],
      ],
    );
  });

  for (const codec of ['snappy', 'zstd', 'gzip', 'brotli', 'lz4_raw', 'second-version']) {
    it(`is read the same as without compression: ${codec}`, async () => {
      const cells = cellsOf(await read(`${codec}.parquet`));
      assert.deepEqual(cells, cellsOf(await read('uncompressed.parquet')));
      assert.deepEqual(
        [cells.q1?.slice(6, 9), cells.weight?.slice(-2)],
        [
          ['1', '', '3'],
          ['374.75', '374.875'],
        ],
      );
    });
  }

  it('may have no rows', async () => assert.deepEqual(cellsOf(await read('no-rows.parquet')), { a: [] }));

  it('is known by its first bytes, and a name alone makes none', async () => {
    const bytes = new Uint8Array(await readFile(join(folder, 'types.parquet')));
    assert.equal((await readBytes(bytes, 'answers.csv')).table?.rows, 3);
    assert.equal(
      (await readBytes(new TextEncoder().encode('a;b\n1;2\n'), 'answers.parquet')).failure?.message,
      'answers.parquet is called Parquet and is none: give it the ending of what it is, or write it again.',
    );
  });

  it('is refused with what to do about it', async () => {
    const remedy = `which can't be read as data of a survey: leave it out when the file is written, or write it as text.`;
    for (const [name, message] of [
      ['nested.parquet', `Column \`tags\` of nested.parquet holds lists or groups of values, ${remedy}`],
      ['interval.parquet', `Column \`pause\` of interval.parquet holds what is no text, number or date, ${remedy}`],
      [
        'bytes.parquet',
        `Column \`picture\` of bytes.parquet holds bytes that are no text, or a time that no calendar has, ${remedy}`,
      ],
    ] as const) {
      assert.deepEqual((await read(name)).failure, { code: 'format', message });
    }
    const cut = new Uint8Array(await readFile(join(folder, 'types.parquet'))).subarray(0, -20);
    assert.equal(
      (await readBytes(cut, 'answers.parquet')).failure?.message,
      `answers.parquet is a Parquet file that is damaged, encrypted or written in a way this version can't read (parquet file invalid (footer != PAR1)): write it again, or export it as CSV.`,
    );
  });

  it('is a table or a failure, however it was damaged', async () => {
    const names = ['types.parquet', 'second-version.parquet', 'zstd.parquet'];
    const files = await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files.keys()), damage, async (which, flips) => {
        const bytes = (files[which] ?? new Uint8Array()).slice();
        for (const [at, bits] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ bits;
        const { table, failure } = await readBytes(bytes, 'answers.csv');
        assert.ok(table === undefined ? failure.message.startsWith('') : [...table.columns.values()].length > 0);
      }),
      { numRuns: 300 },
    );
  });
});

const read = (name: string, options: ReadOptions = {}): Promise<TableResult> =>
  createDataCache(localFiles).read(join(folder, name), options, never);

/** As a browser reads it, which gives files only as a whole. */
function readBytes(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<TableResult> {
  const source = { stat: async () => ({ kind: 'file', size: bytes.length, modified: 0 }) as const, bytes: async () => bytes };
  return createDataCache(source).read(file, {}, never);
}

function cellsOf({ table, failure }: TableResult): Readonly<Record<string, readonly string[]>> {
  assert.ok(table, failure?.message);
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return Object.fromEntries([...table.columns].map(([name, column]) => [name, rows.map(textReader(column))]));
}
