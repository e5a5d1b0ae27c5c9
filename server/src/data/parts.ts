import type { DataSource } from './source';

/** A file that is read part by part. */
export interface Parts {
  /** In bytes. */
  readonly size: number;
  /** The bytes from one offset up to another. Rejects where they can't be read. */
  readonly part: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** So many bytes are asked for at a time: enough for a disk, and little enough to hold several. */
export const partLength = 4 * 1024 * 1024;

/** The source can't read a file, or no longer. */
export class UnreadableFile extends Error {}

/** The parts of a file, or those of all its bytes where the source gives no parts. Rejects with `UnreadableFile`. */
export async function partsOf(source: DataSource, file: string, size: number, signal: AbortSignal): Promise<Parts> {
  const part = source.partsOf?.(file);
  if (part !== undefined) return { size, part: (from, to) => part(from, to, signal).catch(toUnreadable) };
  return partsOfBytes(await source.bytes(file, signal).catch(toUnreadable));
}

function toUnreadable(error: unknown): never {
  throw new UnreadableFile(error instanceof Error ? error.message : String(error));
}

export function partsOfBytes(bytes: Uint8Array<ArrayBuffer>): Parts {
  return { size: bytes.length, part: async (from, to) => bytes.subarray(from, to) };
}

/**
 * The parts of a file in their order, each asked for while the one before is worked on; `from` and `isLast` tell where it stands.
 */
export async function* eachPart({
  size,
  part,
}: Parts): AsyncGenerator<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly from: number; readonly isLast: boolean }> {
  const ask = (from: number) => {
    const asked = part(from, Math.min(size, from + partLength));
    // Who stops before it arrives does not wait for it.
    asked.catch(() => {});
    return asked;
  };
  let next = ask(0);
  for (let from = 0; from === 0 || from < size; from += partLength) {
    const bytes = await next;
    const isLast = from + partLength >= size;
    if (!isLast) next = ask(from + partLength);
    yield { bytes, from, isLast };
  }
}

/**
 * Digests the parts of a file as they are read, in any order: the SHA-256 of their SHA-256 digests, as hexadecimal text. Digests of
 * parts are made beside the reading, which a digest of the whole could not be.
 */
export function contentHash(): {
  readonly add: (from: number, bytes: Uint8Array<ArrayBuffer>) => void;
  readonly digest: () => Promise<string>;
} {
  const digests = new Map<number, Promise<ArrayBuffer>>();
  return {
    add(from, bytes) {
      if (!digests.has(from)) digests.set(from, crypto.subtle.digest('SHA-256', bytes));
    },
    async digest() {
      const all = await Promise.all([...digests].sort(([a], [b]) => a - b).map(([, digest]) => digest));
      const joined = new Uint8Array(all.length * 32);
      for (const [at, digest] of all.entries()) joined.set(new Uint8Array(digest), at * 32);
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}

export type ContentHash = ReturnType<typeof contentHash>;

export async function hashOf(parts: Parts): Promise<string> {
  const hash = contentHash();
  for await (const { bytes, from } of eachPart(parts)) hash.add(from, bytes);
  return hash.digest();
}
