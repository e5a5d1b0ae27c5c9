import type { ScalarType } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { CellFault, CellMeaning, ReadCell } from './cell';
import { draftColumn } from './columns';
import { textReader } from './text-column';
import type { CategoryColumn, CodedColumn, DataFinding, NumberTexts, TextColumn, ValueColumn } from './types';

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
  const cells = text.kind === 'numbers' ? numberCells(text, recoding.read) : codedCells(text, recoding.read);
  const draft = draftColumn(recoding.type, cells.rows);
  const faults = new Map<Fault, Map<string, number>>();
  for (let row = 0; row < cells.rows; row++) {
    const meaning = cells.meaning(row);
    const isOutside = recoding.universe?.codes[row] === 1;
    const fault = isOutside ? outsideFault(meaning) : meaning.kind === 'fault' ? meaning.fault : undefined;
    if (fault !== undefined) countFault(faults, fault, cells.text(row));
    if (isOutside) draft.setMissing(row, 'not_asked');
    else if (meaning.kind === 'category') draft.setCategory(row, meaning.index);
    else if (meaning.kind === 'number' || meaning.kind === 'text') draft.set(row, { known: true, value: meaning.value });
    else draft.setMissing(row, missingKindOf(meaning, recoding.empty));
  }
  const findings = [...faults].map(([kind, counts]) => faultFinding(kind, counts, text, recoding));
  return { column: draft.column, findings };
}

const emptyCell: CellMeaning = { kind: 'empty' };

interface Cells {
  readonly rows: number;
  readonly meaning: (row: number) => CellMeaning;
  readonly text: (row: number) => string;
}

function codedCells(column: CodedColumn, read: ReadCell): Cells {
  const meanings = column.dictionary.map((text) => read(text));
  const { codes } = column;
  return { rows: codes.length, meaning: (row) => meanings[codes[row] ?? 0] ?? emptyCell, text: textReader(column) };
}

/** Nearly all of them differ, so each is read for itself. */
function numberCells(column: NumberTexts, read: ReadCell): Cells {
  const text = textReader(column);
  return { rows: column.numbers.length, meaning: (row) => read(text(row)), text };
}

function missingKindOf(meaning: CellMeaning, empty: MissingKind): MissingKind {
  if (meaning.kind === 'missing') return meaning.missing;
  return meaning.kind === 'empty' ? empty : 'invalid';
}

/** A missing code says the same as an empty cell where nobody asked; anything else is an answer to a question not put. */
function outsideFault(meaning: CellMeaning): Fault | undefined {
  return meaning.kind === 'empty' || meaning.kind === 'missing' ? undefined : 'answer-outside-universe';
}

function countFault(faults: Map<Fault, Map<string, number>>, fault: Fault, text: string): void {
  const counts = faults.get(fault) ?? new Map<string, number>();
  counts.set(text, (counts.get(text) ?? 0) + 1);
  faults.set(fault, counts);
}

function faultFinding(kind: Fault, counts: ReadonlyMap<string, number>, text: TextColumn, recoding: Recoding): DataFinding {
  const named = [...counts].map(([cell, count]) => ({ text: cell, count }));
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
