/** Top-level keys that hold entries, each parsed by itself. */
export const entrySections = ['frames', 'stages', 'scales', 'questions', 'derived', 'indicators', 'figures', 'tests'] as const;

export type EntrySection = (typeof entrySections)[number];

export function holdsEntries(section: string): section is EntrySection {
  return (entrySections as readonly string[]).includes(section);
}
