import { namesIn } from '../expression';
import type { TypedExpression } from '../expression/typed';
import { checkedExpression } from './checked';
import type { Codebook, Universe, UniverseCondition } from './codebook';
import type { DerivedDeclaration, ExpressionText, QuestionDeclaration } from './declarations';
import { remembered, rememberedByText } from './remember';
import type { ExpressionPlace } from './scope';

/**
 * Who gets a question, or who a derived variable is about: every `ask_if` on the way, those of what is named first. All
 * conditions must be yes. An unknown name has no universe; routing that names itself ends at the second visit.
 * @param item of a battery: then its own `ask_if` counts too; without it, the universe of the battery as a whole
 */
export function universeOf(codebook: Codebook, variable: string, item?: string): Universe {
  return universesOf(codebook)(item === undefined ? variable : `${variable}.${item}`);
}

/** Ids have no dot, so that a battery and its item are told apart by their text. */
const universesOf = remembered((codebook: Codebook) =>
  rememberedByText((key) => {
    const [variable = '', item] = key.split('.');
    return collect(codebook, (walk) => visitVariable(walk, variable, item));
  }),
);

/** Who an expression is about: the universes of all it names, together. */
export function universeOfExpression(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  item?: string,
): Universe {
  return collect(codebook, (walk) => visitExpression(walk, text, where, { item, countedMayBeUnasked: false }));
}

interface Walk {
  readonly codebook: Codebook;
  readonly visited: Set<string>;
  readonly found: Map<ExpressionText, UniverseCondition>;
}

function collect(codebook: Codebook, visit: (walk: Walk) => void): Universe {
  const walk: Walk = { codebook, visited: new Set(), found: new Map() };
  visit(walk);
  return [...walk.found.values()];
}

function visitVariable(walk: Walk, name: string, item: string | undefined): void {
  const key = item === undefined ? name : `${name}.${item}`;
  const declaration = walk.codebook.variables.get(name)?.declaration;
  if (declaration === undefined || walk.visited.has(key)) return;
  walk.visited.add(key);
  if (declaration.kind === 'question') visitQuestion(walk, declaration, item);
  else visitDerived(walk, declaration);
}

function visitQuestion(walk: Walk, question: QuestionDeclaration, item: string | undefined): void {
  const owner = question.id.text;
  addCondition(walk, question.askIf, { owner });
  if (item === undefined) return;
  const declared = question.items.find((one) => one.id.text === item);
  addCondition(walk, declared?.askIf, { owner, item });
}

function addCondition(walk: Walk, expression: ExpressionText | undefined, whose: { owner: string; item?: string }): void {
  if (expression === undefined || walk.found.has(expression)) return;
  visitExpression(walk, expression, 'ask_if', { item: undefined, countedMayBeUnasked: false });
  walk.found.set(expression, { expression, ...whose });
}

function visitDerived(walk: Walk, derived: DerivedDeclaration): void {
  const options = { item: undefined, countedMayBeUnasked: derived.unknown?.notAsked === 'as_no' };
  if (derived.of !== undefined) visitVariable(walk, derived.of.text, undefined);
  for (const text of [derived.value, ...derived.categories.map((category) => category.when)]) {
    if (text !== undefined) visitExpression(walk, text, 'derived', options);
  }
}

interface ExpressionOptions {
  /** The item an expression on batteries is meant for, one at a time. */
  readonly item: string | undefined;
  /** Counted items that were not asked are no, so that their universe does not matter. */
  readonly countedMayBeUnasked: boolean;
}

function visitExpression(walk: Walk, text: ExpressionText, where: ExpressionPlace, options: ExpressionOptions): void {
  const { typed } = checkedExpression(walk.codebook, text, where).checked;
  for (const item of itemsRead(walk.codebook, typed, options)) visitVariable(walk, item.variable, item.item);
}

/** The questions, and items of them, whose universes an expression has. */
function itemsRead(codebook: Codebook, typed: TypedExpression, { item, countedMayBeUnasked }: ExpressionOptions) {
  return namesIn(typed).flatMap((named) => {
    if (named.tested || (named.counted && countedMayBeUnasked)) return [];
    const items = codebook.variables.get(named.variable)?.items ?? [];
    if (named.item !== undefined || items.length === 0) return [{ variable: named.variable, item: named.item }];
    if (named.counted) return items.map((one) => ({ variable: named.variable, item: one.id }));
    return [{ variable: named.variable, item }];
  });
}
