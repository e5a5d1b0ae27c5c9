import type { ScalarType } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { CellFault, CellMeaning, ReadCell } from './cell';
import { type ColumnDraft, draftColumn } from './columns';
import { narrow, placedOf, spread, valuesAt } from './placed';
import { textReader } from './text-column';
import type { CategoryColumn, CodedColumn, Codes, DataFinding, NumberTexts, TextColumn, ValueColumn } from './types';

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
 * counted as a fault of the data and left out.
 */
export function recode(text: TextColumn, recoding: Recoding): RecodedColumn {
  return text.kind === 'codes' ? recodeCodes(text, recoding) : recodeNumbers(text, recoding);
}

/**
 * Each distinct cell text is read once; a row is no more than the place of its text among them, or the one behind the last of
 * them outside the universe.
 */
function recodeCodes(text: CodedColumn, recoding: Recoding): RecodedColumn {
  const meanings = text.dictionary.map(recoding.read);
  const outside = recoding.universe === undefined ? undefined : outsideOf(recoding.universe);
  const distinct = distinctColumn(meanings, recoding, outside !== undefined);
  const places = narrow(text.codes, meanings.length + (outside === undefined ? 0 : 1));
  const faults = faultsOf(text, meanings, outside);
  const findings = findingsIn(faults, text, recoding);
  return {
    column: spread(distinct, outside === undefined ? places : withoutOutside(places, outside, meanings.length)),
    findings,
  };
}

/** Nearly all cells differ, so each is read for itself. */
function recodeNumbers(text: NumberTexts, recoding: Recoding): RecodedColumn {
  const textOf = textReader(text);
  const draft = draftColumn(recoding.type, text.numbers.length);
  const faults = new Map<Fault, Map<string, number>>();
  for (let row = 0; row < text.numbers.length; row++) {
    const meaning = recoding.read(textOf(row));
    const isOutside = recoding.universe?.codes[row] === 1;
    const fault = isOutside ? outsideFault(meaning) : faultIn(meaning);
    if (fault !== undefined) countFault(faults, fault, textOf(row));
    if (isOutside) draft.setMissing(row, 'not_asked');
    else setMeaning(draft, row, meaning, recoding.empty);
  }
  return { column: draft.column, findings: findingsIn(faults, text, recoding) };
}

function setMeaning(draft: ColumnDraft, row: number, meaning: CellMeaning, empty: MissingKind): void {
  if (meaning.kind === 'category') draft.setCategory(row, meaning.index);
  else if (meaning.kind === 'number' || meaning.kind === 'text') draft.set(row, { known: true, value: meaning.value });
  else draft.setMissing(row, missingKindOf(meaning, empty));
}

function faultIn(meaning: CellMeaning): CellFault | undefined {
  return meaning.kind === 'fault' ? meaning.fault : undefined;
}

/** One row for each distinct cell text, and one for whoever was not asked. */
function distinctColumn(meanings: readonly CellMeaning[], { type, empty }: Recoding, hasOutside: boolean): ValueColumn {
  const draft = draftColumn(type, meanings.length + (hasOutside ? 1 : 0));
  for (const [place, meaning] of meanings.entries()) {
    setMeaning(draft, place, meaning, empty);
  }
  if (hasOutside) draft.setMissing(meanings.length, 'not_asked');
  return draft.column;
}

/** 1 in the rows of those who were not asked. */
function outsideOf(universe: CategoryColumn): Uint8Array {
  const { places, distinct } = placedOf(universe);
  const isOutside = valuesAt({ places, distinct }).map((value) => (value.known && value.value === false ? 1 : 0));
  const outside = new Uint8Array(places.length);
  for (let row = 0; row < places.length; row++) outside[row] = isOutside[places[row] ?? 0] ?? 0;
  return outside;
}

function withoutOutside(places: Codes, outside: Uint8Array, place: number): Codes {
  const inside = places.slice();
  for (let row = 0; row < inside.length; row++) if (outside[row] === 1) inside[row] = place;
  return inside;
}

/** Rows with a fault by its kind and the place of their text, in the order in which they come. */
function faultsOf(
  text: CodedColumn,
  meanings: readonly CellMeaning[],
  outside: Uint8Array | undefined,
): ReadonlyMap<Fault, ReadonlyMap<string, number>> {
  const faults = new Map<Fault, Map<string, number>>();
  const inside = meanings.map(faultIn);
  const beyond = meanings.map((meaning) => (outside === undefined ? undefined : outsideFault(meaning)));
  if ([...inside, ...beyond].every((fault) => fault === undefined)) return faults;
  const { codes } = text;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const fault = (outside?.[row] === 1 ? beyond : inside)[code];
    if (fault !== undefined) countFault(faults, fault, text.dictionary[code] ?? '');
  }
  return faults;
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

function findingsIn(
  faults: ReadonlyMap<Fault, ReadonlyMap<string, number>>,
  text: TextColumn,
  { variable, item }: Recoding,
): readonly DataFinding[] {
  return [...faults].map(([kind, counts]) => {
    const named = [...counts].map(([cell, count]) => ({ text: cell, count }));
    return {
      kind,
      variable,
      ...(item === undefined ? {} : { item }),
      column: text.name,
      count: named.reduce((sum, one) => sum + one.count, 0),
      examples: mostFrequent(named),
    };
  });
}

/** Up to ten cell texts, most frequent first. */
export function mostFrequent(counted: readonly { readonly text: string; readonly count: number }[]): DataFinding['examples'] {
  return [...counted].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, 10);
}
