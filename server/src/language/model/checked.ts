import type { Expected } from '../expression';
import { checkExpression } from '../expression';
import type { CheckedText, Codebook } from './codebook';
import type { ExpressionText } from './declarations';
import type { ExpressionPlace } from './scope';
import { scopeFor } from './scope';

/** Remembers checked expressions for as long as their codebook lives. */
const checked = new WeakMap<Codebook, Map<ExpressionText, Map<string, CheckedText>>>();

/** An expression with its names bound in a codebook, its type, and what is wrong with it. The same question gives the same object. */
export function checkedExpression(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  expected: Expected = 'any',
): CheckedText {
  const ofCodebook = checked.get(codebook) ?? new Map<ExpressionText, Map<string, CheckedText>>();
  checked.set(codebook, ofCodebook);
  const ofText = ofCodebook.get(text) ?? new Map<string, CheckedText>();
  ofCodebook.set(text, ofText);
  const key = `${where} ${expected}`;
  const answer = ofText.get(key) ?? check(codebook, text, where, expected);
  ofText.set(key, answer);
  return answer;
}

function check(codebook: Codebook, text: ExpressionText, where: ExpressionPlace, expected: Expected): CheckedText {
  const result = checkExpression(text.parsed.tree, scopeFor(codebook, where), expected);
  const problems = [...text.parsed.problems, ...result.problems];
  return { text, checked: result, problems: problems.map((problem) => ({ ...problem, place: text.toPlace(problem.span) })) };
}
