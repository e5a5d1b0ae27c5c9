import type { BoundData, ValueColumn } from '../../server/src/language/shares';
import { valueReader } from '../../server/src/language/shares/columns';

/** A column as a line of text: values as they are, missing ones by their kind in brackets. */
export function written(bound: BoundData, name: string): string {
  const [variable = '', item] = name.split('.');
  const column = bound.column(variable, item);
  return column === undefined ? 'no column' : values(column, bound.rows).join(' ');
}

function values(column: ValueColumn, rows: number): readonly string[] {
  const read = valueReader(column);
  return Array.from({ length: rows }, (_, row) => {
    const value = read(row);
    if (!value.known) return `(${value.kind})`;
    return typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : `${value.value}`;
  });
}

/** Findings as lines: where, kind, rows, and the cells that show it. */
export function findings(bound: BoundData): readonly string[] {
  return bound.findings().map(({ variable, item, column, kind, count, examples }) => {
    const name = [variable, item].filter((part) => part !== undefined).join('.') || column;
    const shown = examples.map((one) => `${one.text}×${one.count}`).join(' ');
    return `${name}: ${kind} ${count} ${shown}`.trim();
  });
}
