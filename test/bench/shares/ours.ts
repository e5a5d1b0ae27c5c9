import type { Codebook, DataTable } from '../../../server/src/language';
import { type LinearisedSample, shareErrors } from '../../../server/src/language/estimation';
import {
  bindData,
  type DenseSums,
  type DenseTallies,
  memoryEngine,
  type TabulationRequest,
  type TabulationResult,
} from '../../../server/src/language/shares';
import type { Kernel } from '../../../server/src/language/shares/kernel';
import { requestsOf } from '../../../server/src/language/shares/plan-requests';
import { tablePlans } from '../../../server/src/language/shares/tables';
import { shown } from './book';
import { indicators, questions } from './data';

/** Shares of a view and their standard errors. */
export interface View {
  readonly shares: number;
  /** The share of 5 of the third question in the fifth region, and its standard error, to hold beside others'. */
  readonly probe: { readonly share: number; readonly error: number };
}

export const subjects = [
  ...questions.slice(0, shown).map((id) => ({ kind: 'question', id }) as const),
  ...indicators.map(({ id }) => ({ kind: 'indicator', id: `share_${id}` }) as const),
];

/** What the tables of the view ask of the engine, less the logical bounds, which nothing that is compared with computes. */
export function requestsFor(codebook: Codebook, of = subjects): readonly TabulationRequest[] {
  return tablePlans(codebook, of)
    .flatMap((plan) => requestsOf(plan))
    .filter((request) => request.of.every((operand) => operand.kind !== 'bound'));
}

/**
 * A view from a table that nothing is known of yet: columns get their meaning, indicators are evaluated, everything is
 * tabulated, and every share of every cell gets its standard error.
 */
export function computeView(
  codebook: Codebook,
  table: DataTable,
  requests: readonly TabulationRequest[],
  kernel?: Kernel,
): View {
  return estimated(codebook, { ...table }, requests, kernel);
}

/** The same where what was computed before is remembered, by the identity of the table. */
export function estimated(codebook: Codebook, table: DataTable, requests: readonly TabulationRequest[], kernel?: Kernel): View {
  const engine = memoryEngine(bindData(codebook, table), kernel === undefined ? {} : { kernel });
  const sample = engine.sample(true);
  if (sample.kind !== 'linearised') throw new Error('The bench has strata.');
  const results = engine.tabulateAll(requests).map(denseOf);
  const errors = new Map(
    [...new Set(results.map(({ block }) => block))].map((block) => [block, errorsOf(sample, results, block)]),
  );
  return {
    shares: results.reduce((sum, { groups, values }) => sum + groups.length * values.length, 0),
    probe: probed(requests, results, errors),
  };
}

/** The standard error of every share of every cell of a block, missing answers outside the base. */
function errorsOf(sample: LinearisedSample, results: readonly DenseTallies[], block: DenseSums): Float64Array {
  const known = results.find((one) => one.block === block)?.values.length ?? 0;
  const base = Uint8Array.from({ length: block.values }, (_, value) => (value < known ? 1 : 0));
  const errors = shareErrors(sample, { ...block, base });
  if (errors === undefined) throw new Error('Strata of respondents have standard errors.');
  return errors;
}

function denseOf(result: TabulationResult): DenseTallies {
  if (result.kind !== 'tabulation' || result.dense === undefined) throw new Error('The bench is tabulated densely.');
  return result.dense;
}

/** The share of 5 in the fifth region. */
function probed(
  requests: readonly TabulationRequest[],
  results: readonly DenseTallies[],
  errors: ReadonlyMap<DenseSums, Float64Array>,
): View['probe'] {
  const at = requests.findIndex(({ of: [of], by }) => of?.kind === 'variable' && of.name === 'q03' && by[0] === 'region');
  const dense = results[at];
  if (dense === undefined) return { share: Number.NaN, error: Number.NaN };
  const { block, values, groups, first } = dense;
  const value = values.findIndex(([id]) => id === 'c5');
  const cell = (first + groups.findIndex(([id]) => id === 'g5')) * block.values;
  const whole = values.reduce((sum, _, slot) => sum + (block.totals[cell + slot] ?? 0), 0);
  return { share: (block.totals[cell + value] ?? 0) / whole, error: errors.get(block)?.[cell + value] ?? Number.NaN };
}
