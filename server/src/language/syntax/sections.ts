import { nearest } from '../text/nearest';

/** Top-level keys that hold entries, each parsed by itself. */
export const entrySections = ['frames', 'stages', 'scales', 'questions', 'derived', 'indicators', 'figures', 'tests'] as const;

export type EntrySection = (typeof entrySections)[number];

/** The other top-level keys, in the order in which they mostly stand. */
export const headerKeys: readonly string[] = [
  'codebook',
  'version',
  'languages',
  'label',
  'import',
  'survey',
  'wave',
  'unit',
  'data',
  'defaults',
  'policy',
];

export function holdsEntries(section: string): section is EntrySection {
  return (entrySections as readonly string[]).includes(section);
}

export function isTopKey(key: string): boolean {
  return holdsEntries(key) || headerKeys.includes(key);
}

/** The top-level key that a slip of the fingers made something else of: `quetsions`, `"questions`. Ids as `scale_2` are none. */
export function meantKey(written: string): string | undefined {
  const word = written.replace(/^[^\p{L}\d]|[^\p{L}\d]$/gu, '');
  if (isTopKey(word)) return word;
  if (!/^[a-z]+$/i.test(word)) return undefined;
  const [key] = nearest(word, [...entrySections, ...headerKeys]);
  return key !== undefined && Math.abs(key.length - word.length) <= 2 ? key : undefined;
}
