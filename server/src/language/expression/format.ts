import type { BinaryOperator, Expression } from './tree';

/**
 * An expression in its one canonical spelling: single spaces around operators, lower-case words, and no parentheses but
 * those its meaning needs. Formatting what was read gives the same meaning, and formatting twice the same text. A tree with
 * holes is spelt as far as it goes; a caller that edits files must leave broken expressions alone.
 */
export function formatExpression(tree: Expression): string {
  return format(tree, strength.whole);
}

const strength = { whole: 0, or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7, operand: 8 } as const;

/** `least`: how tightly an expression must hold together to stand here without parentheses. */
function format(tree: Expression, least: number): string {
  const text = spell(tree);
  return strengthOf(tree) < least ? `(${text})` : text;
}

function spell(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'text':
      return `'${tree.value.replaceAll("'", "''")}'`;
    case 'yes_no':
      return tree.value ? 'yes' : 'no';
    case 'name':
      return tree.item === undefined ? tree.name : `${tree.name}.${tree.item.name}`;
    case 'unary':
      return tree.operator === 'not'
        ? `not ${format(tree.operand, strength.not)}`
        : `-${format(tree.operand, strength.operand)}`;
    case 'binary':
      return spellBinary(tree.left, tree.operator, tree.right);
    case 'membership':
      return `${format(tree.operand, strength.sum)} ${tree.negated ? 'not in' : 'in'} (${spellList(tree.options)})`;
    case 'call':
      return `${tree.function}(${spellList(tree.arguments)})`;
    case 'hole':
      return tree.parts.map(spell).join(' ');
  }
}

/** Operators hold from left to right, so that only a right operand of the same strength needs parentheses. */
function spellBinary(left: Expression, operator: BinaryOperator, right: Expression): string {
  const own = strengthOfOperator(operator);
  const leastLeft = own === strength.comparison ? own + 1 : own;
  return `${format(left, leastLeft)} ${operator} ${format(right, own + 1)}`;
}

function spellList(list: readonly Expression[]): string {
  return list.map((one) => format(one, strength.whole)).join(', ');
}

function strengthOf(tree: Expression): number {
  switch (tree.kind) {
    case 'unary':
      return tree.operator === 'not' ? strength.not : strength.minus;
    case 'binary':
      return strengthOfOperator(tree.operator);
    case 'membership':
      return strength.comparison;
    default:
      return strength.operand;
  }
}

function strengthOfOperator(operator: BinaryOperator): number {
  switch (operator) {
    case 'or':
      return strength.or;
    case 'and':
      return strength.and;
    case '+':
    case '-':
      return strength.sum;
    case '*':
    case '/':
      return strength.product;
    default:
      return strength.comparison;
  }
}
