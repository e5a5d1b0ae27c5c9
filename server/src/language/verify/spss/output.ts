import type { KeyParts } from '../cell-key';
import type { Writer } from './writer';

/** A number of a cell in a column of a results file. */
export interface ResultColumn {
  readonly column: string;
  readonly quantity: 'estimate' | 'n' | 'counted';
  readonly part: Pick<KeyParts, 'item' | 'category' | 'statistic' | 'at'>;
}

/** A file of results: what stands in it, so that it can be read again. */
export interface ResultFile {
  readonly file: string;
  readonly subject: string;
  readonly by: readonly string[];
  /** For each variable of `by`: the groups by their numbers, 0 for those without one; absent for the total. */
  readonly groups: readonly (ReadonlyMap<number, string> | undefined)[];
  readonly columns: readonly ResultColumn[];
}

/** Where results go, one file after the other. */
export interface Output {
  readonly writer: Writer;
  readonly files: ResultFile[];
}

/** The break variables of a split: one for each variable that is not summed over, and one that is the same for all. */
export function breaksOf(groups: ResultFile['groups']): string {
  return ['@all', ...groups.flatMap((one, at) => (one === undefined ? [] : [`@group${at + 1}`]))].join(' ');
}

/** Aggregates the active cases and writes them to a file of their own. `then` computes from the aggregated numbers. */
export function aggregate(
  { writer, files }: Output,
  result: Omit<ResultFile, 'file'>,
  functions: readonly string[],
  after: readonly string[] = [],
  dataset = 'answers',
): void {
  const file = `verify-${files.length + 1}.csv`;
  files.push({ ...result, file });
  writer.say(
    'DATASET DECLARE result.',
    `AGGREGATE OUTFILE=result /BREAK=${breaksOf(result.groups)}`,
    ...functions.map((one, at) => `  /${one}${at === functions.length - 1 ? '.' : ''}`),
    'DATASET ACTIVATE result.',
    ...after,
    `SAVE TRANSLATE /OUTFILE='${file}' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.`,
    `DATASET ACTIVATE ${dataset}.`,
    'DATASET CLOSE result.',
  );
}
