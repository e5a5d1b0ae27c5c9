import type { Fix } from '../../problem';
import { syntaxProblems } from '../../syntax';
import type { Entry, SyntaxProblem, SyntaxProblemCode } from '../../syntax/entry';
import { lineStartBefore } from '../../text/lines';
import type { CheckSubject, Finding } from '../check';
import { isLostExpression } from './lost-expression';

/** Fixes of one problem in its entry; none where no edit is certain. */
type FixesFor = (entry: Entry, problem: SyntaxProblem) => readonly Fix[];

/** What reading the file has told under a code, less expressions that need quotes: those have a check of their own. */
export function fromSyntax(code: SyntaxProblemCode, expected: string, fixesFor: FixesFor = () => []) {
  return function* findSyntax({ entries }: CheckSubject): Iterable<Finding> {
    for (const { entry, problem } of syntaxProblems(entries)) {
      if (problem.code !== code || isLostExpression(entry, problem) || isEcho(entry, problem)) continue;
      yield { place: { entry, span: problem.span }, expected, found: problem.found, fixes: fixesFor(entry, problem) };
    }
  };
}

/** What the parser stumbles over behind damage on the same line is mostly its echo. */
function isEcho({ text, problems }: Entry, { code, span }: SyntaxProblem): boolean {
  if (code !== 'yaml-syntax') return false;
  const start = lineStartBefore(text, span.start);
  return problems.some((other) => other.code !== 'duplicate-key' && start <= other.span.start && other.span.start < span.start);
}
