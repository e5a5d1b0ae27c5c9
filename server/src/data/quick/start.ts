import { parse } from 'csv-parse/sync';
import { namesOf } from '../columns';
import { dialectOf } from '../dialect';
import { headEncoding, pieceDecoder, tryDecode } from '../encoding';
import type { TableOptions } from '../options';

/** What the first bytes of a file tell about the rest of it. */
export interface Start {
  readonly delimiter: string;
  /** As tables name it. */
  readonly encoding: string;
  /** Whether the encoding is a guess that bytes further on may disprove. */
  readonly isGuess: boolean;
  readonly names: readonly string[];
  /** Columns without a name and without cells at the end of the lines. */
  readonly unnamed: number;
  readonly crlf: boolean;
  /** Whether a line without anything is no record. */
  readonly skipsBlank: boolean;
  /** Where the records begin, in bytes. */
  readonly from: number;
}

/** So many bytes are enough for all that is detected, in any encoding. */
export const headLength = 256 * 1024;

/**
 * Reads the header of a plain table. `undefined` where something is out of the ordinary, or wrong: the tolerant reader decides
 * what it is, and says so.
 */
export function startOf(head: Uint8Array, isWhole: boolean, options: TableOptions, guess?: string): Start | undefined {
  const found = headEncoding(head, options.encoding);
  if (found === undefined || found.encoding.startsWith('utf-16')) return undefined;
  const encoding = found.isGuess ? (guess ?? guessed(head, isWhole)) : found.encoding;
  if (!isByteEncoding(encoding)) return undefined;
  const text = tryDecode(head, encoding, !isWhole);
  if (text === undefined) return undefined;
  const { delimiter, skipped, skipsBlank } = dialectOf(text, options.delimiter);
  if (!/^[ -!#-~\t]$/.test(delimiter) || !isPlain(text.slice(0, skipped))) return undefined;
  const headerAt = found.mark + skipped;
  const end = recordEnd(head, headerAt);
  if (end === undefined || end === headerAt) return undefined;
  const crlf = head[end] === 13;
  if (crlf && head[end + 1] !== 10) return undefined;
  const header = headerIn(head.subarray(headerAt, end), encoding, delimiter);
  if (header === undefined) return undefined;
  const named = namesOf(options.file, header);
  if (named.failure !== undefined) return undefined;
  const from = end + (crlf ? 2 : 1);
  return { delimiter, encoding, isGuess: found.isGuess, names: named.names, unnamed: named.unnamed, crlf, skipsBlank, from };
}

function guessed(head: Uint8Array, isWhole: boolean): string {
  return tryDecode(head, 'utf-8', !isWhole) === undefined ? 'windows-1252' : 'utf-8';
}

/** Encodings in which a byte below 128 is that character wherever it stands. */
function isByteEncoding(label: string): boolean {
  try {
    return /^(?:utf-8|windows-125\d|iso-8859-\d+|macintosh)$/.test(new TextDecoder(label).encoding);
  } catch {
    return false;
  }
}

/** As many bytes as characters. */
function isPlain(text: string): boolean {
  return /^[\t-~]*$/.test(text);
}

/** Where the line of a record ends, quotes thought of. */
function recordEnd(bytes: Uint8Array, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 34) quoted = !quoted;
    else if (!quoted && (byte === 10 || byte === 13)) return at;
  }
  return undefined;
}

function headerIn(bytes: Uint8Array, encoding: string, delimiter: string): readonly string[] | undefined {
  const text = pieceDecoder(encoding)(bytes, true);
  if (text === undefined) return undefined;
  try {
    const records: readonly (readonly string[])[] = parse(text, { delimiter });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}
