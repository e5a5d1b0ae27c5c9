import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { bytesOfTable, createDataCache, parseTable, type TableStore, tableOfBytes } from '../../server/src/data';
import type { DataTable } from '../../server/src/language';
import { cacheFolder, columnCache, localFiles } from '../../server/src/machine';

const never = new AbortController().signal;
const long = new Date('2024-05-01');

describe('a table that was read before', () => {
  it('is neither read nor digested again while its file has the same size and time', () =>
    withFolder(async (folder) => {
      const run = await begin(folder);
      const first = await run.open();
      assert.ok(run.read() > 0);
      const second = await run.open();
      assert.equal(run.read(), 0);
      assert.deepEqual(second, first);
    }));

  it('is found by what stands in the file, when that was only touched or moved', () =>
    withFolder(async (folder) => {
      const run = await begin(folder);
      const first = await run.open();
      await utimes(run.file, long, new Date('2025-01-01'));
      assert.deepEqual(await run.open(), first);
      assert.equal(run.parsed(), false);
      await utimes(run.file, long, new Date('2025-01-01'));
      await run.open();
      assert.equal(run.read(), 0, 'it is known by its new time as well');
      const moved = await begin(folder, undefined, run.text, 'moved.csv');
      assert.deepEqual({ ...(await moved.open()), file: 'answers.csv' }, first);
      assert.equal(moved.parsed(), false);
    }));

  it('is another one where the content is, though size and time are the same as those of a third', () =>
    withFolder(async (folder) => {
      const run = await begin(folder);
      await run.open();
      await writeFile(run.file, run.text.replaceAll('1;2', '3;4'));
      await utimes(run.file, long, new Date('2025-01-01'));
      const table = await run.open();
      assert.deepEqual(table?.columns.get('a')?.kind === 'codes' && table.columns.get('a'), {
        ...table?.columns.get('a'),
        dictionary: ['3'],
      });
      assert.equal(run.parsed(), true);
    }));

  it('is read anew with another delimiter', () =>
    withFolder(async (folder) => {
      const run = await begin(folder);
      await run.open();
      assert.deepEqual([...((await run.open({ delimiter: ',' }))?.columns.keys() ?? [])], ['a;b']);
    }));

  it('is not trusted where it was damaged, and is written again', () =>
    withFolder(async (folder) => {
      const run = await begin(folder);
      const first = await run.open();
      const path = join(folder, 'cache/tables', (await readdir(join(folder, 'cache/tables')))[0] ?? '');
      const whole = await readFile(path);
      const foreign = Buffer.from('something else');
      const flipped = [3, 10, 14, 40, whole.length - 9].map((at) =>
        whole.map((byte, index) => (index === at ? byte ^ 4 : byte)),
      );
      const zeroed = whole.map((byte, index) => (index < 4096 ? byte : 0));
      for (const damaged of [foreign, Buffer.alloc(0), whole.subarray(0, -8), whole.subarray(0, 12), zeroed, ...flipped]) {
        await writeFile(path, damaged);
        assert.deepEqual(await run.open(), first);
        assert.equal(run.parsed(), true);
        assert.deepEqual(await readFile(path), whole);
      }
    }));

  it('can be read by its user alone', () =>
    withFolder(async (folder) => {
      await (await begin(folder)).open();
      const cache = join(folder, 'cache');
      const modes = [];
      for (const name of ['', ...(await readdir(cache, { recursive: true }))]) {
        const { mode } = await stat(join(cache, name));
        modes.push((mode & 0o777).toString(8));
      }
      // Windows has no such modes: there the folder lies among those of the user.
      if (process.platform !== 'win32') assert.deepEqual(modes.sort(), ['600', '600', '700', '700', '700']);
    }));

  it('gives way to those used later where there is no more room', () =>
    withFolder(async (folder) => {
      const run = await begin(folder, 1_000_000);
      await run.open();
      const [oldest = ''] = await readdir(join(folder, 'cache/tables'));
      await utimes(join(folder, 'cache/tables', oldest), long, long);
      await writeFile(run.file, run.text.replaceAll('1;2', '3;4'));
      await run.open();
      const kept = await readdir(join(folder, 'cache/tables'));
      assert.equal(kept.length, 1);
      assert.notEqual(kept[0], oldest);
      const tight = await begin(folder, 10_000);
      await tight.open();
      assert.deepEqual(await readdir(join(folder, 'cache/tables')), kept, 'what is too large by itself is not kept');
    }));

  it('is not kept where the file is small, and does no harm where it can not be kept', () =>
    withFolder(async (folder) => {
      const run = await begin(folder, undefined, 'a;b\n1;2\n');
      await run.open();
      await assert.rejects(readdir(join(folder, 'cache')));
      await writeFile(join(folder, 'cache'), 'a file where the folder should be');
      assert.equal((await (await begin(folder)).open())?.rows, 300_000);
    }));

  it('comes back from its bytes as it was', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1', '2', 'å', '"', '\ud800'), fc.integer().map(String));
    const tables = fc
      .array(fc.tuple(cell, cell), { maxLength: 300 })
      .map((rows) =>
        parseTable(
          new TextEncoder().encode(
            [['a', 'b'], ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\n'),
          ),
          { file: 'answers.csv', delimiter: ';' },
        ),
      );
    await fc.assert(
      fc.asyncProperty(tables, async ({ table }) => {
        assert.ok(table);
        assert.deepEqual(await thereAndBack(table), table);
      }),
    );
    const numbers = Array.from({ length: 70_000 }, (_, at) => `${at / 4};${at};p${at}`);
    const { table } = parseTable(new TextEncoder().encode(['a;b;c', ...numbers].join('\n')), { file: 'answers.csv' });
    assert.ok(table);
    assert.deepEqual(await thereAndBack(table), table);
  });
});

describe('the folder for tables', () => {
  const home = '/home/ada';
  const cases: readonly (readonly [string, string, Readonly<Record<string, string>>, string | undefined])[] = [
    ['where the system says', 'linux', { XDG_CACHE_HOME: '/var/cache/ada' }, '/var/cache/ada/codebook'],
    ['where it is by custom', 'linux', {}, '/home/ada/.cache/codebook'],
    ['not where a path is no whole one', 'linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada/.cache/codebook'],
    ['on macOS', 'darwin', {}, '/home/ada/Library/Caches/codebook'],
    ['where the user says', 'linux', { CODEBOOK_CACHE: '/data/tables' }, '/data/tables'],
    ['nowhere, where the user says so', 'linux', { CODEBOOK_CACHE: 'off' }, undefined],
  ];
  for (const [title, platform, environment, folder] of cases) {
    it(`lies ${title}`, () => assert.equal(cacheFolder({ platform, home, environment }), folder));
  }
});

async function thereAndBack(table: DataTable): Promise<DataTable | undefined> {
  const bytes = new Uint8Array(Buffer.concat(bytesOfTable(table) ?? []));
  return tableOfBytes({ size: bytes.length, part: async (from, to) => bytes.slice(from, to) }, table.file);
}

/** A file of more than a megabyte, and a machine that reads it anew with each `open`, as the next run of a program would. */
async function begin(folder: string, most?: number, text = `a;b\n${'1;2\n'.repeat(300_000)}`, name = 'answers.csv') {
  const file = join(folder, name);
  await writeFile(file, text);
  await utimes(file, long, long);
  const store = columnCache(join(folder, 'cache'), most);
  let reads = 0;
  let writes = 0;
  return {
    file,
    text,
    /** How many parts were asked for while the table was last opened. */
    read: () => reads,
    /** Whether the table was made from the text then, and so kept anew. */
    parsed: () => writes > 0,
    async open(options: { readonly delimiter?: string } = {}): Promise<DataTable | undefined> {
      reads = 0;
      writes = 0;
      let kept: Promise<void> | undefined;
      const tables: TableStore = {
        ...store,
        keep(...what) {
          writes++;
          kept = store.keep(...what);
          return kept;
        },
      };
      const source = {
        ...localFiles,
        tables: () => tables,
        partsOf: (path: string) => {
          const part = localFiles.partsOf(path);
          return (...range: Parameters<typeof part>) => {
            reads++;
            return part(...range);
          };
        },
      };
      const { table } = await createDataCache(source).read(file, options, never);
      await kept;
      return table;
    },
  };
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'codebook-cache-'));
  try {
    await use(folder);
  } finally {
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true });
  }
}
