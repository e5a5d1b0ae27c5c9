import { keyOf } from '../cell-key';
import type { EngineCell, EngineResults } from '../results';
import type { ResultFile } from './output';

/** Reads the files that the syntax wrote. Groups nobody is in are not in them: their numbers are 0. */
export function readTables(files: readonly ResultFile[], texts: ReadonlyMap<string, string>, engine: string): EngineResults {
  const cells = new Map<string, { readonly subject: string; readonly key: string; readonly numbers: Map<string, number> }>();
  for (const result of files) {
    const rows = rowsOf(texts.get(result.file) ?? '');
    for (const { ids, numbers } of patternsOf(result.groups)) {
      const row = rows.find((one) => numbers.every(([column, number]) => one.get(column) === number));
      for (const { column, quantity, part } of result.columns) {
        const key = keyOf({ ...part, by: result.by, groups: ids });
        const id = `${result.subject}\n${key}`;
        const cell = cells.get(id) ?? { subject: result.subject, key, numbers: new Map() };
        cells.set(id, cell);
        const number = row?.get(column) ?? whereNobodyIs(quantity, part.statistic);
        if (number !== undefined) cell.numbers.set(quantity, number);
      }
    }
  }
  return { engine, cells: [...cells.values()].map((cell): EngineCell => ({ ...cell, why: '' })) };
}

/** Nobody is 0 respondents, and a count of nobody is 0; any other estimate does not exist. */
function whereNobodyIs(quantity: 'estimate' | 'n' | 'counted', statistic: string): number | undefined {
  return quantity === 'estimate' && statistic !== 'count' ? undefined : 0;
}

/** Every group of a pattern: its ids, and what stands in which column of its row. */
function patternsOf(groups: ResultFile['groups']): readonly {
  readonly ids: readonly string[];
  readonly numbers: readonly (readonly [string, number])[];
}[] {
  return groups.reduce<ReturnType<typeof patternsOf>>(
    (before, group, at) =>
      before.flatMap(({ ids, numbers }) =>
        group === undefined
          ? [{ ids: [...ids, 'total'], numbers }]
          : [...group].map(([number, id]) => ({
              ids: [...ids, id],
              numbers: [...numbers, [`@group${at + 1}`, number] as const],
            })),
      ),
    [{ ids: [], numbers: [] }],
  );
}

function rowsOf(text: string): readonly ReadonlyMap<string, number>[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    return new Map(
      names.flatMap((name, at) => {
        const cell = cells[at] ?? '';
        return cell === '' ? [] : [[name, Number(cell)] as const];
      }),
    );
  });
}
