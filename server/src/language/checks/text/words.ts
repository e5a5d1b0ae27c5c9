import { code } from '../../text/code';

/** "`a`, `b` and `c`" */
export function together(words: readonly string[]): string {
  const shown = words.map(code);
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
