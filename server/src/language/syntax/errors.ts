import type { ErrorCode, YAMLError } from 'yaml';
import { code } from '../text/code';

/** What the parser complains about, as a fragment in plain words. `at` is the text it points to. */
export function plainWords(error: YAMLError, at: string): string {
  const words = fragments[error.code];
  if (words !== undefined) return words;
  const shown = at.trim();
  return shown === '' ? 'something is missing here' : `${code(shown)} does not fit here`;
}

const fragments: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_SCALAR_START: 'a text can start with this character only inside quotes',
  BAD_DQ_ESCAPE: 'a backslash inside double quotes starts an escape, and this is none; in single quotes it stands for itself',
  BAD_DIRECTIVE: 'a line that starts with `%` is an instruction to YAML, and this one is unknown',
  BLOCK_IN_FLOW: "lines of their own can't stand inside brackets",
  BLOCK_AS_IMPLICIT_KEY: 'a second key follows on the same line',
  KEY_OVER_1024_CHARS: 'the key is longer than 1024 characters',
  MISSING_CHAR: 'a comma, a colon, a space or a closing bracket is missing here',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
  TAB_AS_INDENT: 'a tab stands where spaces must stand',
};
