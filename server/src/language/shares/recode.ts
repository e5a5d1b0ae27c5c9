import type { ScalarType } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { CellFault, CellMeaning, ReadCell } from './cell';
import { draftColumn } from './columns';
import type { CategoryColumn, DataFinding, TextColumn, ValueColumn } from './types';

export interface RecodedColumn {
  readonly column: ValueColumn;
  readonly findings: readonly DataFinding[];
}

interface Recoding {
  readonly variable: string;
  readonly item?: string;
  readonly type: ScalarType;
  readonly read: ReadCell;
  /** Who was asked: yes, no, or missing where the routing answer is. Absent: everybody. */
  readonly universe?: CategoryColumn;
  /** What an empty cell means where the universe is not known to be no. */
  readonly empty: MissingKind;
}

type Fault = CellFault | 'answer-outside-universe';

/**
 * A text column with the meaning its question gives it. Outside the universe everything is `not_asked`: an answer there is
 * counted as a fault of the data and left out. Each distinct cell text is read once.
 */
export function recode(text: TextColumn, recoding: Recoding): RecodedColumn {
  const meanings = text.dictionary.map(recoding.read);
  const draft = draftColumn(recoding.type, text.codes.length);
  const faults = new Map<Fault, Map<number, number>>();
  for (const [row, code] of text.codes.entries()) {
    const meaning = meanings[code] ?? emptyCell;
    const isOutside = recoding.universe?.codes[row] === 1;
    const fault = isOutside ? outsideFault(meaning) : meaning.kind === 'fault' ? meaning.fault : undefined;
    if (fault !== undefined) countFault(faults, fault, code);
    if (isOutside) draft.setMissing(row, 'not_asked');
    else if (meaning.kind === 'category') draft.setCategory(row, meaning.index);
    else if (meaning.kind === 'number' || meaning.kind === 'text') draft.set(row, { known: true, value: meaning.value });
    else draft.setMissing(row, missingKindOf(meaning, recoding.empty));
  }
  const findings = [...faults].map(([kind, counts]) => faultFinding(kind, counts, text, recoding));
  return { column: draft.column, findings };
}

const emptyCell: CellMeaning = { kind: 'empty' };

function missingKindOf(meaning: CellMeaning, empty: MissingKind): MissingKind {
  if (meaning.kind === 'missing') return meaning.missing;
  return meaning.kind === 'empty' ? empty : 'invalid';
}

/** A missing code says the same as an empty cell where nobody asked; anything else is an answer to a question not put. */
function outsideFault(meaning: CellMeaning): Fault | undefined {
  return meaning.kind === 'empty' || meaning.kind === 'missing' ? undefined : 'answer-outside-universe';
}

function countFault(faults: Map<Fault, Map<number, number>>, fault: Fault, code: number): void {
  const counts = faults.get(fault) ?? new Map<number, number>();
  counts.set(code, (counts.get(code) ?? 0) + 1);
  faults.set(fault, counts);
}

function faultFinding(kind: Fault, counts: ReadonlyMap<number, number>, text: TextColumn, recoding: Recoding): DataFinding {
  const named = [...counts].map(([code, count]) => ({ text: text.dictionary[code] ?? '', count }));
  return {
    kind,
    variable: recoding.variable,
    ...(recoding.item === undefined ? {} : { item: recoding.item }),
    column: text.name,
    count: named.reduce((sum, one) => sum + one.count, 0),
    examples: mostFrequent(named),
  };
}

/** Up to ten cell texts, most frequent first. */
export function mostFrequent(counted: readonly { readonly text: string; readonly count: number }[]): DataFinding['examples'] {
  return [...counted].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, 10);
}
