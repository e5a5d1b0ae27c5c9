import type { Codebook } from '../model/codebook';
import { bindData } from './bind';
import type { BoundData } from './binding';
import { type SubjectName, tablesFor } from './tables';
import type { DataTable, ShareTable } from './types';

/** The numbers of one codebook with its data, each computed when first asked for and kept. */
export interface Shares {
  readonly bound: BoundData;
  readonly tables: (subject: SubjectName) => readonly ShareTable[];
}

/** Remembers tables for as long as their bound data live. */
const remembered = new WeakMap<BoundData, Shares>();

/** The same codebook and table give the same object. */
export function sharesOf(codebook: Codebook, table: DataTable): Shares {
  const bound = bindData(codebook, table);
  const known = remembered.get(bound);
  if (known !== undefined) return known;
  const tables = new Map<string, readonly ShareTable[]>();
  const shares: Shares = {
    bound,
    tables(subject) {
      const key = `${subject.kind} ${subject.id}`;
      const found = tables.get(key) ?? tablesFor(codebook, bound, subject);
      tables.set(key, found);
      return found;
    },
  };
  remembered.set(bound, shares);
  return shares;
}
