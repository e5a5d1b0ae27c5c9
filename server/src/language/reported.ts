import type { FileEdit, PlacedEdit, Problem, Severity } from './problem';
import { problemSteps, problemsOf, type SeveritySettings } from './problems';
import type { Place } from './syntax/entry';
import type { Span } from './text/span';
import type { FilePlace, Snapshot } from './workspace';
import { locate } from './workspace';

/** A problem as editors and the command line take it: plain data, with places in files. */
export interface ReportedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly span: FilePlace['span'];
  readonly expected: string;
  readonly found: string;
  readonly related: readonly (FilePlace & { readonly text: string })[];
  /** Made when they are looked at. */
  readonly fixes: readonly ReportedFix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
}

/** The problems of one file, in its order, with offsets in files. */
export function reportedProblems(snapshot: Snapshot, file: string, settings?: SeveritySettings): readonly ReportedProblem[] {
  return problemsOf(snapshot, file, settings).map((problem) => reported(snapshot, file, problem));
}

/** The same in steps; see `problemSteps`. */
export function* reportedSteps(
  snapshot: Snapshot,
  file: string,
  settings?: SeveritySettings,
  first?: Span,
): Generator<() => readonly ReportedProblem[], readonly ReportedProblem[]> {
  const steps = problemSteps(snapshot, file, settings, first);
  const inFile = (problems: readonly Problem[]) => problems.map((problem) => reported(snapshot, file, problem));
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const soFar = step.value;
    yield () => inFile(soFar());
  }
  return inFile(step.value);
}

function reported(snapshot: Snapshot, file: string, problem: Problem): ReportedProblem {
  const { code, severity, expected, found, tag } = problem;
  return {
    code,
    severity,
    ...placeOf(snapshot, file, problem.place),
    expected,
    found,
    related: problem.related.map(({ place, text }) => ({ ...placeOf(snapshot, file, place), text })),
    get fixes() {
      return problem.fixes.flatMap(({ title, safe, edits }) => {
        const placed = editsOf(snapshot, edits);
        return placed === undefined ? [] : [{ title, safe, edits: placed }];
      });
    },
    ...(tag === undefined ? {} : { tag }),
  };
}

/** A check's places are of the snapshot it was given, so they are always found; the file's start is what is left. */
function placeOf(snapshot: Snapshot, file: string, place: Place): FilePlace {
  return locate(snapshot, place) ?? { file, span: { start: 0, end: 0 } };
}

/** None where one of them has no place: a part of a fix is none. */
function editsOf(snapshot: Snapshot, edits: readonly PlacedEdit[]): readonly FileEdit[] | undefined {
  const placed = edits.flatMap(({ place, newText }) => {
    const located = locate(snapshot, place);
    return located === undefined ? [] : [{ ...located, newText }];
  });
  if (placed.length < edits.length) return undefined;
  const files = [...new Set(placed.map((edit) => edit.file))];
  return files.map((name) => ({
    file: name,
    edits: placed.filter((edit) => edit.file === name).map(({ span, newText }) => ({ span, newText })),
  }));
}
