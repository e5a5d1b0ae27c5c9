import type { ExpressionProblemCode } from '../../expression/tree';
import { checkedExpression } from '../../model/checked';
import type { CheckedText } from '../../model/codebook';
import { declarationsOf } from '../../model/declared-names';
import { expressionsIn } from '../../model/expression-sites';
import type { Fix } from '../../problem';
import type { Span } from '../../text/span';
import type { CheckSubject, FileNow, Finding } from '../check';
import { isEchoOfBrokenText } from './echo';
import { replaceInExpression } from './edits';

/** A problem of an expression. */
export interface ExpressionFinding {
  /** What stands there. */
  readonly written: string;
  /** The variables that the expression names. */
  readonly variables: readonly string[];
  readonly text: CheckedText;
  /** Where in the expression. */
  readonly span: Span;
  readonly finding: Finding;
}

/** What is wrong under one code in the expressions of an entry; what was probably meant as fixes. */
export function expressionFindings(
  code: ExpressionProblemCode,
  moreFixes: MoreFixes = () => [],
  fixesElsewhere?: FixesElsewhere,
): (subject: CheckSubject) => Iterable<Finding> {
  return (subject) =>
    expressionFindingsIn(subject, code).map((one) => {
      const more = moreFixes(subject, one);
      const finding = more.length === 0 ? one.finding : { ...one.finding, fixes: [...(one.finding.fixes ?? []), ...more] };
      return fixesElsewhere === undefined ? finding : { ...finding, fixesIn: (now) => fixesElsewhere(now, one) };
    });
}

/** Fixes that rest on what the expression means. */
type MoreFixes = (subject: CheckSubject, finding: ExpressionFinding) => readonly Fix[];

/** Fixes that need the rest of the file. */
type FixesElsewhere = (now: FileNow, finding: ExpressionFinding) => readonly Fix[];

/** Most expressions have no problems, and are looked at under every code. */
export function expressionFindingsIn(
  { codebook, own }: Pick<CheckSubject, 'codebook' | 'own'>,
  code: ExpressionProblemCode,
): readonly ExpressionFinding[] {
  const found: ExpressionFinding[] = [];
  for (const declaration of declarationsOf(own)) {
    for (const { text, where, expected } of expressionsIn(declaration)) {
      const checked = checkedExpression(codebook, text, where, expected);
      for (const problem of checked.problems) {
        if (problem.code === code && !isEchoOfBrokenText(text)) found.push(findingOf(checked, problem));
      }
    }
  }
  return found;
}

function findingOf(text: CheckedText, problem: CheckedText['problems'][number]): ExpressionFinding {
  const { code, expected, found, place, span } = problem;
  const written = text.text.parsed.text.slice(span.start, span.end);
  const similar = problem.similar.length > 0 ? problem.similar : ofSwedish(written, code);
  const nearest = isUnknown(code) && similar[0] !== undefined ? `; the nearest is \`${similar[0]}\`` : '';
  const finding = {
    place,
    expected,
    found: found + nearest,
    fixes: similar.map((name) => renaming(text, span, name)),
    // The same unknown name in the same sense is unknown for one reason.
    ...(isUnknown(code) ? { cause: code === 'unknown-name' ? written : `${written} ${expected}` } : {}),
  };
  return { written, variables: variablesIn(text), text, span, finding };
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

function renaming({ text }: CheckedText, span: Span, name: string): Fix {
  return { title: `Change to \`${name}\``, safe: false, edits: [replaceInExpression(text, span, name)] };
}

function variablesIn({ checked }: CheckedText): readonly string[] {
  return [...new Set(checked.uses.flatMap(({ name, meaning }) => (meaning.kind === 'variable' ? [name] : [])))];
}

function isUnknown(code: ExpressionProblemCode): boolean {
  return code === 'unknown-name' || code === 'unknown-item' || code === 'unknown-category' || code === 'unknown-function';
}
