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
  const candidates = encodingsOf(bytes, file, stated);
  if ('failure' in candidates) return { kind: 'failure', failure: candidates.failure };
  for (const encoding of candidates.encodings) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) return { kind: 'text', text, encoding };
  }
  return { kind: 'failure', failure: undecodable(file, candidates.encodings) };
}

/** The encodings to try, the first that fits counts; or why there is none, as the first bytes tell. */
export function encodingsOf(
  head: Uint8Array,
  file: string,
  stated?: string,
): { readonly encodings: readonly string[] } | { readonly failure: DataFailure } {
  const marked = markedEncoding(head);
  if (marked !== undefined) return { encodings: [marked] };
  const binary = binaryFormat(head);
  if (binary !== undefined) {
    return { failure: { code: 'format', message: `${file} is ${binary}, which this version can't read: export it as CSV.` } };
  }
  return { encodings: stated === undefined ? ['utf-8', 'windows-1252'] : [stated] };
}

export function undecodable(file: string, tried: readonly string[]): DataFailure {
  const message = `${file} can't be read as \`${tried.at(-1)}\`: state the file's real encoding, or leave \`encoding\` out.`;
  return { code: 'format', message };
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

/**
 * `undefined` both for an encoding nobody knows and for bytes that are not text in it. A part may end inside a character, which is
 * then left out. A mark at the beginning is no part of the text.
 */
export function tryDecode(bytes: Uint8Array, encoding: string, isPart = false): string | undefined {
  return streamDecoder(encoding)(bytes, !isPart);
}

export type Decode = (bytes: Uint8Array, isLast: boolean) => string | undefined;

/**
 * Decodes one part after the other; a mark at the beginning of the first is no part of the text. Node 20 takes bytes from 128 to 159
 * for control characters when Windows-1252 is decoded all at once, and not when it is decoded as a stream.
 */
export function streamDecoder(encoding: string): Decode {
  return decoderWith(encoding, false);
}

/** Decodes pieces out of the middle of a file, where nothing is a mark. Only UTF-8 is told so: Node 20 loses bytes of others then. */
export function pieceDecoder(encoding: string): Decode {
  return decoderWith(encoding, new TextDecoder(encoding).encoding === 'utf-8');
}

function decoderWith(encoding: string, ignoreBOM: boolean): Decode {
  const begin = () => new TextDecoder(encoding, { fatal: true, ignoreBOM });
  let decoder: ReturnType<typeof begin> | undefined;
  return (bytes, isLast) => {
    try {
      decoder ??= begin();
      const text = decoder.decode(bytes, { stream: true });
      return isLast ? text + decoder.decode() : text;
    } catch {
      decoder = undefined;
      return undefined;
    }
  };
}
