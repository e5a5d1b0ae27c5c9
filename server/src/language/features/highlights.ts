import { usesNamed } from '../model/use-index';
import type { Span } from '../text/span';
import type { Snapshot } from '../workspace';
import { placeOfUse } from './meaning';
import { nameAt } from './name-at';

export interface Highlight {
  readonly span: Span;
  /** Whether the name is declared here; else it is used. */
  readonly declares: boolean;
}

/** Every place in the same file that has the name at an offset, also a name that nothing declares. */
export function highlightsAt(snapshot: Snapshot, file: string, offset: number): readonly Highlight[] {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return [];
  const { codebook, use } = name;
  const same = use.kind === 'file' ? [use] : usesNamed(codebook, use);
  return same.flatMap((one) => {
    const place = placeOfUse(snapshot, { codebook, use: one });
    return place === undefined ? [] : [{ span: place.span, declares: one.declares }];
  });
}
