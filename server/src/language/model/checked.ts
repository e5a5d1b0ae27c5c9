import type { Expected } from '../expression';
import { checkExpression } from '../expression';
import type { ExpressionProblem } from '../expression/tree';
import type { CheckedText, Codebook } from './codebook';
import type { ExpressionText } from './declarations';
import { query } from './query';
import type { ExpressionPlace } from './scope';
import { scopeFor } from './scope';

/** An expression with its names bound in a codebook, its type, and what is wrong with it. The same question gives the same object. */
export function checkedExpression(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  expected: Expected = 'any',
): CheckedText {
  return checkedAs[where][expected](codebook, text);
}

function asExpected(where: ExpressionPlace) {
  const as = (expected: Expected) => query((codebook, text: ExpressionText) => check(codebook, text, where, expected));
  return { any: as('any'), condition: as('condition'), value: as('value'), number: as('number') } as const;
}

const checkedAs = {
  ask_if: asExpected('ask_if'),
  derived: asExpected('derived'),
  indicator_of: asExpected('indicator_of'),
  among: asExpected('among'),
} as const;

function check(codebook: Codebook, text: ExpressionText, where: ExpressionPlace, expected: Expected): CheckedText {
  const result = checkExpression(text.parsed.tree, scopeFor(codebook, where), expected);
  const problems = [...text.parsed.problems, ...result.problems];
  return { text, checked: result, problems: problems.map((problem) => placed(text, problem)) };
}

/** What was probably meant is looked for only when it is asked for. */
function placed(text: ExpressionText, problem: ExpressionProblem): CheckedText['problems'][number] {
  const { code, span, expected, found } = problem;
  return {
    code,
    span,
    expected,
    found,
    get similar() {
      return problem.similar;
    },
    place: text.toPlace(span),
  };
}
