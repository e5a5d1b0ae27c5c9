import type { Codebook } from '../model/codebook';
import { parseNumber } from './cell';
import { mostFrequent } from './recode';
import type { DataFinding, DataTable } from './types';

interface Weights {
  readonly weights: Float64Array | undefined;
  readonly weighted: boolean;
  readonly findings: readonly DataFinding[];
}

type WeightFault = Extract<DataFinding['kind'], 'weight-missing' | 'weight-negative' | 'weight-zero'>;

/** The weight of each row: 1 where none is declared, 0 where it is missing or negative; none where the column is not there. */
export function weightsOf(codebook: Codebook, table: DataTable): Weights {
  const name = codebook.data?.weight?.text;
  const column = name === undefined ? undefined : table.columns.get(name);
  if (name === undefined) return { weights: new Float64Array(table.rows).fill(1), weighted: false, findings: [] };
  if (column === undefined) return { weights: undefined, weighted: true, findings: [] };
  const read = column.dictionary.map((text) => {
    const weight = parseNumber(text, table.decimal);
    return { text, weight: weight === undefined || weight < 0 ? 0 : weight, fault: faultOf(weight) };
  });
  const counts = read.map(() => 0);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  const findings = (['weight-missing', 'weight-negative', 'weight-zero'] as const).flatMap((kind): DataFinding[] => {
    const found = read.flatMap(({ text, fault }, index) => (fault === kind ? [{ text, count: counts[index] ?? 0 }] : []));
    const count = found.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ kind, column: column.name, count, examples: mostFrequent(found) }];
  });
  return { weights: Float64Array.from(column.codes, (code) => read[code]?.weight ?? 0), weighted: true, findings };
}

function faultOf(weight: number | undefined): WeightFault | undefined {
  if (weight === undefined) return 'weight-missing';
  if (weight < 0) return 'weight-negative';
  return weight === 0 ? 'weight-zero' : undefined;
}
