import type { Value } from '../expression/value';
import { parseNumber } from './cell';
import { isYesNoColumn, valueReader } from './columns';
import { mostFrequent } from './recode';
import { codedOf, numberReader, rowsOf, textReader } from './text-column';
import type { CodedColumn, DataFinding, TextColumn, ValueColumn } from './types';

/**
 * The rows in which a file's own copy of a derived variable says something else. The categories of a derived variable have
 * no codes, so the copy's are read from the data: by id, 1 for yes and 0 or 2 for no, else the category that most rows with
 * the code have. A missing value agrees with an empty cell and with a code that means nothing.
 */
export function copyFinding(
  column: ValueColumn,
  copy: TextColumn,
  decimal: '.' | ',',
  variable: string,
): DataFinding | undefined {
  const values = valueReader(column);
  const statedIn = statementsOf(column, copy, decimal, values);
  const textOf = textReader(copy);
  const differing = new Map<string, number>();
  for (let row = 0; row < rowsOf(copy); row++) {
    const value = values(row);
    const stated = statedIn(row);
    const agrees = value.known ? value.value === stated : stated === undefined;
    if (!agrees) differing.set(textOf(row), (differing.get(textOf(row)) ?? 0) + 1);
  }
  const counted = [...differing].map(([text, count]) => ({ text, count }));
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  return count === 0
    ? undefined
    : { kind: 'copy-differs', variable, column: copy.name, count, examples: mostFrequent(counted) };
}

type Stated = string | number | boolean | undefined;

/** What the copy says in each row, `undefined` for nothing. */
function statementsOf(
  column: ValueColumn,
  copy: TextColumn,
  decimal: '.' | ',',
  values: (row: number) => Value,
): (row: number) => Stated {
  if (copy.kind === 'numbers' && column.kind === 'number') return numberReader(copy, decimal);
  const coded = codedOf(copy);
  const meanings = meaningsOf(column, coded, decimal, values);
  return (row) => meanings[coded.codes[row] ?? 0];
}

/** What each distinct cell of the copy says, `undefined` for nothing. */
function meaningsOf(
  column: ValueColumn,
  copy: CodedColumn,
  decimal: '.' | ',',
  values: (row: number) => Value,
): readonly Stated[] {
  if (column.kind === 'number') return copy.dictionary.map((text) => parseNumber(text, decimal));
  if (column.kind === 'string') return copy.dictionary.map((text) => (text === '' ? undefined : text));
  const cells = copy.dictionary.filter((text) => text !== '');
  const isYesNo = isYesNoColumn(column);
  if (cells.every((text) => column.ids.includes(text))) {
    return copy.dictionary.map((text) => (text === '' ? undefined : isYesNo ? text === 'yes' : text));
  }
  if (isYesNo) return copy.dictionary.map((text) => yesNoOf(text));
  return usualMeanings(copy, values);
}

function yesNoOf(text: string): boolean | undefined {
  if (text === '1') return true;
  return text === '0' || text === '2' ? false : undefined;
}

/** The value most rows with a code have. Two codes never mean the same: the one with fewer rows then means nothing. */
function usualMeanings(copy: CodedColumn, values: (row: number) => Value): readonly Stated[] {
  const counts = copy.dictionary.map(() => new Map<Stated, number>());
  for (const [row, code] of copy.codes.entries()) {
    const value = values(row);
    const key = value.known ? value.value : undefined;
    counts[code]?.set(key, (counts[code]?.get(key) ?? 0) + 1);
  }
  const usual = counts.map((found, code) => {
    const [value, count] = [...found].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
    return { code, value: copy.dictionary[code] === '' ? undefined : value, count };
  });
  const meanings: Stated[] = copy.dictionary.map(() => undefined);
  const taken = new Set<Stated>();
  for (const { code, value } of [...usual].sort((a, b) => b.count - a.count)) {
    if (value === undefined || taken.has(value)) continue;
    taken.add(value);
    meanings[code] = value;
  }
  return meanings;
}
