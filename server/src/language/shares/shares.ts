import { bookOf } from '../model/book';
import type { Book, Codebook } from '../model/codebook';
import { letGoAll, query } from '../model/query';
import { remembered } from '../text/remember';
import type { Asked } from './asked';
import { bindData } from './bind';
import type { BoundData } from './binding';
import { isJudgedTogether, publishedTables, subjectsOf } from './publish';
import type { SubjectName } from './tables';
import { memoryEngine } from './tabulate';
import type { DataTable, ShareTable } from './types';

/** The numbers of one codebook with its data, as its policy lets them be shown; each computed when first asked for and kept. */
export interface Shares {
  readonly bound: BoundData;
  readonly tables: (subject: SubjectName) => readonly ShareTable[];
  /** Those of several subjects with other splits or a further condition, computed anew each time. */
  readonly tablesAsked: (subjects: readonly SubjectName[], asked: Asked) => readonly ShareTable[];
}

export function sharesOf(codebook: Codebook, table: DataTable): Shares {
  letGoOfOther(codebook, table);
  const bound = bindData(codebook, table);
  return {
    bound,
    tablesAsked: (subjects, asked) => publishedTables(codebook, memoryEngine(bound), subjects, asked),
    tables: ({ kind, id }) =>
      isJudgedTogether(codebook)
        ? (together(table)(codebook, '').get(`${kind} ${id}`) ?? [])
        : tablesIn(table)[kind](codebook, id),
  };
}

/** The table that each codebook was last asked about: what was computed from the one before would keep it in memory. */
const lastTables = new WeakMap<Book, DataTable>();

function letGoOfOther(codebook: Codebook, table: DataTable): void {
  const book = bookOf(codebook);
  const last = lastTables.get(book);
  if (last === table) return;
  lastTables.set(book, table);
  if (last === undefined) return;
  for (const ofKind of Object.values(tablesIn(last))) letGoAll(codebook, ofKind);
  letGoAll(codebook, together(last));
}

/** Numbers are kept as long as nothing they are computed from changes. */
const tablesIn = remembered((table: DataTable) => {
  const ofKind = (kind: SubjectName['kind']) =>
    query(
      (codebook: Codebook, id: string): readonly ShareTable[] =>
        publishedTables(codebook, memoryEngine(bindData(codebook, table)), [{ kind, id }]),
      { isLasting: true },
    );
  return { question: ofKind('question'), derived: ofKind('derived'), indicator: ofKind('indicator') } as const;
});

/** All tables of a codebook by their subject, where they have to be judged together. */
const together = remembered((table: DataTable) =>
  query(
    (codebook: Codebook, _: ''): ReadonlyMap<string, readonly ShareTable[]> => {
      const engine = memoryEngine(bindData(codebook, table));
      const bySubject = new Map<string, ShareTable[]>();
      for (const one of publishedTables(codebook, engine, subjectsOf(codebook))) {
        const name = `${one.subject.kind} ${one.subject.id}`;
        bySubject.set(name, [...(bySubject.get(name) ?? []), one]);
      }
      return bySubject;
    },
    { isLasting: true },
  ),
);
