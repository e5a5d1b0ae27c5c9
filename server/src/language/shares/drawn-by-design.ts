import type { Codebook } from '../model/codebook';
import { columnsOfDesign } from '../model/data-columns';
import { type Drawn, type DrawnResult, drawnAlone } from './drawn';
import { drawnByReplicates } from './drawn-replicates';
import { drawnInStages } from './drawn-stages';
import type { DataTable } from './types';

/**
 * How the rows of a table were drawn: by the declared design, or each by itself where none is declared or it is not to be used.
 * Every row is part of the sample, whatever it answered and weighs. A design that the data do not fit is broken: its sample is
 * one lone sampling unit, which has no standard error.
 */
export function drawnOf({ data }: Codebook, table: DataTable, designed: boolean): DrawnResult {
  const design = designed ? data?.design : undefined;
  const named = design === undefined ? [] : columnsOfDesign(design);
  if (design === undefined || named.length === 0) return { drawn: drawnAlone(table.rows, design?.lonePsu), findings: [] };
  // Columns that are not there are told with all others that the codebook names.
  if (named.some((name) => !table.columns.has(name.text))) return { drawn: brokenDesign, findings: [] };
  const { replicate } = design;
  const { drawn, findings } = replicate === undefined ? drawnInStages(design, table) : drawnByReplicates(replicate, table);
  return { drawn: drawn ?? brokenDesign, findings };
}

/** What a design is that the data do not fit. */
export const brokenDesign: Drawn = {
  sample: {
    kind: 'linearised',
    strata: [{ label: '', sampled: 1, units: { kind: 'clusters', clusters: [{ kind: 'leaf', leaf: 0 }] } }],
    leaves: 1,
    lonePsu: 'fail',
  },
  replicateWeights: [],
  isBroken: true,
};
