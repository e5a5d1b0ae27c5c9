import { functionNamed, lex, missingKinds, type Token } from '../../expression';
import type { ExpressionText } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import type { Entry } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import type { Span } from '../../text/span';
import type { Colour, SemanticToken } from './types';

/** What the expressions of an entry are made of besides names, which the entry alone does not tell. */
export const expressionTokens: (entry: Entry) => readonly SemanticToken[] = remembered((entry) =>
  readDeclarations(entry)
    .declarations.flatMap(expressionsIn)
    .flatMap(({ text }) => tokensIn(entry, text)),
);

function tokensIn(entry: Entry, { parsed, toPlace }: ExpressionText): readonly SemanticToken[] {
  const tokens = lex(parsed.text);
  const asksKind = tokens.some(({ kind, text }) => kind === 'name' && text === 'kind');
  return tokens.flatMap((token, at) => {
    const meaning = meaningOf(token, tokens[at - 1], tokens[at + 1]) ?? (asksKind ? kindMeaning(token) : undefined);
    if (meaning === undefined) return [];
    return lineSpans(entry.text, toPlace(token.span).span).map((span) => ({ span, ...meaning }));
  });
}

function meaningOf(token: Token, before: Token | undefined, after: Token | undefined): Colour | undefined {
  if (before?.text === '.' && before.kind === 'operator') return undefined;
  switch (token.kind) {
    case 'number':
      return { kind: 'number', modifiers: [] };
    case 'text':
      return { kind: 'string', modifiers: [] };
    case 'keyword':
      return token.text === 'yes' || token.text === 'no'
        ? { kind: 'enumMember', modifiers: ['defaultLibrary'] }
        : { kind: 'keyword', modifiers: [] };
    case 'operator':
      return /^[(),.]$/.test(token.text) ? undefined : { kind: 'operator', modifiers: [] };
    case 'name':
      return after?.text === '(' && functionNamed(token.text) !== undefined
        ? { kind: 'function', modifiers: ['defaultLibrary'] }
        : undefined;
    case 'strange':
    case 'end':
      return undefined;
  }
}

/** `kind(q) = dont_know`: a word of the language, unless it is a name of the codebook as well. */
function kindMeaning({ kind, text }: Token): Colour | undefined {
  const isKind = kind === 'name' && missingKinds.some((one) => one === text);
  return isKind ? { kind: 'enumMember', modifiers: ['defaultLibrary'] } : undefined;
}

/** The parts of a span on each of its lines, without the blanks around them. */
function lineSpans(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
}
