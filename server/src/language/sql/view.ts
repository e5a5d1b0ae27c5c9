import type { Codebook } from '../model/codebook';
import type { TabulationRequest, TabulationResult } from '../shares/engine';
import { type Batch, batchesOf, type Resolved, tellingWeightless } from './batches';
import { bindSource } from './bind';
import { decodeView, type SqlRow } from './decode';
import type { Dialect } from './dialect';
import { type Drawing, oneLeaf } from './drawing';
import { createLayers } from './layers';
import { resolveRequest } from './resolve';
import type { SqlSource } from './source';
import { statementOf } from './statement';
import { hasWeightIn, weightOf } from './weight';

/** One statement that counts all that a view needs, and what its rows say. */
export interface SqlView {
  /** Absent where nothing that is asked can be computed. */
  readonly statement?: string;
  /** The answers to the requests, in their order, from all rows of the statement. */
  readonly decode: (rows: readonly SqlRow[]) => readonly TabulationResult[];
}

/**
 * Compiles the requests of a view to one statement over a table. It returns the sums that the engine in memory makes: counts
 * are the same, sums of weights differ by no more than the order in which doubles are added.
 * @param drawing how leaves and replicate weights are told, from `compileSample`; without it everybody is in leaf 0
 */
export function compileView(
  codebook: Codebook,
  source: SqlSource,
  dialect: Dialect,
  requests: readonly TabulationRequest[],
  drawing: Drawing = oneLeaf,
): SqlView {
  const writer = { dialect, layers: createLayers(dialect) };
  const binding = bindSource(writer, codebook, source);
  const weight = weightOf(writer, codebook, source);
  const resolved = requests.map((request) => resolveRequest(binding, request, weight !== undefined));
  const sound = resolved.flatMap((one, at): Resolved[] => (one.kind === 'resolved' ? [{ ...one, at }] : []));
  const hasWeight = weight === undefined || weight.reads.length === 0 ? undefined : hasWeightIn(writer, weight);
  const batches: readonly Batch[] = batchesOf(sound).map((batch) =>
    hasWeight === undefined ? batch : tellingWeightless(batch, hasWeight),
  );
  const decode = (rows: readonly SqlRow[]) => {
    const decoded = decodeView(batches, rows, drawing);
    return resolved.map((one, at): TabulationResult => {
      if (one.kind === 'none') return one;
      return { kind: 'tabulation', groups: decoded.get(at) ?? [] };
    });
  };
  if (batches.length === 0) return { decode };
  return { statement: statementOf(writer, source, batches, weight, drawing), decode };
}
