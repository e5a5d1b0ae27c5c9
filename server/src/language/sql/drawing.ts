/** How the leaves and the replicate weights of a sample are told in SQL. */
export interface Drawing {
  /** Columns whose texts together tell the leaf of a row; none where everybody is in leaf 0. */
  readonly leafColumns: readonly string[];
  /** The number of the leaf with these texts. */
  readonly leafOf: (texts: readonly string[]) => number;
  /** Columns whose numbers are replicate weights. */
  readonly replicateColumns: readonly string[];
}

/** Everybody in leaf 0. */
export const oneLeaf: Drawing = { leafColumns: [], leafOf: () => 0, replicateColumns: [] };
