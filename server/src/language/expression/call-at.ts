import { type FunctionInfo, functionNamed } from './functions';
import { lex } from './lexer';

/** A call that is being written: of what, and which of its arguments the cursor is in, counted from 0. */
export interface OpenCall {
  readonly function: FunctionInfo;
  readonly argument: number;
}

/**
 * The innermost call of a function around an offset, told from what stands before it alone, so that half-typed text does not
 * matter. Parentheses of grouping and of `in (…)` belong to the argument they stand in.
 */
export function callAt(text: string, offset: number): OpenCall | undefined {
  const open: { readonly called: FunctionInfo | undefined; commas: number }[] = [];
  const tokens = lex(text);
  for (const [at, token] of tokens.entries()) {
    if (token.span.end > offset) break;
    if (token.kind !== 'operator') continue;
    const before = tokens[at - 1];
    const innermost = open.at(-1);
    if (token.text === '(') open.push({ called: before?.kind === 'name' ? functionNamed(before.text) : undefined, commas: 0 });
    else if (token.text === ')') open.pop();
    else if (token.text === ',' && innermost !== undefined) innermost.commas++;
  }
  for (const { called, commas } of open.reverse()) if (called !== undefined) return { function: called, argument: commas };
  return undefined;
}
