import type { Codebook } from '../model/codebook';
import { remembered } from '../text/remember';
import { parseNumber } from './cell';
import { mostFrequent } from './recode';
import { numberReader, textReader } from './text-column';
import type { DataFinding, DataTable, NumberTexts } from './types';

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
  if (column.kind === 'numbers') return weightsFromNumbers(column, table.decimal);
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
  const weightOf = Float64Array.from(read, ({ weight }) => weight);
  const weights = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) weights[row] = weightOf[column.codes[row] ?? 0] ?? 0;
  return { weights, weighted: true, findings };
}

/** The same for weights that nearly all differ: only the texts of faults are written out. */
function weightsFromNumbers(column: NumberTexts, decimal: '.' | ','): Weights {
  const numberOf = numberReader(column, decimal);
  const textOf = textReader(column);
  const weights = new Float64Array(column.numbers.length);
  const faults = new Map<WeightFault, Map<string, number>>();
  for (let row = 0; row < weights.length; row++) {
    const weight = numberOf(row);
    const fault = faultOf(weight);
    if (weight !== undefined && weight > 0) weights[row] = weight;
    if (fault === undefined) continue;
    const counts = faults.get(fault) ?? new Map<string, number>();
    faults.set(fault, counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) + 1));
  }
  const findings = (['weight-missing', 'weight-negative', 'weight-zero'] as const).flatMap((kind): DataFinding[] => {
    const found = [...(faults.get(kind) ?? [])].map(([text, count]) => ({ text, count }));
    const count = found.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ kind, column: column.name, count, examples: mostFrequent(found) }];
  });
  return { weights, weighted: true, findings };
}

function faultOf(weight: number | undefined): WeightFault | undefined {
  if (weight === undefined) return 'weight-missing';
  if (weight < 0) return 'weight-negative';
  return weight === 0 ? 'weight-zero' : undefined;
}

/** Whether some weight is 0: such a respondent is one, and is in no sampling unit. */
export const hasZero = remembered((weights: Float64Array): boolean => weights.includes(0));
