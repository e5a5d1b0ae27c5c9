import { namesIn } from '../expression';
import type { Codebook, Variable } from '../model/codebook';
import { variablesNamedBy } from '../model/dependencies';
import { inOrder } from '../model/in-order';
import { resolveIndicator } from '../model/indicators';
import { type DataTable, type Operand, type Plan, planOfIndicator, planOfVariable, type ShareTable, sharesOf } from '../shares';
import { type SubjectName, tablesFor } from '../shares/tables';
import { ownNumbers } from './own';

/** What is verified: what an indicator, question or derived variable computes, and the product's own numbers for it. */
export interface VerifiedSubject {
  readonly name: SubjectName;
  readonly plan: Plan;
  /** As they are counted, also what the codebook's policy does not let be shown: that is compared and never told. */
  readonly tables: readonly ShareTable[];
  /** Keys of the numbers that policy suppresses. */
  readonly suppressed: ReadonlySet<string>;
}

export interface Chosen {
  /** Ids to verify; absent: every indicator. */
  readonly only?: readonly string[] | undefined;
  /** Questions and derived variables as well. */
  readonly all: boolean;
}

/** What of a codebook is verified, in its order. Texts, dates and definitions with errors have no numbers and are left out. */
export function subjectsOf(codebook: Codebook, table: DataTable, { only, all }: Chosen): readonly VerifiedSubject[] {
  const shares = sharesOf(codebook, table);
  return subjectNames(codebook)
    .filter(({ kind, id }) => (only === undefined ? all || kind === 'indicator' : only.includes(id)))
    .flatMap((name) => {
      const plan = planOf(codebook, name);
      const tables = plan === undefined ? [] : tablesFor(codebook, shares.bound, name);
      const hidden = shares
        .tables(name)
        .flatMap(ownNumbers)
        .filter((own) => own.suppressed);
      const suppressed = new Set(hidden.map(({ key }) => key));
      return plan === undefined || tables.length === 0 ? [] : [{ name, plan, tables, suppressed }];
    });
}

/** Every id that can be verified by name. */
export function subjectNames(codebook: Codebook): readonly SubjectName[] {
  return [
    ...[...codebook.questions.keys()].map((id): SubjectName => ({ kind: 'question', id })),
    ...[...codebook.derived.keys()].map((id): SubjectName => ({ kind: 'derived', id })),
    ...[...codebook.indicators.keys()].map((id): SubjectName => ({ kind: 'indicator', id })),
  ];
}

function planOf(codebook: Codebook, { kind, id }: SubjectName): Plan | undefined {
  if (kind === 'indicator') {
    const declaration = codebook.indicators.get(id);
    return declaration === undefined ? undefined : planOfIndicator(codebook, resolveIndicator(codebook, declaration));
  }
  const variable = codebook.variables.get(id);
  return variable === undefined ? undefined : planOfVariable(codebook, variable);
}

/** The variables that subjects rest on, each after those it rests on itself. */
export function variablesBehind(codebook: Codebook, subjects: readonly VerifiedSubject[]): readonly Variable[] {
  const named = subjects.flatMap(({ plan, tables }) => [
    ...plan.rows.flatMap(({ of }) => of.flatMap(namesOfOperand)),
    ...(plan.among === undefined ? [] : namesOfOperand(plan.among)),
    ...tables.flatMap(({ by }) => by),
  ]);
  return inOrder(named, (name) => variablesNamedBy(codebook, name)).flatMap((name) => codebook.variables.get(name) ?? []);
}

function namesOfOperand(operand: Operand): readonly string[] {
  if (operand.kind === 'bound') return namesOfOperand(operand.of);
  return operand.kind === 'variable' ? [operand.name] : namesIn(operand.expression).map(({ variable }) => variable);
}
