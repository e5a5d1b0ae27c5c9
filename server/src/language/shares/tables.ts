import type { Codebook } from '../model/codebook';
import { resolveIndicator } from '../model/indicators';
import { type Asked, planAsked } from './asked';
import type { CountedTable } from './behind-table';
import type { BoundData } from './binding';
import type { Engine } from './engine';
import { type Plan, planOfVariable } from './plan';
import { planOfIndicator } from './plan-indicator';
import { type TablePlan, tablePlan } from './plan-requests';
import { tabulatePlans } from './plan-table';
import { memoryEngine } from './tabulate';
import type { ShareTable, TableSubject } from './types';

export type SubjectName = Pick<TableSubject, 'kind' | 'id'>;

/**
 * The numbers of a question, derived variable or indicator, as they are counted: one table per split, each with its total; the total
 * alone where nothing splits it. `[]` for texts, dates and definitions too broken to compute. They are not to be shown before the
 * codebook's policy has judged them (`publish.ts`).
 */
export function tablesFor(
  codebook: Codebook,
  bound: BoundData,
  subject: SubjectName,
  asked: Asked = {},
): readonly ShareTable[] {
  return countedTables(codebook, memoryEngine(bound), [subject], asked).map(({ table }) => table);
}

/** The tables of several subjects, counted together. */
export function countedTables(
  codebook: Codebook,
  engine: Engine,
  subjects: readonly SubjectName[],
  asked: Asked = {},
): readonly CountedTable[] {
  return tabulatePlans(codebook, engine, tablePlans(codebook, subjects, asked));
}

/** The tables of some subjects, to be counted together; what is too broken to be computed has none. */
export function tablePlans(codebook: Codebook, subjects: readonly SubjectName[], asked: Asked = {}): readonly TablePlan[] {
  return subjects.flatMap((subject) => {
    const declared = planOf(codebook, subject);
    if (declared === undefined) return [];
    const plan = planAsked(codebook, declared, asked);
    return splitsOf(codebook, plan).map((by) => tablePlan(plan, by));
  });
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
