import { callAt, type ExplainLanguage, type FunctionInfo } from '../expression';
import { cursorAt } from '../syntax';
import type { Span } from '../text/span';
import type { Snapshot } from '../workspace';
import { cutExpressionAt, expressionAt } from './expression-at';
import { aidWords } from './words/aids';

/** How the function around the cursor is called, and which of its parameters is being written. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Absent behind the last parameter a function takes. */
  readonly active?: number;
}

export interface SignatureParameter {
  /** Where it stands in the label. */
  readonly span: Span;
  readonly documentation: string;
}

/** The innermost call of a function around an offset in an expression, also a half-typed one; `undefined` elsewhere. */
export function signatureAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
  language: ExplainLanguage,
): Signature | undefined {
  const syntax = snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  const expression = cursor && (expressionAt(cursor) ?? cutExpressionAt(cursor));
  const call = expression && callAt(expression.text, expression.at);
  if (call === undefined) return undefined;
  const parameters = parametersOf(call.function, language);
  const active = isOpenEnded(call.function) ? Math.min(call.argument, parameters.length - 1) : call.argument;
  return {
    label: call.function.signature,
    documentation: call.function.meaning[language],
    parameters,
    ...(active < parameters.length ? { active } : {}),
  };
}

const rest = '…';

function isOpenEnded({ signature }: FunctionInfo): boolean {
  return signature.includes(rest);
}

function parametersOf({ signature, takes }: FunctionInfo, language: ExplainLanguage): readonly SignatureParameter[] {
  const words = aidWords[language];
  const open = signature.indexOf('(') + 1;
  const inside = signature.slice(open, signature.indexOf(')'));
  return [...inside.matchAll(/[^, ]+/g)].map(({ 0: name, index }) => ({
    span: { start: open + index, end: open + index + name.length },
    documentation: name === rest ? words.more : words.takes[takes],
  }));
}
