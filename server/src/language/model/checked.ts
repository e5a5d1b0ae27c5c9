import type { Expected } from '../expression';
import { checkExpression } from '../expression';
import type { CheckedText, Codebook } from './codebook';
import type { ExpressionText } from './declarations';
import { remembered, rememberedByText } from './remember';
import type { ExpressionPlace } from './scope';
import { scopeFor } from './scope';

/** An expression with its names bound in a codebook, its type, and what is wrong with it. The same question gives the same object. */
export function checkedExpression(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  expected: Expected = 'any',
): CheckedText {
  return checkedIn(codebook)(text)(where)(expected);
}

const checkedIn = remembered((codebook: Codebook) =>
  remembered((text: ExpressionText) =>
    rememberedByText((where: ExpressionPlace) =>
      rememberedByText((expected: Expected) => check(codebook, text, where, expected)),
    ),
  ),
);

function check(codebook: Codebook, text: ExpressionText, where: ExpressionPlace, expected: Expected): CheckedText {
  const result = checkExpression(text.parsed.tree, scopeFor(codebook, where), expected);
  const problems = [...text.parsed.problems, ...result.problems];
  return { text, checked: result, problems: problems.map((problem) => ({ ...problem, place: text.toPlace(problem.span) })) };
}
