import type { DataFailure, TextColumn } from '../language';
import { addText, capacityOf, finishColumn, type GrowingColumn, growColumn, makeRoom } from './growing';

/** Columns that grow record by record, each distinct cell text kept once. */
export interface GrowingColumns {
  /** Takes the next record; the first one is the header. Returns why the table can't be used, if it can't. */
  readonly add: (record: readonly string[], line: number) => DataFailure | undefined;
  readonly finish: () => { readonly rows: number; readonly columns: ReadonlyMap<string, TextColumn> } | undefined;
}

export function growColumns(file: string, delimiter: string): GrowingColumns {
  let columns: GrowingColumn[] | undefined;
  let unnamed = 0;
  let rows = 0;
  return {
    add(record, line) {
      if (columns === undefined) {
        const named = namesOf(file, record);
        unnamed = named.unnamed;
        columns = named.names.map((name) => growColumn(name, 1024));
        return named.failure;
      }
      const beyond = record.slice(columns.length);
      if (record.length < columns.length || beyond.length > unnamed) {
        return ragged(file, line, record.length, columns.length, delimiter);
      }
      if (beyond.some((cell) => cell.trim() !== '')) return nameless(file, line, columns.length);
      for (const [index, column] of columns.entries()) {
        if (rows === capacityOf(column)) makeRoom(column, rows * 2);
        addText(column, (record[index] ?? '').trim(), rows);
      }
      rows++;
      return undefined;
    },
    finish() {
      if (columns === undefined) return undefined;
      return { rows, columns: new Map(columns.map((column) => [column.name, finishColumn(column, rows)])) };
    },
  };
}

/** The columns that a header names, how many more it has without a name, and why they can't be used, if they can't. */
export function namesOf(
  file: string,
  record: readonly string[],
): { readonly names: readonly string[]; readonly unnamed: number; readonly failure: DataFailure | undefined } {
  const header = record.map((name) => name.trim());
  const names = withoutUnnamedEnd(header);
  return { names, unnamed: header.length - names.length, failure: headerFailure(file, names) };
}

/**
 * A spreadsheet writes empty columns behind the last one it was ever typed in. They hold nothing and are left out; that they do
 * is looked at line by line. A header without any name stays as it is, and is refused.
 */
function withoutUnnamedEnd(header: readonly string[]): readonly string[] {
  let named = header.length;
  while (named > 0 && header[named - 1] === '') named--;
  return named === 0 ? header : header.slice(0, named);
}

function nameless(file: string, line: number, named: number): DataFailure {
  const message = `Line ${line} of ${file} has a value behind the ${named} columns that the first line names: name its column, or remove the value.`;
  return { code: 'format', message, line };
}

function headerFailure(file: string, names: readonly string[]): DataFailure | undefined {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') {
      return header(`Column ${index + 1} of ${file} has no name: give it one in the first line, or remove the column.`);
    }
    const first = seen.get(name);
    if (first !== undefined) {
      return header(`Columns ${first + 1} and ${index + 1} of ${file} are both called \`${name}\`: rename one of them.`);
    }
    seen.set(name, index);
  }
  return undefined;
}

function ragged(file: string, line: number, found: number, expected: number, delimiter: string): DataFailure {
  const cells = found === 1 ? '1 cell' : `${found} cells`;
  const remedy =
    found > expected
      ? `put a cell that holds ${delimiter === '\t' ? 'a tab' : `\`${delimiter}\``} in quotes`
      : 'fill the line up';
  const message = `Line ${line} of ${file} has ${cells} where the header has ${expected}: ${remedy}.`;
  return { code: 'format', message, line };
}

function header(message: string): DataFailure {
  return { code: 'format', message, line: 1 };
}
