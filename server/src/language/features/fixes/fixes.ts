import type { ExplainLanguage } from '../../expression';
import type { SeveritySettings } from '../../problems';
import { type ReportedFix, type ReportedProblem, reportedProblems } from '../../reported';
import type { Span, TextEdit } from '../../text/span';
import type { Snapshot } from '../../workspace';
import { pathFixes } from './path-fixes';
import { switchOff, type UnfinishedFix } from './switch-off';

export interface OfferedFix {
  readonly problem: ReportedProblem;
  readonly fix: ReportedFix;
  /** The one fix of a problem that needs no choice: the safe one, or the only one there is. */
  readonly isPreferred: boolean;
  /** Where the caret belongs afterwards, if somebody has to write on. */
  readonly caret?: UnfinishedFix['caret'];
}

/**
 * What can be done about the problems that touch a range: first the fixes of each, then the same fix for all of its kind in the
 * file, last the comments that switch a check off.
 */
export function fixesAt(
  snapshot: Snapshot,
  file: string,
  range: Span,
  settings?: SeveritySettings,
  language: ExplainLanguage = 'en',
): readonly OfferedFix[] {
  const problems = reportedProblems(snapshot, file, settings);
  const touched = problems.filter((problem) => touches(problem.span, range));
  return [
    ...touched.flatMap((problem) => offeredFor(problem, [...problem.fixes, ...pathFixes(snapshot, file, problem)])),
    ...ofOneKind(problems, touched, file, language),
    ...touched.flatMap((problem) =>
      switchOff(snapshot, file, problem, language).map((unfinished) => ({ problem, ...unfinished, isPreferred: false })),
    ),
  ];
}

function offeredFor(problem: ReportedProblem, fixes: readonly ReportedFix[]): readonly OfferedFix[] {
  const preferred = fixes.find(({ safe }) => safe) ?? (fixes.length === 1 ? fixes[0] : undefined);
  return fixes.map((fix) => ({ problem, fix, isPreferred: fix === preferred }));
}

function notPreferred(problem: ReportedProblem, fixes: readonly ReportedFix[]): readonly OfferedFix[] {
  return fixes.map((fix) => ({ problem, fix, isPreferred: false }));
}

/** Looking at more than these would take longer than a cursor rests; the safe ones can still be made all at once. */
const mostTogether = 1000;

/** A fix that other problems of the same kind in the file have as well, for all of them at once. */
function ofOneKind(
  problems: readonly ReportedProblem[],
  touched: readonly ReportedProblem[],
  file: string,
  language: ExplainLanguage,
): readonly OfferedFix[] {
  const first = touched.filter(({ code }, at) => touched.findIndex((one) => one.code === code) === at);
  return first.flatMap((problem) => {
    const alike = problems.filter(({ code }) => code === problem.code);
    if (alike.length > mostTogether) return [];
    return problem.fixes.flatMap(({ title, safe }) => {
      const same = alike.flatMap(({ fixes }) => fixes.find((fix) => fix.title === title) ?? []);
      const edits = together(same, file);
      if (same.length < 2 || edits.length < 2) return [];
      const fix = { title: titleForAll(problem, title, language), safe, edits: [{ file, edits: edits.flat() }] };
      return notPreferred(problem, [fix]);
    });
  });
}

function titleForAll({ code, fixes }: ReportedProblem, title: string, language: ExplainLanguage): string {
  const which = fixes.length > 1 ? `: ${title}` : '';
  return language === 'sv' ? `Rätta alla \`${code}\` i filen${which}` : `Fix all \`${code}\` in this file${which}`;
}

/** The edits of the fixes that can be made together, by fix: one that overlaps an earlier one, or edits another file, waits. */
export function together(fixes: readonly ReportedFix[], file: string): readonly (readonly TextEdit[])[] {
  const chosen: (readonly TextEdit[])[] = [];
  const taken: Span[] = [];
  for (const { edits } of fixes) {
    const own = edits.flatMap((one) => one.edits);
    const isHere = edits.every((one) => one.file === file);
    if (own.length === 0 || !isHere || own.some(({ span }) => taken.some((other) => overlaps(span, other)))) continue;
    chosen.push(own);
    taken.push(...own.map(({ span }) => span));
  }
  return chosen;
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}
