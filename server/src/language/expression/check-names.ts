import { nearest } from '../text/nearest';
import { type Checking, naming, report, sameScale, unresolved, use } from './checking';
import { formatExpression } from './format';
import { functionNamed } from './functions';
import { reservedWords } from './lexer';
import type { Expression, NameExpression, TextLiteral, YesNoLiteral } from './tree';
import type { Constant, Reading, TypedExpression } from './typed';
import type { CategoryGroup, MissingCategory, ResponseScale, ScopedVariable } from './types';
import { single } from './types';

/** A name that stands by itself: a question, an item of it, or a derived variable. */
export function inferName(checking: Checking, name: NameExpression): TypedExpression {
  const variable = checking.scope.variable(name.name);
  if (variable === undefined) {
    if (!reportLoneCategory(checking, name)) reportUnknownName(checking, name);
    return unresolved(name.span);
  }
  use(checking, name.nameSpan, name.name, { kind: 'variable' });
  if (variable.type.kind === 'unknown') return unresolved(name.span);
  if (name.item !== undefined) return inferItem(checking, name, variable, name.item);
  const reading: Reading = { kind: 'reading', variable: variable.name, span: name.span, type: variable.type };
  checking.named.set(reading, [variable.name]);
  return reading;
}

function inferItem(
  checking: Checking,
  name: NameExpression,
  variable: ScopedVariable,
  item: NonNullable<NameExpression['item']>,
): TypedExpression {
  if (item.name === '') {
    checking.broken = true;
    return unresolved(name.span);
  }
  if (variable.type.kind !== 'vector') {
    report(
      checking,
      'unknown-item',
      item.span,
      'Only batteries and multiple responses have items.',
      `\`${variable.name}\` has none`,
    );
    return unresolved(name.span);
  }
  if (!variable.type.items.includes(item.name)) {
    const similar = nearest(item.name, variable.type.items);
    const expected = `After the dot stands the id of an item of \`${variable.name}\`.`;
    report(checking, 'unknown-item', item.span, expected, `\`${item.name}\` is none of its items`, similar);
    return unresolved(name.span);
  }
  use(checking, item.span, item.name, { kind: 'item', variable: variable.name });
  const { of: type } = variable.type;
  const reading: Reading = { kind: 'reading', variable: variable.name, item: item.name, span: name.span, type };
  checking.named.set(reading, [`${variable.name}.${item.name}`]);
  return reading;
}

/** One side of a comparison: a value, or a group of categories. */
export type Side = { readonly kind: 'value'; readonly typed: TypedExpression } | GroupSide;

export interface GroupSide {
  readonly kind: 'group';
  readonly group: CategoryGroup;
  readonly typed: TypedExpression;
}

/**
 * What one side of a comparison means beside the other: opposite a category-valued name a bare name is a category or group
 * of that scale, else a variable. `reports`: of two unknown names opposite each other only one is reported, as the other's
 * scale might have told what it means.
 */
export function resolveSide(checking: Checking, side: Expression, opposite: Expression, reports: boolean): Side {
  const facing = facingScale(checking, opposite);
  if (side.kind === 'text' && facing !== undefined) return value(textConstant(side));
  if (side.kind === 'yes_no' && facing !== undefined) return resolveAnswer(checking, side, facing);
  if (side.kind !== 'name' || side.item !== undefined) return value(checking.infer(side));
  const own = checking.scope.variable(side.name);
  if (facing !== undefined) return resolveOnScale(checking, side, own, facing, opposite);
  if (own !== undefined) return value(checking.infer(side));
  if (isUntyped(checking, opposite)) return value(unresolved(side.span));
  if (reports || isUnderstood(checking, opposite)) reportUnknownSide(checking, side, opposite);
  return value(unresolved(side.span));
}

function reportUnknownSide(checking: Checking, side: NameExpression, opposite: Expression): void {
  const variable = opposite.kind === 'name' ? checking.scope.variable(opposite.name) : undefined;
  const declared = variable?.missing?.find((one) => one.id === side.name);
  if (declared !== undefined) reportMissingAnswer(checking, side, opposite, declared);
  else reportUnknownName(checking, side, variable !== undefined && single(variable.type).kind === 'yes_no');
}

/** A text. Opposite a category it is wrong whatever its quotes, and only that is said. */
export function inferText(checking: Checking, literal: TextLiteral): TypedExpression {
  if (literal.quotes === 'double') {
    const right = `'${literal.value.replaceAll("'", "''")}'`;
    report(
      checking,
      'expression-syntax',
      literal.span,
      'Text stands between single quotes.',
      'it stands between double quotes',
      [right],
    );
  }
  return textConstant(literal);
}

function textConstant({ value, span }: TextLiteral): Constant {
  return { kind: 'constant', value, span, type: { kind: 'text' } };
}

interface Facing {
  readonly scale: ResponseScale;
  readonly variable: ScopedVariable;
}

/** The scale of a category-valued name. */
function facingScale(checking: Checking, expression: Expression): Facing | undefined {
  if (expression.kind !== 'name') return undefined;
  const variable = checking.scope.variable(expression.name);
  const type = variable && single(variable.type);
  return variable !== undefined && type?.kind === 'category' ? { scale: type.scale, variable } : undefined;
}

function resolveOnScale(
  checking: Checking,
  side: NameExpression,
  own: ScopedVariable | undefined,
  { scale, variable }: Facing,
  opposite: Expression,
): Side {
  const category = scale.categories.find((one) => one.id === side.name);
  const group = category === undefined ? scale.groups.find((one) => one.id === side.name) : undefined;
  if (category === undefined && group === undefined) {
    if (own !== undefined) return value(checking.infer(side));
    reportUnknownCategory(checking, side, scale, variable, opposite);
    return value(unresolved(side.span));
  }
  if (own !== undefined && isOnScale(own, scale)) {
    const expected = 'A name must mean one thing: a category of the scale, or a variable on it. Rename one of them.';
    report(checking, 'ambiguous-name', side.span, expected, `\`${side.name}\` is both`);
    return value(unresolved(side.span));
  }
  const meaning = { kind: category === undefined ? 'group' : 'category', scale, opposite: variable.name } as const;
  use(checking, side.nameSpan, side.name, meaning);
  if (group !== undefined) return { kind: 'group', group, typed: unresolved(side.span) };
  const constant: Constant = { kind: 'constant', value: side.name, span: side.span, type: { kind: 'category', scale } };
  return value(naming(checking, constant, []));
}

/** On a scale of more than yes and no, such as yes, partly and no, these two are categories like the others. */
function resolveAnswer(checking: Checking, side: YesNoLiteral, { scale, variable }: Facing): Side {
  const id = side.value ? 'yes' : 'no';
  if (!scale.categories.some((one) => one.id === id)) return value(checking.infer(side));
  use(checking, side.span, id, { kind: 'category', scale, opposite: variable.name });
  return value({ kind: 'constant', value: id, span: side.span, type: { kind: 'category', scale } });
}

function value(typed: TypedExpression): Side {
  return { kind: 'value', typed };
}

function isOnScale(variable: ScopedVariable, scale: ResponseScale): boolean {
  const type = single(variable.type);
  return type.kind === 'category' && sameScale(type.scale, scale);
}

function isUnderstood(checking: Checking, expression: Expression): boolean {
  if (expression.kind === 'hole') return false;
  return expression.kind !== 'name' || checking.scope.variable(expression.name) !== undefined;
}

/** A variable that is declared but too broken to have a type: what stands opposite may be a category of its scale. */
function isUntyped(checking: Checking, expression: Expression): boolean {
  return expression.kind === 'name' && checking.scope.variable(expression.name)?.type.kind === 'unknown';
}

function reportUnknownCategory(
  checking: Checking,
  side: NameExpression,
  scale: ResponseScale,
  variable: ScopedVariable,
  opposite: Expression,
): void {
  const declared = [...scale.missing, ...(variable.missing ?? [])].find((one) => one.id === side.name);
  if (declared !== undefined) return reportMissingAnswer(checking, side, opposite, declared);
  const ids = [...scale.categories, ...scale.groups].map((one) => one.id);
  const where = scale.id === undefined ? `\`${variable.name}\`` : `the scale \`${scale.id}\``;
  const expected = `Here a category or group of ${where} must stand${list(ids)}.`;
  const found = `\`${side.name}\` is no category of ${where}`;
  report(checking, 'unknown-category', side.span, expected, found, nearest(side.name, ids));
}

/** A category with nothing beside it: says beside which names it could stand. */
function reportLoneCategory(checking: Checking, { name, nameSpan, item }: NameExpression): boolean {
  if (item !== undefined) return false;
  const comparisons = checking.scope
    .withCategory(name)
    .slice(0, 3)
    .map((id) => `${id} = ${name}`);
  if (comparisons.length === 0) return false;
  const expected = 'A category stands beside the name of what it answers, with `=`, `!=` or `in` between them.';
  report(checking, 'unknown-name', nameSpan, expected, `\`${name}\` is a category and stands alone`, comparisons);
  return true;
}

/** A missing answer is told from a slip: it is asked for by its kind. */
function reportMissingAnswer(checking: Checking, side: NameExpression, opposite: Expression, declared: MissingCategory): void {
  const expected = `A missing answer stands in no comparison: write \`kind(${formatExpression(opposite)}) = ${declared.kind}\`.`;
  report(checking, 'unknown-category', side.span, expected, `\`${side.name}\` is a missing answer`);
}

/** The ids, where they are few enough to read. */
function list(ids: readonly string[]): string {
  return ids.length === 0 || ids.length > 12 ? '' : `: ${ids.map((id) => `\`${id}\``).join(', ')}`;
}

function reportUnknownName(checking: Checking, name: NameExpression, besideYesNo = false): void {
  const { name: written, nameSpan } = name;
  if (reservedWords.includes(written)) {
    report(
      checking,
      'unknown-name',
      nameSpan,
      `\`${written}\` is a reserved word and names no variable.`,
      `\`${written}\` stands here`,
    );
    return;
  }
  if (functionNamed(written) !== undefined) {
    report(
      checking,
      'unknown-name',
      nameSpan,
      `The function \`${written}\` must be followed by parentheses.`,
      `\`${written}\` stands alone`,
    );
    return;
  }
  const lists = checking.scope.nameLists();
  const similar = () => nearest(written, ...lists, besideYesNo ? ['yes', 'no'] : []);
  const expected = besideYesNo
    ? 'Beside a yes/no stands `yes`, `no` or the name of another yes/no.'
    : 'Each name must be a question or a derived variable.';
  report(checking, 'unknown-name', nameSpan, expected, `\`${written}\` is not declared`, similar);
}
