import type { Variable } from '../../model/codebook';
import { columnsNamedByData } from '../../model/data-columns';
import { distinctTexts, hasEmptyCell } from '../../shares/text-column';
import type { DataTable, TextColumn } from '../../shares/types';
import { remembered } from '../../text/remember';
import { writeScalar } from './edit';
import { keysOf, type Pool } from './pools';
import type { CompletionPlace } from './types';
import { completionWords } from './words';

/** The table of the codebook's data, once it is read. */
export function tableOf({ snapshot, file }: CompletionPlace): DataTable | undefined {
  const state = snapshot.data.get(file);
  return state?.kind === 'ready' ? state.table : undefined;
}

/** Columns of the data with the number of their values: those that no question names yet, then the others. */
export function columnPools(place: CompletionPlace): readonly Pool[] {
  const columns = tableOf(place)?.columns ?? new Map<string, TextColumn>();
  const { variables, data } = place.codebook;
  const described = describedColumns(variables);
  const technical = new Set(columnsNamedByData(data).map((name) => name.text));
  const isKnown = (id: string) => described.has(id) || technical.has(id);
  const words = completionWords(place.language);
  const valuesOf = (id: string): number => {
    const column = columns.get(id);
    return column === undefined ? 0 : valuesIn(column);
  };
  const pool = (fits: (id: string) => boolean): Pool => ({
    ids: keysOf(columns),
    fits,
    labelOf: () => '',
    complete: (id) => ({
      label: id,
      kind: 'column',
      detail: words.values(valuesOf(id)),
      documentation: '',
      edit: writeScalar(place, id),
      filter: id,
    }),
  });
  return [pool((id) => !isKnown(id)), pool(isKnown)];
}

const describedColumns = remembered((variables: ReadonlyMap<string, Variable>): ReadonlySet<string> => {
  const described = new Set<string>();
  for (const { column, items } of variables.values()) {
    if (column !== undefined) described.add(column);
    for (const item of items) described.add(item.column);
  }
  return described;
});

/** How many different values a column has. */
export const valuesIn = remembered((column: TextColumn): number => distinctTexts(column) - (hasEmptyCell(column) ? 1 : 0));

/** What the names of a battery's columns may begin with: as they stand before its items, or before a `_`. */
export function prefixPool(place: CompletionPlace): Pool {
  const question = place.codebook.questions.get(String(place.cursor.path[1]));
  const items = question?.items.map(({ id }) => id.text) ?? [];
  const counts = new Map<string, number>();
  for (const column of tableOf(place)?.columns.keys() ?? []) {
    for (const prefix of prefixesOf(column, items)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  return {
    ids: several.map(([prefix]) => prefix),
    labelOf: () => '',
    complete: (id) => ({
      label: id,
      kind: 'column',
      detail: completionWords(place.language).columns(counts.get(id) ?? 0),
      documentation: '',
      edit: writeScalar(place, id),
      filter: id,
    }),
  };
}

function prefixesOf(column: string, items: readonly string[]): readonly string[] {
  const ends = items.filter((item) => column.endsWith(item) && column !== item);
  if (items.length > 0) return ends.map((item) => column.slice(0, -item.length));
  const last = column.lastIndexOf('_');
  return last > 0 ? [column.slice(0, last + 1)] : [];
}
