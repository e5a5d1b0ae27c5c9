import {
  answered,
  type Codebook,
  compileSample,
  compileView,
  type Dialect,
  type DrawnSource,
  type Engine,
  type SqlSource,
  type TabulationRequest,
} from '../language';
import type { failed, SqlEngine } from './engine';

/** A table in a system that runs statements. */
export interface SqlTable {
  readonly engine: SqlEngine;
  readonly dialect: Dialect;
  readonly source: SqlSource;
}

export type Tabulated =
  | {
      readonly kind: 'tabulated';
      /** Answers what was asked, and nothing else. */
      readonly engine: Engine;
      readonly drawn: DrawnSource;
    }
  | ReturnType<typeof failed>;

/**
 * Counts all that a view needs where the data are: one statement for how the respondents were drawn, one for everything else.
 * Rejects with the signal's reason when cancelled.
 */
export async function tabulateBySql(
  codebook: Codebook,
  { engine, dialect, source }: SqlTable,
  requests: readonly TabulationRequest[],
  signal: AbortSignal,
): Promise<Tabulated> {
  const sample = compileSample(codebook, source, dialect);
  const sampled = await engine.run(sample.statement, signal);
  if (sampled.kind === 'failed') return sampled;
  const drawn = sample.decode(sampled.rows);
  const { statement, decode } = compileView(codebook, source, dialect, requests, drawn.drawing);
  const counted = statement === undefined ? { kind: 'rows' as const, rows: [] } : await engine.run(statement, signal);
  if (counted.kind === 'failed') return counted;
  return {
    kind: 'tabulated',
    engine: answered(requests, decode(counted.rows), {
      sample: drawn.sample,
      weighted: codebook.data?.weight !== undefined,
      designed: codebook.data?.design !== undefined,
    }),
    drawn,
  };
}
