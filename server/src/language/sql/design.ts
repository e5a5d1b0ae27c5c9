import type { Codebook } from '../model/codebook';
import type { SqlSource } from './source';

/** How leaves and replicate weights are told in SQL. The one place that reads the declared design for it. */
export interface Drawing {
  /** Columns whose texts together tell the leaf of a row; none where everybody is in leaf 0. */
  readonly leafColumns: readonly string[];
  /** The number of the leaf with these texts. */
  readonly leafOf: (texts: readonly string[]) => number;
  readonly replicateColumns: readonly string[];
}

export const drawnAlone: Drawing = { leafColumns: [], leafOf: () => 0, replicateColumns: [] };

export function drawingOf(_codebook: Codebook, _source: SqlSource): Drawing {
  return drawnAlone;
}
