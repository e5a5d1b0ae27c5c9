import type { Span } from '../text/span';
import { sameScale } from './checking';
import { type CursorPlace, cursorPlace, type Opposite } from './complete-place';
import { type FunctionInfo, functionNamed, functions } from './functions';
import { lex } from './lexer';
import type { ParsedExpression } from './tree';
import type { Category, CategoryGroup, ExpressionType, Labels, ResponseScale, Scope, ScopedVariable } from './types';
import { single } from './types';
import { type MissingKind, missingKinds } from './value';

/**
 * What may stand at the cursor, best first, and the text it would replace. Variables are not listed but described: there may be
 * tens of thousands of them, and who shows them needs the best few.
 */
export interface ExpressionCompletion extends Offer {
  readonly replace: Span;
}

interface Offer {
  readonly first: readonly Proposal[];
  /** Which variables may stand between the two, by the type of their single values; absent where none may. */
  readonly variables?: (type: ExpressionType) => boolean;
  readonly last: readonly Proposal[];
}

export type Proposal =
  | { readonly kind: 'item'; readonly text: string; readonly labels: Labels }
  | { readonly kind: 'category'; readonly text: string; readonly category: Category }
  | { readonly kind: 'group'; readonly text: string; readonly group: CategoryGroup }
  /** `text` is the name; the caller adds parentheses. */
  | { readonly kind: 'function'; readonly text: string; readonly function: FunctionInfo }
  | { readonly kind: 'missing_kind'; readonly text: MissingKind }
  /** An operator or a literal: `and`, `=`, `yes`. */
  | { readonly kind: 'keyword'; readonly text: string };

/** What may stand at an offset of an expression, however much of it is typed and whatever its letters are so far. */
export function expressionContext(parsed: ParsedExpression, scope: Scope, offset: number): ExpressionCompletion {
  const { place, replace } = cursorPlace(parsed.text, offset);
  return { replace, ...offerAt(place, scope, parsed.text) };
}

function offerAt(place: CursorPlace, scope: Scope, text: string): Offer {
  switch (place.kind) {
    case 'nowhere':
      return only([]);
    case 'item':
      return only(itemsOf(scope.variable(place.variable)));
    case 'opposite':
      return opposite(scope, place.operand, place.allowsGroups);
    case 'operator':
      return only(operators(scope, place.operand, place.compares));
    case 'operand':
      return operands(scope, place, text);
  }
}

function only(first: readonly Proposal[]): Offer {
  return { first, last: [] };
}

function itemsOf(variable: ScopedVariable | undefined): readonly Proposal[] {
  if (variable?.type.kind !== 'vector') return [];
  const { itemLabels, type } = variable;
  return type.items.map((item) => {
    const labels = Object.hasOwn(itemLabels, item) ? itemLabels[item] : undefined;
    return { kind: 'item', text: item, labels: labels ?? {} };
  });
}

function opposite(scope: Scope, operand: Opposite, allowsGroups: boolean): Offer {
  if (operand.kind === 'call' && operand.function === 'kind')
    return only(missingKinds.map((text) => ({ kind: 'missing_kind', text })));
  const type = typeOf(scope, operand);
  switch (type.kind) {
    case 'category': {
      const isComparable = (one: ExpressionType) => one.kind === 'category' && sameScale(one.scale, type.scale);
      return { first: onScale(type.scale, allowsGroups), variables: isComparable, last: [] };
    }
    case 'yes_no':
      return { first: words(['yes', 'no']), variables: (one) => one.kind === 'yes_no', last: [] };
    case 'number':
      return numbers;
    default:
      return { first: [], variables: (one) => type.kind === 'unknown' || one.kind === type.kind, last: [] };
  }
}

function onScale(scale: ResponseScale, allowsGroups: boolean): readonly Proposal[] {
  const categories = scale.categories.map((category): Proposal => ({ kind: 'category', text: category.id, category }));
  const groups = scale.groups.map((group): Proposal => ({ kind: 'group', text: group.id, group }));
  return allowsGroups ? [...categories, ...groups] : categories;
}

function operators(scope: Scope, operand: Opposite, compares: boolean): readonly Proposal[] {
  if (!compares) return words(['and', 'or']);
  const isKind = operand.kind === 'call' && operand.function === 'kind';
  const type = typeOf(scope, operand);
  if (isKind || type.kind === 'text') return words(['=', '!=', 'in', 'not in']);
  if (type.kind === 'yes_no') return words(['and', 'or', '=', '!=']);
  const ordered = type.kind !== 'category' || type.scale.order !== undefined ? ['<', '<=', '>', '>='] : [];
  const calculated = type.kind === 'number' || type.kind === 'unknown' ? ['+', '-', '*', '/'] : [];
  const joined = type.kind === 'unknown' ? ['and', 'or'] : [];
  return words([...joined, '=', '!=', ...ordered, 'in', 'not in', ...calculated]);
}

function operands(scope: Scope, place: CursorPlace & { readonly kind: 'operand' }, text: string): Offer {
  const called = place.inside === undefined ? undefined : functionNamed(place.inside);
  switch (called?.kind) {
    case 'score':
      return { first: [], variables: (one) => one.kind === 'category', last: [] };
    case 'test':
    case 'kind':
      return { first: [], variables: () => true, last: [] };
    default:
      return called?.takes === 'numbers' || !place.startsCondition ? numbers : beginnings(scope, called === undefined, text);
  }
}

/** Inside arithmetic, a sum or a mean. */
const numbers: Offer = { first: [], variables: (one) => one.kind === 'number', last: functionsOf(['score']) };

/** Where a condition or a number may begin. */
function beginnings(scope: Scope, outsideCalls: boolean, text: string): Offer {
  const mayCount = scope.allowsAggregates && outsideCalls && !holdsAggregate(text);
  const offered = functions.filter((one) => one.kind !== 'aggregate' || mayCount).map((one) => one.name);
  return { first: [], variables: () => true, last: [...functionsOf(offered), ...words(['not'])] };
}

/** Whether a count, sum or mean is written already: a value holds at most one. */
function holdsAggregate(text: string): boolean {
  return lex(text).some((token, at, all) => {
    const isAggregate = token.kind === 'name' && functionNamed(token.text)?.kind === 'aggregate';
    return isAggregate && all[at + 1]?.text === '(';
  });
}

function typeOf(scope: Scope, operand: Opposite): ExpressionType {
  switch (operand.kind) {
    case 'name': {
      const variable = scope.variable(operand.variable);
      return variable === undefined ? { kind: 'unknown' } : single(variable.type);
    }
    case 'call':
      return callType(operand.function);
    case 'other':
      return { kind: 'unknown' };
  }
}

function callType(name: string): ExpressionType {
  switch (functionNamed(name)?.name) {
    case undefined:
    case 'kind':
      return { kind: 'unknown' };
    case 'count':
    case 'sum':
    case 'mean':
    case 'score':
      return { kind: 'number' };
    default:
      return { kind: 'yes_no' };
  }
}

function functionsOf(names: readonly string[]): readonly Proposal[] {
  return names.flatMap((name) => {
    const info = functionNamed(name);
    return info === undefined ? [] : [{ kind: 'function', text: name, function: info }];
  });
}

function words(texts: readonly string[]): readonly Proposal[] {
  return texts.map((text) => ({ kind: 'keyword', text }));
}
