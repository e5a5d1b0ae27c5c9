import type { ExpressionProblem, ExpressionProblemCode } from '../../expression/tree';
import { checkedExpression } from '../../model/checked';
import type { CheckedText, Codebook } from '../../model/codebook';
import { declarationsOf } from '../../model/declared-names';
import { expressionsIn } from '../../model/expression-sites';
import { remembered } from '../../model/remember';
import type { Fix } from '../../problem';
import type { Span } from '../../text/span';
import type { CheckSubject, Finding } from '../check';
import { isEchoOfBrokenText } from './echo';
import { replaceInExpression } from './edits';

/** A problem of an expression, and of every other expression of the file that has it for the same cause. */
export interface ExpressionFinding {
  /** What stands there. */
  readonly written: string;
  /** The variables that the expressions name. */
  readonly variables: readonly string[];
  /** The first of the expressions, and where in it. */
  readonly text: CheckedText;
  readonly span: Span;
  readonly finding: Finding;
}

/** What is wrong under one code in the expressions of a file, in its order; what was probably meant as fixes. */
export function expressionFindings(
  code: ExpressionProblemCode,
  moreFixes: MoreFixes = () => [],
): (subject: CheckSubject) => Iterable<Finding> {
  return (subject) =>
    expressionFindingsIn(subject.codebook, code).map((one) => {
      const more = moreFixes(subject, one);
      return more.length === 0 ? one.finding : { ...one.finding, fixes: [...(one.finding.fixes ?? []), ...more] };
    });
}

/** Fixes that stand elsewhere than in the expression, or rest on what it means. */
type MoreFixes = (subject: CheckSubject, finding: ExpressionFinding) => readonly Fix[];

export function expressionFindingsIn(codebook: Codebook, code: ExpressionProblemCode): readonly ExpressionFinding[] {
  return (problemsIn(codebook).get(code) ?? []).map(findingOf);
}

interface PlacedProblem {
  readonly text: CheckedText;
  readonly problem: CheckedText['problems'][number];
}

/** Problems of one cause: the same unknown name in the same sense is unknown for one reason. */
type Cause = readonly [PlacedProblem, ...PlacedProblem[]];

/** All of a file's expressions are looked through once, for every code. */
const problemsIn = remembered((codebook: Codebook): ReadonlyMap<ExpressionProblemCode, readonly Cause[]> => {
  const causes = new Map<ExpressionProblemCode, Map<string, [PlacedProblem, ...PlacedProblem[]]>>();
  const sites = declarationsOf(codebook.own).flatMap(expressionsIn);
  for (const [at, { text, where, expected }] of sites.entries()) {
    if (isEchoOfBrokenText(text)) continue;
    const checked = checkedExpression(codebook, text, where, expected);
    for (const problem of checked.problems) {
      const ofCode = causes.get(problem.code) ?? new Map<string, [PlacedProblem, ...PlacedProblem[]]>();
      causes.set(problem.code, ofCode);
      const key = isUnknown(problem.code)
        ? `${writtenAt(checked, problem)} ${problem.expected}`
        : `${at} ${problem.span.start}`;
      const same = ofCode.get(key);
      if (same === undefined) ofCode.set(key, [{ text: checked, problem }]);
      else same.push({ text: checked, problem });
    }
  }
  return new Map([...causes].map(([code, ofCode]) => [code, [...ofCode.values()]]));
});

function writtenAt({ text }: CheckedText, { span }: ExpressionProblem): string {
  return text.parsed.text.slice(span.start, span.end);
}

function findingOf(cause: Cause): ExpressionFinding {
  const [first, ...others] = cause;
  const { code, expected, found, place } = first.problem;
  const written = writtenAt(first.text, first.problem);
  const similar = first.problem.similar.length > 0 ? first.problem.similar : ofSwedish(written, code);
  const nearest = isUnknown(code) && similar[0] !== undefined ? `; the nearest is \`${similar[0]}\`` : '';
  const elsewhere = others.length === 0 ? '' : ` (and in ${others.length} other ${others.length === 1 ? 'place' : 'places'})`;
  const finding = {
    place,
    expected,
    found: found + nearest + elsewhere,
    related: others.slice(0, mostRelated).map(({ problem }) => ({ place: problem.place, text: 'It is used here as well.' })),
    fixes: similar.map((name) => renaming(cause, name)),
  };
  return { written, variables: variablesIn(cause), text: first.text, span: first.problem.span, finding };
}

/** The word of an expression for one that a Swede writes; of a name that nothing declares also the two answers. */
function ofSwedish(written: string, code: ExpressionProblemCode): readonly string[] {
  const words = code === 'unknown-name' ? [...operators, ...answers] : code === 'expression-syntax' ? operators : [];
  return words.flatMap(([swedish, word]) => (swedish === written.toLowerCase() ? [word] : []));
}

const operators = [
  ['och', 'and'],
  ['eller', 'or'],
  ['inte', 'not'],
] as const;

const answers = [
  ['ja', 'yes'],
  ['nej', 'no'],
] as const;

/** More than these would bury the message. */
const mostRelated = 10;

function renaming(cause: Cause, name: string): Fix {
  const edits = cause.map(({ text, problem }) => replaceInExpression(text.text, problem.span, name));
  return { title: `Change to \`${name}\``, safe: false, edits };
}

function variablesIn(cause: Cause): readonly string[] {
  const uses = cause.flatMap(({ text }) => text.checked.uses);
  return [...new Set(uses.flatMap(({ name, meaning }) => (meaning.kind === 'variable' ? [name] : [])))];
}

function isUnknown(code: ExpressionProblemCode): boolean {
  return code === 'unknown-name' || code === 'unknown-item' || code === 'unknown-category' || code === 'unknown-function';
}
