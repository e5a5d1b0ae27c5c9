import type { ReplicateSample } from '../estimation/sample';
import type { ReplicateDeclaration } from '../model/declarations';
import { numberCells } from './design-cells';
import type { Drawn } from './drawn';
import { rankOf } from './replicate-rank';
import type { DataFinding, DataTable } from './types';

/** Replicate weights as their columns hold them: full weights, not factors. Broken where one is missing or a factor is not told. */
export function drawnByReplicates(
  declared: ReplicateDeclaration,
  table: DataTable,
): { readonly drawn: Drawn | undefined; readonly findings: readonly DataFinding[] } {
  const read = declared.columns.flatMap(({ text }) => {
    const column = table.columns.get(text);
    return column === undefined ? [] : [numberCells(column, table, () => true)];
  });
  const findings = read.flatMap((column) => column.findings);
  const replicateWeights = read.map(({ numbers }) => numbers);
  const sample = findings.length > 0 ? undefined : replicateSample(declared, read.length, () => rankOf(replicateWeights));
  return { drawn: sample === undefined ? undefined : { sample, replicateWeights }, findings };
}

/** What a declaration says of its replicates; `undefined` where a factor is not told. `rank`: that of the replicate weights. */
export function replicateSample(
  declared: ReplicateDeclaration,
  replicates: number,
  rank: () => number,
): ReplicateSample | undefined {
  const scale = scaleOf(declared, replicates);
  const rscales = factorsOf(declared, replicates);
  if (scale === undefined || rscales === undefined) return undefined;
  const degreesOfFreedom = declared.df?.value ?? rank() - 1;
  return { kind: 'replicates', replicates, scale, rscales, around: declared.around, degreesOfFreedom };
}

/** The factor of the sum of squares, as stated, else the usual one of the method (R `survey`: `svrepdesign`). */
function scaleOf({ method, scale, rho }: ReplicateDeclaration, replicates: number): number | undefined {
  if (scale !== undefined) return scale.value;
  switch (method) {
    case 'brr':
      return 1 / replicates;
    case 'fay':
      return rho === undefined ? undefined : 1 / (replicates * (1 - rho.value) ** 2);
    case 'jk1':
      return (replicates - 1) / replicates;
    case 'jk2':
    case 'jkn':
      return 1;
    case 'bootstrap':
      return replicates > 1 ? 1 / (replicates - 1) : undefined;
    case 'successive_difference':
      return 4 / replicates;
    default:
      return undefined;
  }
}

/** The factor of each replicate. Stratified jackknife has none that is usual. */
function factorsOf({ method, rscales }: ReplicateDeclaration, replicates: number): Float64Array | undefined {
  if (rscales === undefined) return method === 'jkn' ? undefined : new Float64Array(replicates).fill(1);
  const [only] = rscales;
  if (rscales.length === 1 && only !== undefined) return new Float64Array(replicates).fill(only.value);
  return rscales.length === replicates ? Float64Array.from(rscales, ({ value }) => value) : undefined;
}
