import { type FileEdit, positionIn, type ReportedProblem, type Snapshot, type Span } from '../language';
import { shownName } from './load';

/** `codebook check --format json`, version 1: one object per problem. Lines and columns count from 1, in UTF-16 units. */
interface ProblemJson {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly range: RangeJson;
  /** A sentence about the rule. */
  readonly expected: string;
  /** A fragment about this place. */
  readonly found: string;
  readonly related: readonly { readonly file: string; readonly range: RangeJson; readonly text: string }[];
  readonly fixes: readonly FixJson[];
}

interface RangeJson {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface FixJson {
  readonly title: string;
  /** A safe fix never changes a number. */
  readonly safe: boolean;
  readonly edits: readonly { readonly file: string; readonly range: RangeJson; readonly newText: string }[];
}

export function problemJson(snapshot: Snapshot, problem: ReportedProblem): ProblemJson {
  const { code, severity, file, span, expected, found, related, fixes } = problem;
  return {
    code,
    severity,
    file: shownName(file),
    range: rangeJson(snapshot, file, span),
    expected,
    found,
    related: related.map((one) => ({
      file: shownName(one.file),
      range: rangeJson(snapshot, one.file, one.span),
      text: one.text,
    })),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.flatMap((edit) => editsJson(snapshot, edit)),
    })),
  };
}

function editsJson(snapshot: Snapshot, { file, edits }: FileEdit): FixJson['edits'] {
  return edits.map(({ span, newText }) => ({ file: shownName(file), range: rangeJson(snapshot, file, span), newText }));
}

function rangeJson(snapshot: Snapshot, file: string, { start, end }: Span): RangeJson {
  const at = (offset: number): RangeJson['start'] => {
    const { line, character } = positionIn(snapshot, file, offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: at(start), end: at(end) };
}
