import type { Plan, ShareTable } from '../../shares';
import type { Compiled } from './compiled';
import { aggregate, type Output, type ResultColumn, type ResultFile } from './output';
import type { Source } from './source';

/** What the numbers of one table are written from. */
export interface MeasureParts {
  readonly source: Source;
  readonly output: Output;
  readonly plan: Plan;
  readonly table: ShareTable;
  /** Of each row of the plan. */
  readonly operands: readonly (readonly Compiled[])[];
  /** Whether a yes or no is what is added up. */
  readonly isCondition: boolean;
  readonly patterns: readonly ResultFile['groups'][];
}

/** A number that AGGREGATE computes, and what it is of a cell. */
export interface Statistic {
  readonly name: string;
  readonly of: string;
  /** Absent for what others are computed from. */
  readonly quantity?: ResultColumn['quantity'];
  readonly part: ResultColumn['part'];
}

/** Computed from aggregated numbers: an estimate that is no sum or mean. */
export interface Computed {
  readonly name: string;
  readonly statement: string;
  readonly part: ResultColumn['part'];
}

export function partOf(statistic: string, item?: string, category?: string, at?: number): ResultColumn['part'] {
  return { statistic, item, category, at };
}

/** The weight of the numbers: the data's, or each respondent counts 1. */
export function weightOf({ plan, source }: MeasureParts): string {
  return plan.weighted && source.codebook.data?.weight !== undefined ? 'WEIGHT BY @weight.' : 'WEIGHT OFF.';
}

/** Aggregates for every pattern of the split, weighted and then unweighted. */
export function statisticsOf(
  parts: MeasureParts,
  {
    weighted,
    computed = [],
    unweighted,
  }: {
    readonly weighted: readonly Statistic[];
    readonly computed?: readonly Computed[];
    readonly unweighted: readonly Statistic[];
  },
): void {
  const { output, plan, table, patterns, source } = parts;
  const subject = plan.subject.id;
  for (const groups of patterns) {
    if (weighted.length > 0) {
      source.writer.say(weightOf(parts));
      const columns = [...weighted, ...computed.map((one) => ({ ...one, quantity: 'estimate' as const }))].flatMap(columnOf);
      const after = computed.map(({ statement }) => statement);
      aggregate(output, { subject, by: table.by, groups, columns }, weighted.map(assignment), after);
    }
    source.writer.say('WEIGHT OFF.');
    aggregate(output, { subject, by: table.by, groups, columns: unweighted.flatMap(columnOf) }, unweighted.map(assignment));
  }
}

function assignment({ name, of }: Statistic): string {
  return `${name}=${of}`;
}

function columnOf({ name, quantity, part }: Pick<Statistic, 'name' | 'quantity' | 'part'>): readonly ResultColumn[] {
  return quantity === undefined ? [] : [{ column: name, quantity, part }];
}
