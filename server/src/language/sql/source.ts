import type { SourceType } from './dialect';

/** What a statement reads: one table, one row for each respondent. */
export interface SqlSource {
  /** The parts of its name: `['survey', 'answers']`. */
  readonly table: readonly string[];
  readonly columns: ReadonlyMap<string, SourceType>;
  /** The decimal sign of numbers that are written as text. */
  readonly decimal: '.' | ',';
}
