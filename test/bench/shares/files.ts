import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookText } from './book';
import { type Answers, csvOf } from './data';

/** The answers as files, for programs that read them. */
export interface AnswerFiles {
  readonly folder: string;
  readonly csv: string;
  /** Columns of bytes one after the other, then weights in doubles. */
  readonly bytes: string;
  readonly codebook: string;
  readonly remove: () => void;
}

export function writeAnswers(answers: Answers): AnswerFiles {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-bench-'));
  const files = {
    csv: join(folder, 'data.csv'),
    bytes: join(folder, 'data.bin'),
    codebook: join(folder, 'main.codebook.yaml'),
  };
  writeParts(files.csv, csvOf(answers));
  writeParts(files.bytes, [...answers.codes.values(), new Uint8Array(answers.weights.buffer)]);
  writeFileSync(files.codebook, bookText());
  return { folder, ...files, remove: () => rmSync(folder, { recursive: true }) };
}

function writeParts(path: string, parts: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  for (const part of parts) writeSync(file, typeof part === 'string' ? Buffer.from(part) : part);
  closeSync(file);
}
