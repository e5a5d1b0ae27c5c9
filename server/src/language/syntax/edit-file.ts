import { applyEdits, type TextEdit } from '../text/span';
import type { FileSyntax } from './entry';
import { readFile } from './file';

/**
 * A file after edits, which refer to its text before any of them and do not overlap. Entries that the edits do not touch
 * stay the same objects; without a change the file does.
 */
export function editFile(file: FileSyntax, edits: readonly TextEdit[]): FileSyntax {
  const text = applyEdits(file.text, edits);
  return text === file.text ? file : readFile(text, file);
}
