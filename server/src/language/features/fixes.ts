import type { SeveritySettings } from '../problems';
import { type ReportedFix, type ReportedProblem, reportedProblems } from '../reported';
import type { Span, TextEdit } from '../text/span';
import type { Snapshot } from '../workspace';

export interface OfferedFix {
  readonly problem: ReportedProblem;
  readonly fix: ReportedFix;
}

/** The fixes of the problems that touch a range. */
export function fixesAt(snapshot: Snapshot, file: string, range: Span, settings?: SeveritySettings): readonly OfferedFix[] {
  return reportedProblems(snapshot, file, settings)
    .filter((problem) => touches(problem.span, range))
    .flatMap((problem) => problem.fixes.map((fix) => ({ problem, fix })));
}

/** Every safe fix of a file that can be made together: one that overlaps an earlier one waits for the next time. */
export function safeFixes(snapshot: Snapshot, file: string, settings?: SeveritySettings): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const problem of reportedProblems(snapshot, file, settings)) {
    const fix = problem.fixes.find((one) => one.safe);
    const edits = fix?.edits.every((edit) => edit.file === file) === true ? fix.edits.flatMap((edit) => edit.edits) : [];
    if (edits.every((edit) => !chosen.some((other) => overlaps(edit.span, other.span)))) chosen.push(...edits);
  }
  return chosen;
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}
