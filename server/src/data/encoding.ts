import type { DataFailure } from '../language';

/** A text and the encoding it was read as, or why it can't be read. */
type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'failure'; readonly failure: DataFailure };

/**
 * Bytes as text. A byte order mark decides; else the stated encoding; else UTF-8, and Windows-1252 for bytes that are not
 * UTF-8, as older Swedish files are. The mark itself is never part of the text.
 */
export function decode(bytes: Uint8Array, file: string, stated?: string): Decoded {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeAs(bytes, file, marked);
  const binary = binaryFormat(bytes);
  if (binary !== undefined) return failure(`${file} is ${binary}, which this version can't read: export it as CSV.`);
  if (stated !== undefined) return decodeAs(bytes, file, stated);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return { kind: 'text', text: utf8, encoding: 'utf-8' };
  return decodeAs(bytes, file, 'windows-1252');
}

/**
 * The encoding that the first bytes and the codebook tell, how many bytes its mark takes, and whether it is only what files mostly
 * are; `undefined` for what is no text.
 */
export function headEncoding(
  head: Uint8Array,
  stated?: string,
): { readonly encoding: string; readonly mark: number; readonly isGuess: boolean } | undefined {
  const marked = markedEncoding(head);
  if (marked !== undefined) return { encoding: marked, mark: marked === 'utf-8' ? 3 : 2, isGuess: false };
  if (binaryFormat(head) !== undefined) return undefined;
  return { encoding: stated ?? 'utf-8', mark: 0, isGuess: stated === undefined };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const signatures: readonly (readonly [string, string])[] = [
  ['$FL2', 'an SPSS file'],
  ['$FL3', 'an SPSS file'],
  ['PK\u0003\u0004', 'a zipped file (perhaps an Excel workbook)'],
  ['<stata_dta>', 'a Stata file'],
];

/** Formats are told by their first bytes: a wrong file name must not turn a workbook into a table of noise. */
function binaryFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known !== undefined) return known[1];
  return bytes.subarray(0, 4096).includes(0) ? 'not a text file' : undefined;
}

function decodeAs(bytes: Uint8Array, file: string, encoding: string): Decoded {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return { kind: 'text', text, encoding };
  return failure(`${file} can't be read as \`${encoding}\`: state the file's real encoding, or leave \`encoding\` out.`);
}

/**
 * `undefined` both for an encoding nobody knows and for bytes that are not text in it. A part may end inside a character, which is
 * then left out. A mark at the beginning is no part of the text.
 */
export function tryDecode(bytes: Uint8Array, encoding: string, isPart = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isPart });
  } catch {
    return undefined;
  }
}

export type DecodePart = (bytes: Uint8Array) => string | undefined;

/**
 * Decodes pieces out of the middle of a file, where nothing is a mark; gives `undefined` for bytes that are no text. Only UTF-8 is
 * told so: Node decodes Windows-1252 wrongly when it is.
 */
export function partDecoder(encoding: string): DecodePart {
  const ignoreBOM = new TextDecoder(encoding).encoding === 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
}

function failure(message: string): Decoded {
  return { kind: 'failure', failure: { code: 'format', message } };
}
