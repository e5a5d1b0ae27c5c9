import { lex, type Token } from './lexer';
import {
  advance,
  breakAt,
  describe,
  endOfLast,
  grow,
  hole,
  holeOf,
  isSign,
  isWord,
  type Parsing,
  peek,
  startParsing,
} from './parsing';
import type { BinaryOperator, Expression, NameExpression, ParsedExpression } from './tree';

/**
 * Reads an expression. Never fails, in time linear in the text: where something is missing stands a `hole`, and what cannot
 * be joined to the rest is kept as a part of one, so that its names are still known. Text that breaks off gives one problem,
 * the first; spellings of other languages (`==`, `AND`) are understood and reported one by one.
 */
export function parseExpression(text: string): ParsedExpression {
  const parsing = startParsing(lex(text));
  const tree = parseWhole(parsing);
  return { text, tree, problems: parsing.problems };
}

/** How tightly operators hold, loosest first. */
const strength = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7 } as const;

const binaryStrength: ReadonlyMap<string, number> = new Map<string, number>([
  ['or', strength.or],
  ['and', strength.and],
  ['=', strength.comparison],
  ['!=', strength.comparison],
  ['<', strength.comparison],
  ['<=', strength.comparison],
  ['>', strength.comparison],
  ['>=', strength.comparison],
  ['in', strength.comparison],
  ['not', strength.comparison],
  ['+', strength.sum],
  ['-', strength.sum],
  ['*', strength.product],
  ['/', strength.product],
]);

function parseWhole(parsing: Parsing): Expression {
  const first = peek(parsing);
  if (first.kind === 'end') {
    breakAt(parsing, first, 'An expression must stand here.', 'nothing is written');
    return hole(first.span.start);
  }
  const parts = [parseOperators(parsing, strength.or)];
  while (peek(parsing).kind !== 'end') {
    const stray = peek(parsing);
    reportStray(parsing, stray);
    if (startsOperand(stray)) parts.push(parseOperators(parsing, strength.or));
    else advance(parsing);
  }
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : holeOf(parts);
}

/** Operators of at least this strength, from left to right. */
function parseOperators(parsing: Parsing, least: number): Expression {
  let left = parseOperand(parsing);
  for (;;) {
    const power = powerHere(parsing);
    if (power === 0 || power < least || !grow(parsing)) return left;
    const isChain = power === strength.comparison && isComparison(left) && left !== parsing.enclosed;
    left = isChain ? parseChain(parsing, left) : parseAfter(parsing, left, power);
  }
}

/** Strength of the operator between two operands that stands here, 0 for none. */
function powerHere(parsing: Parsing): number {
  const token = peek(parsing);
  if (token.kind !== 'operator' && token.kind !== 'keyword') return 0;
  if (isWord(token, 'not') && !isWord(peek(parsing, 1), 'in')) return 0;
  return binaryStrength.get(token.text) ?? 0;
}

function parseAfter(parsing: Parsing, left: Expression, power: number): Expression {
  const token = advance(parsing);
  if (token.kind === 'keyword' && (token.text === 'in' || token.text === 'not')) {
    if (token.text === 'not') advance(parsing);
    return parseMembership(parsing, left, token.text === 'not');
  }
  const right = parseOperators(parsing, power + 1);
  const operator = token.text as BinaryOperator;
  const span = { start: left.span.start, end: right.span.end };
  return { kind: 'binary', operator, operatorSpan: token.span, left, right, span };
}

/** `1 < x < 5` says two things at once. Both are kept, joined to nothing. */
function parseChain(parsing: Parsing, left: Expression): Expression {
  const expected = 'Comparisons can’t be chained: write each one out and join them with `and`.';
  breakAt(parsing, peek(parsing), expected, `\`${peek(parsing).text}\` follows a comparison`);
  return holeOf([left, parseAfter(parsing, hole(peek(parsing).span.start), strength.comparison)]);
}

function isComparison(expression: Expression): boolean {
  if (expression.kind === 'hole') return expression.parts.length > 0;
  if (expression.kind === 'membership') return true;
  return expression.kind === 'binary' && binaryStrength.get(expression.operator) === strength.comparison;
}

function parseMembership(parsing: Parsing, operand: Expression, negated: boolean): Expression {
  const open = peek(parsing);
  const options = isSign(open, '(')
    ? parseList(parsing, 'The list after `in` must name at least one value.').list
    : parseLone(parsing);
  return { kind: 'membership', negated, operand, options, span: { start: operand.span.start, end: endOfLast(parsing) } };
}

function parseLone(parsing: Parsing): readonly Expression[] {
  const token = peek(parsing);
  breakAt(parsing, token, 'After `in` stands a list in parentheses: `in (a, b)`.', describe(token));
  return startsOperand(token) ? [parseOperators(parsing, strength.sum)] : [hole(token.span.start)];
}

/** From `(` to `)`. An open list ends with the text. */
function parseList(parsing: Parsing, whenEmpty: string): List {
  const open = advance(parsing);
  const list: Expression[] = [];
  if (isSign(peek(parsing), ')')) {
    breakAt(parsing, open, whenEmpty, 'the parentheses are empty');
    advance(parsing);
    return { list, closed: true };
  }
  for (;;) {
    list.push(parseOperators(parsing, strength.or));
    if (!isSign(peek(parsing), ',')) break;
    advance(parsing);
  }
  return { list, closed: close(parsing, open) };
}

interface List {
  readonly list: readonly Expression[];
  readonly closed: boolean;
}

/** Whether the parenthesis is there. */
function close(parsing: Parsing, open: Token): boolean {
  if (isSign(peek(parsing), ')')) {
    advance(parsing);
    return true;
  }
  const token = peek(parsing);
  if (token.kind === 'end') breakAt(parsing, open, 'Each `(` must be closed by a `)`.', 'it is not closed');
  else if (startsOperand(token)) reportStray(parsing, token);
  else breakAt(parsing, token, 'Here a `,` or a `)` must follow.', describe(token));
  return false;
}

function parseOperand(parsing: Parsing): Expression {
  const token = peek(parsing);
  switch (token.kind) {
    case 'number':
      return parseNumber(parsing);
    case 'text':
      advance(parsing);
      return { kind: 'text', value: token.text, quotes: token.misspelt === undefined ? 'single' : 'double', span: token.span };
    case 'name':
      return isSign(peek(parsing, 1), '(') ? parseCall(parsing) : parseName(parsing);
    case 'keyword':
      return parseWord(parsing, token);
    case 'operator':
      return parseSign(parsing, token);
    default:
      return parseNothing(parsing, token);
  }
}

function parseNumber(parsing: Parsing): Expression {
  const token = advance(parsing);
  const value = Number(token.text);
  if (Number.isFinite(value)) return { kind: 'number', value, text: token.text, span: token.span };
  breakAt(parsing, token, 'A number must be less than 10 to the power of 308.', 'this number is too large');
  return { kind: 'hole', parts: [], span: token.span };
}

function parseWord(parsing: Parsing, token: Token): Expression {
  if (token.text === 'not') return parseUnary(parsing, 'not', strength.not);
  if (token.text !== 'yes' && token.text !== 'no') return parseNothing(parsing, token);
  advance(parsing);
  return { kind: 'yes_no', value: token.text === 'yes', span: token.span };
}

function parseSign(parsing: Parsing, token: Token): Expression {
  if (token.text === '-') return parseUnary(parsing, '-', strength.minus);
  if (token.text !== '(' || !grow(parsing)) return parseNothing(parsing, token);
  const open = advance(parsing);
  const inner = parseOperators(parsing, strength.or);
  close(parsing, open);
  const enclosed = { ...inner, span: { start: open.span.start, end: endOfLast(parsing) } };
  parsing.enclosed = enclosed;
  return enclosed;
}

function parseUnary(parsing: Parsing, operator: 'not' | '-', power: number): Expression {
  if (!grow(parsing)) return hole(peek(parsing).span.start);
  const { start } = advance(parsing).span;
  const operand = parseOperators(parsing, power);
  return { kind: 'unary', operator, operand, span: { start, end: operand.span.end } };
}

/** Nothing is taken: the token may belong to what stands around. */
function parseNothing(parsing: Parsing, token: Token): Expression {
  breakAt(parsing, token, 'Here a name, a value or `(` must stand.', describe(token));
  return hole(token.kind === 'end' ? endOfLast(parsing) : token.span.start);
}

function parseCall(parsing: Parsing): Expression {
  const name = advance(parsing);
  if (!grow(parsing)) return hole(name.span.start);
  const { list, closed } = parseList(parsing, `\`${name.text}\` must be given something.`);
  const span = { start: name.span.start, end: endOfLast(parsing) };
  return { kind: 'call', function: name.text, functionSpan: name.span, arguments: list, closed, span };
}

function parseName(parsing: Parsing): NameExpression {
  const { text: name, span: nameSpan } = advance(parsing);
  if (!isSign(peek(parsing), '.')) return { kind: 'name', name, nameSpan, span: nameSpan };
  const dot = advance(parsing);
  const item = peek(parsing);
  if (item.kind === 'name' || item.kind === 'number' || item.kind === 'keyword') {
    if (isItem(dot, item)) {
      parsing.at++;
      return {
        kind: 'name',
        name,
        nameSpan,
        item: { name: item.text, span: item.span },
        span: { start: nameSpan.start, end: item.span.end },
      };
    }
  }
  breakAt(parsing, dot, 'After the dot stands the id of an item: `battery.item`.', describe(item));
  const after = { start: dot.span.end, end: dot.span.end };
  return { kind: 'name', name, nameSpan, item: { name: '', span: after }, span: { start: nameSpan.start, end: after.end } };
}

/** `battery. and x` has lost its item; `battery.in` has one. */
function isItem(dot: Token, item: Token): boolean {
  return item.kind === 'name' || item.span.start === dot.span.end;
}

function startsOperand(token: Token): boolean {
  if (token.kind === 'keyword') return token.text === 'yes' || token.text === 'no' || token.text === 'not';
  if (token.kind === 'operator') return token.text === '(' || token.text === '-';
  return token.kind === 'name' || token.kind === 'number' || token.kind === 'text';
}

function reportStray(parsing: Parsing, token: Token): void {
  if (startsOperand(token))
    breakAt(parsing, token, 'Between two names or values stands an operator, such as `and` or `=`.', describe(token));
  else if (isSign(token, ')')) breakAt(parsing, token, 'Each `)` must close a `(`.', 'it closes none');
  else if (isSign(token, ','))
    breakAt(parsing, token, 'Commas stand only between parentheses, and decimals are written with a point.', describe(token));
  else breakAt(parsing, token, 'Here only names, numbers, texts in single quotes and operators may stand.', describe(token));
}
