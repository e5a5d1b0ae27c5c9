import { bookOf } from '../model/book';
import type { Book, Codebook } from '../model/codebook';
import { letGoAll, query } from '../model/query';
import { remembered } from '../text/remember';
import type { Asked } from './asked';
import { bindData } from './bind';
import type { BoundData } from './binding';
import { type SubjectName, tablesFor } from './tables';
import type { DataTable, ShareTable } from './types';

/** The numbers of one codebook with its data, each computed when first asked for and kept. */
export interface Shares {
  readonly bound: BoundData;
  readonly tables: (subject: SubjectName) => readonly ShareTable[];
  /** The same with other splits or a further condition, computed anew each time. */
  readonly tablesAsked: (subject: SubjectName, asked: Asked) => readonly ShareTable[];
}

export function sharesOf(codebook: Codebook, table: DataTable): Shares {
  letGoOfOther(codebook, table);
  const bound = bindData(codebook, table);
  return {
    bound,
    tablesAsked: (subject, asked) => tablesFor(codebook, bound, subject, asked),
    tables: ({ kind, id }) => tablesIn(table)[kind](codebook, id),
  };
}

/** The table that each codebook was last asked about: what was computed from the one before would keep it in memory. */
const lastTables = new WeakMap<Book, DataTable>();

function letGoOfOther(codebook: Codebook, table: DataTable): void {
  const book = bookOf(codebook);
  const last = lastTables.get(book);
  if (last === table) return;
  lastTables.set(book, table);
  if (last !== undefined) for (const ofKind of Object.values(tablesIn(last))) letGoAll(codebook, ofKind);
}

/** Numbers are kept as long as nothing they are computed from changes. */
const tablesIn = remembered((table: DataTable) => {
  const ofKind = (kind: SubjectName['kind']) =>
    query(
      (codebook: Codebook, id: string): readonly ShareTable[] => tablesFor(codebook, bindData(codebook, table), { kind, id }),
      { isLasting: true },
    );
  return { question: ofKind('question'), derived: ofKind('derived'), indicator: ofKind('indicator') } as const;
});
