import type { Token } from './lexer';
import type { Expression, ExpressionProblem, Hole } from './tree';

/** Where the parser is, and what it found so far. Lives for one call of `parseExpression`. */
export interface Parsing {
  readonly tokens: readonly Token[];
  at: number;
  readonly problems: ExpressionProblem[];
  /** After the first break in the grammar the rest is read quietly. */
  broken: boolean;
  /** Nodes that hold others, so far. */
  size: number;
  /** The node in parentheses that was read last. */
  enclosed: Expression | undefined;
}

export function startParsing(tokens: readonly Token[]): Parsing {
  return { tokens, at: 0, problems: [], broken: false, size: 0, enclosed: undefined };
}

export function peek(parsing: Parsing, ahead = 0): Token {
  return parsing.tokens[Math.min(parsing.at + ahead, parsing.tokens.length - 1)] ?? nothing;
}

const nothing: Token = { kind: 'end', text: '', span: { start: 0, end: 0 } };

/** Takes a token; reports what is spelt as in another language, or left open. Double quotes are left to the checker. */
export function advance(parsing: Parsing): Token {
  const token = peek(parsing);
  if (token.kind !== 'end') parsing.at++;
  if (token.open) breakAt(parsing, token, 'Text stands between single quotes.', 'the closing quote is missing');
  else if (token.misspelt !== undefined) reportSpelling(parsing, token, token.misspelt);
  return token;
}

export function endOfLast(parsing: Parsing): number {
  return parsing.tokens[parsing.at - 1]?.span.end ?? 0;
}

export function isSign(token: Token, sign: string): boolean {
  return token.kind === 'operator' && token.text === sign;
}

export function isWord(token: Token, word: string): boolean {
  return token.kind === 'keyword' && token.text === word;
}

/** Reports where the grammar breaks: once for each expression, as what follows seldom means what it says. */
export function breakAt(parsing: Parsing, token: Token, expected: string, found: string): void {
  if (!parsing.broken) parsing.problems.push({ code: 'expression-syntax', span: token.span, expected, found, similar: [] });
  parsing.broken = true;
}

function reportSpelling(parsing: Parsing, token: Token, written: string): void {
  if (parsing.broken || token.kind === 'text') return;
  parsing.problems.push({
    code: 'expression-syntax',
    span: token.span,
    expected: `Here one writes \`${token.text}\`.`,
    found: `\`${written}\` is another language’s spelling`,
    similar: [token.text],
  });
}

/** Counts a node that holds others. Past the limit the rest is not read. */
export function grow(parsing: Parsing): boolean {
  parsing.size++;
  if (parsing.size <= largestSize) return true;
  breakAt(
    parsing,
    peek(parsing),
    `An expression holds at most ${largestSize} operators, calls and parentheses.`,
    'there are more',
  );
  parsing.at = parsing.tokens.length - 1;
  return false;
}

/** More than this is no condition a person wrote. Each may take half a dozen frames of a stack of 1 MB: this is well below half of it. */
const largestSize = 400;

export function describe(token: Token): string {
  if (token.kind === 'end') return 'the expression ends here';
  return token.kind === 'text' ? 'a text stands here' : `\`${token.text}\` stands here`;
}

export function hole(at: number): Hole {
  return { kind: 'hole', parts: [], span: { start: at, end: at } };
}

export function holeOf(parts: readonly Expression[]): Hole {
  const start = parts[0]?.span.start ?? 0;
  return { kind: 'hole', parts, span: { start, end: parts.at(-1)?.span.end ?? start } };
}
