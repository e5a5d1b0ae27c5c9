import { fullName, namesIn } from '../expression';
import { checkedExpression } from './checked';
import type { Codebook, Universe, UniverseCondition } from './codebook';
import type { DerivedDeclaration, ExpressionText, QuestionDeclaration } from './declarations';
import { namesSomething, restsOnCircle } from './dependencies';
import { expressionsIn } from './expression-sites';
import { chainedQuery } from './query';
import type { ExpressionPlace } from './scope';

/**
 * Who gets a question, or who a derived variable is about: every `ask_if` on the way, those of what is named first. All
 * conditions must be yes. An unknown name has no universe; routing that names itself ends at the second visit.
 * @param item of a battery: then its own `ask_if` counts too; without it, the universe of the battery as a whole
 */
export function universeOf(codebook: Codebook, variable: string, item?: string): Universe {
  return universeOfName(codebook, fullName(variable, item));
}

/** The same for a question, an item of one or a derived variable by its full name. */
export function universeOfName(codebook: Codebook, name: string): Universe {
  // Most questions have no routing.
  return isRouted(codebook, name) ? routedUniverse(codebook, name) : everybody;
}

const everybody: Universe = [];

/** Whether a question has routing of its own or in its items, or a derived variable a definition. */
export function isRouted(codebook: Codebook, name: string): boolean {
  const declaration = codebook.variables.get(variableIn(name))?.declaration;
  return declaration !== undefined && namesSomething(declaration);
}

const routedUniverse = chainedQuery(
  (codebook, name): readonly string[] => {
    if (restsOnCircle(codebook, variableIn(name))) return [];
    const names = stepsTo(codebook, name).flatMap((step) => (step.kind === 'variable' ? [step.name] : []));
    return names.filter((one) => isRouted(codebook, one));
  },
  (codebook, name): Universe =>
    restsOnCircle(codebook, variableIn(name))
      ? collect(codebook, name)
      : together(stepsTo(codebook, name).map((step) => universeAt(codebook, step))),
  { isSame: isSameUniverse },
);

/** Who an expression is about: the universes of all it names, together. */
export function universeOfExpression(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  item?: string,
): Universe {
  const steps = stepsOf(codebook, text, where, { item, countedMayBeUnasked: false });
  return together(steps.map((step) => universeAt(codebook, step)));
}

/** Who is in each of some universes: the conditions of them all, each once. */
export function together(universes: readonly Universe[]): Universe {
  const filled = universes.filter((one) => one.length > 0);
  const [first = everybody, second = everybody] = filled;
  if (filled.length < 2) return first;
  const [added] = second;
  // A chain of routing adds one condition at each step, and may be long.
  if (filled.length === 2 && second.length === 1 && added !== undefined)
    return first.some(({ expression }) => expression === added.expression) ? first : [...first, added];
  const all = new Map<ExpressionText, UniverseCondition>();
  for (const condition of filled.flat()) if (!all.has(condition.expression)) all.set(condition.expression, condition);
  return [...all.values()];
}

export function isSameUniverse(one: Universe, other: Universe): boolean {
  return (
    one.length === other.length &&
    one.every((condition, at) => {
      const same = other[at];
      return (
        condition === same ||
        (condition.expression === same?.expression && condition.owner === same.owner && condition.item === same.item)
      );
    })
  );
}

function variableIn(name: string): string {
  const end = name.indexOf('.');
  return end < 0 ? name : name.slice(0, end);
}

function universeAt(codebook: Codebook, step: Step): Universe {
  return step.kind === 'variable' ? universeOfName(codebook, step.name) : [step.condition];
}

/** What is left to do: to look at who gets a variable or item, or to take a condition down after those it rests on. */
type Step =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'condition'; readonly condition: UniverseCondition };

/** The universe of what leads into a circle. Walks with a list of steps instead of by recursion, to end at the second visit. */
function collect(codebook: Codebook, name: string): Universe {
  const found = new Map<ExpressionText, UniverseCondition>();
  const visited = new Set<string>();
  const steps: Step[] = [{ kind: 'variable', name }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'condition') {
      if (!found.has(step.condition.expression)) found.set(step.condition.expression, step.condition);
      continue;
    }
    if (visited.has(step.name)) continue;
    visited.add(step.name);
    steps.push(...[...stepsTo(codebook, step.name)].reverse());
  }
  return [...found.values()];
}

/** The steps that a variable leads to itself. */
function stepsTo(codebook: Codebook, name: string): readonly Step[] {
  const [variable = '', item] = name.split('.');
  const declaration = codebook.variables.get(variable)?.declaration;
  if (declaration === undefined) return [];
  return declaration.kind === 'question' ? questionSteps(codebook, declaration, item) : derivedSteps(codebook, declaration);
}

function questionSteps(codebook: Codebook, question: QuestionDeclaration, item: string | undefined): readonly Step[] {
  const owner = question.id.text;
  const ownRouting = routingSteps(codebook, question.askIf, { owner });
  const declared = item === undefined ? undefined : question.items.find((one) => one.id.text === item);
  return item === undefined ? ownRouting : [...ownRouting, ...routingSteps(codebook, declared?.askIf, { owner, item })];
}

function routingSteps(
  codebook: Codebook,
  expression: ExpressionText | undefined,
  whose: Omit<UniverseCondition, 'expression'>,
): readonly Step[] {
  if (expression === undefined) return [];
  const named = stepsOf(codebook, expression, 'ask_if', { item: undefined, countedMayBeUnasked: false });
  return [...named, { kind: 'condition', condition: { expression, ...whose } }];
}

function derivedSteps(codebook: Codebook, derived: DerivedDeclaration): readonly Step[] {
  const options = { item: undefined, countedMayBeUnasked: derived.unknown?.notAsked === 'as_no' };
  const merged: readonly Step[] = derived.of === undefined ? [] : [{ kind: 'variable', name: derived.of.text }];
  const texts = expressionsIn(derived).flatMap(({ text }) => stepsOf(codebook, text, 'derived', options));
  return [...merged, ...texts];
}

interface ExpressionOptions {
  /** The item an expression on batteries is meant for, one at a time. */
  readonly item: string | undefined;
  /** Counted items that were not asked are no, so that their universe does not matter. */
  readonly countedMayBeUnasked: boolean;
}

/** The questions, and items of them, whose universes an expression has. */
function stepsOf(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  { item, countedMayBeUnasked }: ExpressionOptions,
): readonly Step[] {
  const { typed } = checkedExpression(codebook, text, where).checked;
  return namesIn(typed).flatMap((named): Step[] => {
    if (named.tested || (named.counted && countedMayBeUnasked)) return [];
    const { variable } = named;
    const items = codebook.variables.get(variable)?.items ?? [];
    if (named.item !== undefined || items.length === 0) return [{ kind: 'variable', name: fullName(variable, named.item) }];
    if (named.counted) return items.map((one) => ({ kind: 'variable', name: fullName(variable, one.id) }));
    return [{ kind: 'variable', name: fullName(variable, item) }];
  });
}
