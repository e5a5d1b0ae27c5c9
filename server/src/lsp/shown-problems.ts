import type { ProblemCounts, ReportedProblem } from '../language';

/** More problems of one file than anybody reads only make an editor slow. */
export const mostShown = 1_000;

export interface ShownProblems extends ProblemCounts {
  /** In the order of the file. */
  readonly shown: readonly ReportedProblem[];
}

/** The problems an editor is sent: all where they are few enough, else errors before warnings and those before hints. */
export function shownProblems(problems: readonly ReportedProblem[], most = mostShown): ShownProblems {
  const by = {
    error: problems.filter(({ severity }) => severity === 'error'),
    warning: problems.filter(({ severity }) => severity === 'warning'),
    hint: problems.filter(({ severity }) => severity === 'hint'),
  };
  const kept = new Set([...by.error, ...by.warning, ...by.hint].slice(0, most));
  return {
    shown: problems.length <= most ? problems : problems.filter((problem) => kept.has(problem)),
    bySeverity: { error: by.error.length, warning: by.warning.length, hint: by.hint.length },
    hidden: Math.max(0, problems.length - most),
  };
}
