import { checkedExpression } from './checked';
import { circlesAmong } from './circles';
import type { Codebook } from './codebook';
import type { DerivedDeclaration, QuestionDeclaration } from './declarations';
import { expressionsIn } from './expression-sites';
import { inOrder } from './in-order';
import { declarationsNamed, idsOf, isOwnDeclaration, order, variableNames } from './inputs';
import { chainedQuery, query } from './query';
import { isSameList } from './same';

/** The variables that a question's routing or a derived variable's definition names itself, in order, each once. */
export function variablesNamedBy(codebook: Codebook, name: string): readonly string[] {
  const declaration = codebook.variables.get(name)?.declaration;
  // Most questions have no routing.
  return declaration === undefined || !namesSomething(declaration) ? nothing : namedIn(codebook, name);
}

const nothing: readonly string[] = [];

/** Whether a question has routing, or a derived variable a definition. */
export function namesSomething(declaration: QuestionDeclaration | DerivedDeclaration): boolean {
  return (declaration.kind === 'derived' && declaration.of !== undefined) || expressionsIn(declaration).length > 0;
}

const namedIn = query(
  (codebook: Codebook, name: string): readonly string[] => {
    const declaration = codebook.variables.get(name)?.declaration;
    if (declaration === undefined) return nothing;
    const merged = declaration.kind === 'derived' && declaration.of !== undefined ? [declaration.of.text] : [];
    const uses = expressionsIn(declaration).flatMap(({ text, where }) => checkedExpression(codebook, text, where).checked.uses);
    const names = [...merged, ...uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : []))];
    return [...new Set(names)].filter((other) => codebook.variables.has(other));
  },
  { isSame: isSameList },
);

const circles = circlesAmong(variablesNamedBy);

/** The variables that name each other in a circle with this one, which may be alone in it; `[]` where it is in none. */
export function circleOf(codebook: Codebook, variable: string): readonly string[] {
  return variablesNamedBy(codebook, variable).length === 0 ? nothing : circles.circleOf(codebook, variable);
}

/** Whether a variable is in a circle or rests on one that is. */
export function restsOnCircle(codebook: Codebook, variable: string): boolean {
  return variablesNamedBy(codebook, variable).length > 0 && circles.leadsIntoOne(codebook, variable);
}

/** The derived variables that a variable is computed from, each after those it rests on itself; the variable last. */
export const derivedBelow = query(
  (codebook: Codebook, name: string): readonly string[] =>
    inOrder([name], (at) => variablesNamedBy(codebook, at).filter((other) => isDerived(codebook, other))),
  { isSame: isSameList },
);

export function isDerived(codebook: Codebook, name: string): boolean {
  return codebook.variables.get(name)?.declaration.kind === 'derived';
}

/** The question that is asked last of those a variable rests on; of a question, itself. In a circle there is none. */
export function lastQuestion(codebook: Codebook, name: string): string | undefined {
  return isDerived(codebook, name) ? lastBelow(codebook, name) : name;
}

const lastBelow = chainedQuery(
  (codebook, name) => variablesNamedBy(codebook, name).filter((other) => isDerived(codebook, other)),
  (codebook, name): string | undefined => {
    const below = variablesNamedBy(codebook, name).flatMap((other) => lastQuestion(codebook, other) ?? []);
    return below.reduce<string | undefined>(
      (last, other) => (last === undefined || isAskedBefore(codebook, last, other) ? other : last),
      undefined,
    );
  },
);

/** Whether one question stands above another; a question does not stand above itself. */
export function isAskedBefore(codebook: Codebook, one: string, other: string): boolean {
  const [first] = declarationsNamed(codebook, 'variable', one);
  const [second] = declarationsNamed(codebook, 'variable', other);
  return first !== undefined && second !== undefined && order(codebook, first, second) < 0;
}

/** Whether a variable is declared in the codebook's own file, and not imported. */
export function isOwnVariable(codebook: Codebook, name: string): boolean {
  const declaration = codebook.variables.get(name)?.declaration;
  return declaration !== undefined && isOwnDeclaration(codebook, declaration);
}

/** Every circle of a codebook once, in the order of its variables. */
export function circlesOf(codebook: Codebook): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return variableNames(codebook, '').flatMap((name) => {
    if (seen.has(name)) return [];
    const circle = new Set(circleOf(codebook, name));
    for (const member of circle) seen.add(member);
    return circle.size === 0 ? [] : [variableNames(codebook, '').filter((member) => circle.has(member))];
  });
}

/** The place of each question in the order of asking, from 0. Where one is asked for alone, `isAskedBefore` does less. */
export const askingOrder = query(
  (codebook: Codebook, _: ''): ReadonlyMap<string, number> => new Map(idsOf(codebook, 'question').map((id, at) => [id, at])),
);
