import type { Fix } from '../../problem';
import { syntaxProblems } from '../../syntax';
import type { Entry, SyntaxProblem, SyntaxProblemCode } from '../../syntax/entry';
import type { CheckSubject, Finding } from '../check';
import { isLostExpression } from './lost-expression';

/** Fixes of one problem in its entry; none where no edit is certain. */
export type FixesFor = (entry: Entry, problem: SyntaxProblem) => readonly Fix[];

/** What reading the file has told under a code, less expressions that need quotes: those have a check of their own. */
export function fromSyntax(code: SyntaxProblemCode, expected: string, fixesFor: FixesFor = () => []) {
  return function* findSyntax({ syntax }: CheckSubject): Iterable<Finding> {
    for (const { entry, problem } of syntaxProblems(syntax)) {
      if (problem.code !== code || isLostExpression(entry, problem)) continue;
      yield { place: { entry, span: problem.span }, expected, found: problem.found, fixes: fixesFor(entry, problem) };
    }
  };
}
