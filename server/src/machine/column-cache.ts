import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOfTable, type StoredTable, type TableOptions, type TableStore, tableOfBytes, type WantedTable } from '../data';
import { localFiles } from './files';

/** Most bytes of a cache, and most of what is free on its disk. */
const mostBytes = 4 * 1024 ** 3;
const mostOfFree = 0.1;

/** Most bytes of what is known of files, a few hundred for each. */
const mostKnown = 4 * 1024 ** 2;

/** A file that has changed this recently may change again within the same tick of its clock, in milliseconds. */
const unsettled = 3_000;

/**
 * Tables in a folder of their own, never beside the data: `tables/` has each by what stands in the file and how it was read, `files/`
 * which of them a file had when it had this size and time. Nobody but the user can read them. Where the folder grows too large, what
 * was not used for longest goes.
 */
export function columnCache(folder: string, most = mostBytes): TableStore {
  return {
    least: 1024 * 1024,
    find: (wanted, digest) => quietly(() => find(folder, wanted, digest)),
    keep: (wanted, stored) => quietly(() => keep(folder, most, wanted, stored)),
  };
}

/** A cache that does not work is none: everything is read as if it were not there. */
async function quietly<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  return work().catch(() => undefined);
}

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
}

async function find(folder: string, wanted: WantedTable, digest: () => Promise<string>): Promise<StoredTable | undefined> {
  const known = await knownOf(folder, wanted);
  if (known !== undefined && wanted.modified > 0 && known.size === wanted.size && known.modified === wanted.modified) {
    const table = await tableIn(folder, wanted, known.hash);
    if (table !== undefined) return table;
  }
  const kept = await readdir(join(folder, 'tables'));
  if (!kept.some((name) => name.startsWith(`${wanted.size}-`))) return undefined;
  const table = await tableIn(folder, wanted, await digest());
  if (table !== undefined) await know(folder, wanted, table.hash);
  return table;
}

async function tableIn(folder: string, { size, options }: WantedTable, hash: string): Promise<StoredTable | undefined> {
  const path = tablePath(folder, size, options, hash);
  const state = await localFiles.stat(path);
  if (state.kind !== 'file') return undefined;
  const read = localFiles.partsOf(path);
  const { signal } = new AbortController();
  const parts = { size: state.size, part: (from: number, to: number) => read(from, to, signal) };
  const table = await quietly(() => tableOfBytes(parts, options.file));
  if (table === undefined) {
    await rm(path, { force: true });
    return undefined;
  }
  const now = new Date();
  await quietly(() => utimes(path, now, now));
  return { hash, table };
}

async function keep(folder: string, most: number, wanted: WantedTable, { hash, table }: StoredTable): Promise<void> {
  const pieces = bytesOfTable(table);
  if (pieces === undefined) return;
  for (const name of ['tables', 'files']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  const room = await roomIn(folder, most);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length > room) return;
  const path = tablePath(folder, wanted.size, wanted.options, hash);
  await writeWhole(path, pieces);
  await know(folder, wanted, hash);
  await removeOldest(join(folder, 'tables'), room);
  await removeOldest(join(folder, 'files'), mostKnown);
}

async function roomIn(folder: string, most: number): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  const kept = (await sizesIn(join(folder, 'tables'))).reduce((sum, { size }) => sum + size, 0);
  return Math.min(most, (bavail * bsize + kept) * mostOfFree);
}

/** Either all of it is there afterwards, or nothing. */
async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await writePieces(file, pieces);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writePieces(file: Awaited<ReturnType<typeof open>>, pieces: readonly Uint8Array[]): Promise<void> {
  let position = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const { bytesWritten } = await file.write(piece, at, piece.length - at, position);
      at += bytesWritten;
      position += bytesWritten;
    }
  }
}

/** What was not used for longest goes, until the rest fits. */
async function removeOldest(folder: string, room: number): Promise<void> {
  const found = await sizesIn(folder);
  let total = found.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of [...found].sort((a, b) => a.used - b.used)) {
    if (total <= room) return;
    await rm(path, { force: true });
    total -= size;
  }
}

async function sizesIn(
  folder: string,
): Promise<readonly { readonly path: string; readonly size: number; readonly used: number }[]> {
  const names = await readdir(folder);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const state = await quietly(() => stat(path));
      return state === undefined ? [] : [{ path, size: state.size, used: state.mtimeMs }];
    }),
  );
  return found.flat();
}

async function knownOf(folder: string, wanted: WantedTable): Promise<Known | undefined> {
  const text = await quietly(() => readFile(knownPath(folder, wanted), 'utf8'));
  const known: unknown = text === undefined ? undefined : JSON.parse(text);
  return isKnown(known) ? known : undefined;
}

function isKnown(value: unknown): value is Known {
  if (typeof value !== 'object' || value === null) return false;
  const { size, modified, hash } = value as Partial<Record<keyof Known, unknown>>;
  return typeof size === 'number' && typeof modified === 'number' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}

async function know(folder: string, wanted: WantedTable, hash: string): Promise<void> {
  const { size, modified } = wanted;
  if (Date.now() - modified < unsettled) return;
  const known: Known = { size, modified, hash };
  await writeWhole(knownPath(folder, wanted), [new TextEncoder().encode(JSON.stringify(known))]);
}

function knownPath(folder: string, { file, options }: WantedTable): string {
  return join(folder, 'files', `${digestOf([file, ...dialectOf(options)])}.json`);
}

function tablePath(folder: string, size: number, options: TableOptions, hash: string): string {
  return join(folder, 'tables', `${size}-${digestOf([hash, ...dialectOf(options)])}.columns`);
}

/** What of the options makes another table. */
function dialectOf({ delimiter, decimal, encoding }: TableOptions): readonly (string | null)[] {
  return [delimiter ?? null, decimal ?? null, encoding ?? null];
}

function digestOf(values: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
