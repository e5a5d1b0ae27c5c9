import type { Codebook } from '../model/codebook';
import { remembered } from '../model/remember';
import { bindData } from './bind';
import type { BoundData } from './binding';
import { type SubjectName, tablesFor } from './tables';
import type { DataTable, ShareTable } from './types';

/** The numbers of one codebook with its data, each computed when first asked for and kept. */
export interface Shares {
  readonly bound: BoundData;
  readonly tables: (subject: SubjectName) => readonly ShareTable[];
}

/** The same codebook and table give the same object. */
export function sharesOf(codebook: Codebook, table: DataTable): Shares {
  return sharesIn(bindData(codebook, table));
}

const sharesIn = remembered((bound: BoundData): Shares => {
  const tables = new Map<string, readonly ShareTable[]>();
  return {
    bound,
    tables(subject) {
      const key = `${subject.kind} ${subject.id}`;
      const found = tables.get(key) ?? tablesFor(bound.codebook, bound, subject);
      tables.set(key, found);
      return found;
    },
  };
});
