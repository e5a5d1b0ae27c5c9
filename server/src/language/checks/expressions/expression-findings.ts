import type { ExpressionProblem, ExpressionProblemCode } from '../../expression/tree';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { declarationsOf } from '../../model/declared-names';
import { expressionsIn } from '../../model/expression-sites';
import { remembered } from '../../model/remember';
import type { CheckSubject, Finding } from '../check';
import { isEchoOfBrokenText } from './echo';
import { replaceInExpression } from './edits';

/** What is wrong under one code in the expressions of a file, in its order; the names that were probably meant as fixes. */
export function expressionFindings(code: ExpressionProblemCode): (subject: CheckSubject) => Iterable<Finding> {
  return ({ codebook }) => findingsIn(codebook).get(code) ?? [];
}

/** All of a file's expressions are looked through once, for every code. */
const findingsIn = remembered((codebook: Codebook): ReadonlyMap<ExpressionProblemCode, readonly Finding[]> => {
  const findings = new Map<ExpressionProblemCode, Finding[]>();
  const sites = declarationsOf(codebook.own).flatMap(expressionsIn);
  for (const { text, where, expected } of sites) {
    if (isEchoOfBrokenText(text)) continue;
    for (const problem of checkedExpression(codebook, text, where, expected).problems) {
      const ofCode = findings.get(problem.code) ?? [];
      ofCode.push(findingOf(text, problem));
      findings.set(problem.code, ofCode);
    }
  }
  return findings;
});

function findingOf(text: ExpressionText, { code, span, expected, found, similar }: ExpressionProblem): Finding {
  const [first] = similar;
  return {
    place: text.toPlace(span),
    expected,
    found: first !== undefined && isUnknown(code) ? `${found}; the nearest is \`${first}\`` : found,
    fixes: similar.map((name) => ({
      title: `Change to \`${name}\``,
      safe: false,
      edits: [replaceInExpression(text, span, name)],
    })),
  };
}

function isUnknown(code: ExpressionProblemCode): boolean {
  switch (code) {
    case 'unknown-name':
    case 'unknown-item':
    case 'unknown-category':
    case 'unknown-function':
      return true;
    default:
      return false;
  }
}
