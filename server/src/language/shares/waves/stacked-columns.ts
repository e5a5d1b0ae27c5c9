import { textReader } from '../text-column';
import type { CodedColumn, DataTable, TextColumn } from '../types';

/** The cells of a column in the earlier round, then those in the later: the same text is the same code. */
export function stackedColumn(earlier: Side, now: Side): CodedColumn {
  return columnOf(now.column.name, [...textsOf(earlier), ...textsOf(now)]);
}

/** A column with the rows it is read from. */
export interface Side {
  readonly column: TextColumn;
  readonly table: DataTable;
}

/** The same of ids. Who has none is a unit of their own, whom nobody else is. */
export function stackedIds(earlier: Side, now: Side): CodedColumn {
  const texts = [...textsOf(earlier), ...textsOf(now)];
  return columnOf(
    now.column.name,
    texts.map((text, row) => (text === '' ? `\n${row}` : text)),
  );
}

function textsOf({ column, table }: Side): readonly string[] {
  const textAt = textReader(column);
  return Array.from({ length: table.rows }, (_, row) => textAt(row));
}

function columnOf(name: string, texts: readonly string[]): CodedColumn {
  const codeOf = new Map<string, number>();
  const codes = Uint32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(text, code);
    return code;
  });
  return { kind: 'codes', name, dictionary: [...codeOf.keys()], codes };
}
