import type { MissingKind } from '../../expression/value';
import type { Codebook, Variable } from '../../model/codebook';
import type { Operand } from '../../shares';
import { type PrintedFigure, type PrintedNumber, variablesBehind } from './printed';

/** Printed numbers of categories that exclude each other, and whether these are all the base has. */
export interface Exclusive {
  readonly numbers: readonly PrintedNumber[];
  readonly isComplete: boolean;
}

/**
 * Of the numbers of one item and group, those whose categories exclude each other. They are complete where every category
 * of the distribution is there, by itself or in a net, and every missing answer that the base admits.
 */
export function exclusiveOf(codebook: Codebook, figure: PrintedFigure, numbers: readonly PrintedNumber[]): Exclusive {
  const { plan } = figure;
  const scale = scaleOf(codebook, plan.rows[0]?.of[0]);
  const taken = new Set<string>();
  const chosen: PrintedNumber[] = [];
  const membersOf = (number: PrintedNumber) => {
    const id = number.category ?? 'yes';
    return plan.nets.get(id) ?? [id];
  };
  const plainFirst = [...numbers].sort(
    (a, b) => Number(plan.nets.has(a.category ?? '')) - Number(plan.nets.has(b.category ?? '')),
  );
  for (const number of plainFirst) {
    const members = membersOf(number);
    if (members.some((id) => taken.has(id))) continue;
    for (const id of members) taken.add(id);
    chosen.push(number);
  }
  const categories =
    plan.measure === 'share' ? ['yes', 'no'] : plan.categories.filter(({ net }) => net !== true).map(({ id }) => id);
  const kinds = kindsInBase(codebook, figure);
  const missingIsThere = kinds?.every((kind) => {
    const declared = scale?.missing.filter((one) => one.kind === kind) ?? [];
    return declared.length === 1 && declared.every((one) => taken.has(one.id));
  });
  return { numbers: chosen, isComplete: missingIsThere === true && categories.every((id) => taken.has(id)) };
}

/** The missing kinds a base may hold; `undefined` where no list of rows can make it up. */
function kindsInBase(codebook: Codebook, { plan }: PrintedFigure): readonly MissingKind[] | undefined {
  if (plan.base === 'substantive') return [];
  if (plan.base !== 'answered') return undefined;
  const declared = variablesBehind(codebook, plan).flatMap((name) => kindsOf(codebook.variables.get(name)));
  return [...new Set(declared)].filter((kind) => kind === 'dont_know' || kind === 'not_applicable');
}

function kindsOf(variable: Variable | undefined): readonly MissingKind[] {
  const declaration = variable?.declaration;
  const empty = declaration?.kind === 'question' && declaration.empty !== undefined ? [declaration.empty] : [];
  return [...(variable?.scale?.missing ?? []).map((one) => one.kind), ...empty];
}

function scaleOf(codebook: Codebook, operand: Operand | undefined) {
  return operand?.kind === 'variable' ? codebook.variables.get(operand.name)?.scale : undefined;
}
