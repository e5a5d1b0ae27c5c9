import type { Codebook } from '../model/codebook';
import { resolveIndicator } from '../model/indicators';
import type { BoundData } from './binding';
import type { Operand } from './engine';
import { type Plan, planOfVariable } from './plan';
import { planOfIndicator } from './plan-indicator';
import { tabulatePlan } from './plan-table';
import { memoryEngine } from './tabulate';
import type { ShareTable, TableSubject } from './types';

export type SubjectName = Pick<TableSubject, 'kind' | 'id'>;

export interface TableOptions {
  /** Splits in place of the subject's own; `[]` for the total alone. */
  readonly by?: readonly (readonly string[])[];
  /** A restriction in place of the subject's own. */
  readonly among?: Operand;
}

/**
 * The numbers of a question, derived variable or indicator: one table per split, each with its total; the total alone where
 * nothing splits it. `[]` for texts, dates and definitions too broken to compute.
 */
export function tablesFor(
  codebook: Codebook,
  bound: BoundData,
  subject: SubjectName,
  options: TableOptions = {},
): readonly ShareTable[] {
  const own = planOf(codebook, subject);
  if (own === undefined) return [];
  const plan = {
    ...own,
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(options.among === undefined ? {} : { among: options.among }),
  };
  const engine = memoryEngine(bound);
  return splitsOf(codebook, plan).map((by) => tabulatePlan(codebook, bound, engine, plan, by));
}

function planOf(codebook: Codebook, { kind, id }: SubjectName): Plan | undefined {
  if (kind === 'indicator') {
    const declaration = codebook.indicators.get(id);
    return declaration === undefined ? undefined : planOfIndicator(codebook, resolveIndicator(codebook, declaration));
  }
  const variable = codebook.variables.get(id);
  return variable === undefined ? undefined : planOfVariable(codebook, variable);
}

/** A variable split by itself says nothing, and a name that is no variable splits nothing. */
function splitsOf(codebook: Codebook, plan: Plan): readonly (readonly string[])[] {
  const splits = plan.by.filter(
    (split) =>
      split.every((name) => codebook.variables.has(name)) &&
      !(plan.subject.kind !== 'indicator' && split.includes(plan.subject.id)),
  );
  return splits.length === 0 ? [[]] : splits;
}
