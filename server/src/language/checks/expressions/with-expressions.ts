import type { EntrySection } from '../../syntax';

/** Sections whose entries have expressions. */
export const withExpressions: readonly EntrySection[] = ['questions', 'derived', 'indicators', 'figures'];
