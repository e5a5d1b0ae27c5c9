import { checkByCode, checks } from './checks';
import type { Check, CheckSubject, Finding, SuppressionUse } from './checks/check';
import { suppressionChecks } from './checks/suppression';
import type { Problem, Severity } from './problem';
import { startIn, suppressionsOf } from './syntax';
import type { Place, Suppression } from './syntax/entry';
import { boundDataOf, codebookOf, importersOf, positionIn, type Snapshot } from './workspace';

/** Severity by check code, where the reader wants another than the check's own. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

const codes = checks.map((check) => check.code);
const ordinaryChecks = checks.filter((check) => !suppressionChecks.includes(check));

/**
 * What is wrong in one file, in the order of the file: every check's findings, less those that a comment switches off, and
 * what is wrong with the comments. Empty for a file the snapshot does not hold.
 */
export function problemsOf(snapshot: Snapshot, file: string, settings: SeveritySettings = {}): readonly Problem[] {
  const subject = subjectOf(snapshot, file);
  if (subject === undefined) return [];
  const lineOf = (place: Place): number => positionIn(snapshot, file, offsetOf(subject, place)).line;
  const suppressions = suppressionsOf(subject.syntax);
  const found = run(ordinaryChecks, subject, settings);
  const kept = found.filter((problem) => !suppressions.some((one) => switchesOff(one, problem, lineOf)));
  const uses = suppressions.map((suppression): SuppressionUse => {
    const isUsed = found.some((problem) => switchesOff(suppression, problem, lineOf));
    return { suppression, used: isUsed ? 'yes' : hasRun(suppression.code, subject, settings) ? 'no' : 'unknown' };
  });
  const aboutComments = run(suppressionChecks, { ...subject, suppressions: uses }, settings);
  return [...kept, ...aboutComments].sort((a, b) => offsetOf(subject, a.place) - offsetOf(subject, b.place));
}

function subjectOf(snapshot: Snapshot, file: string): CheckSubject | undefined {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return undefined;
  const importers = importersOf(snapshot, file);
  const names = new Set([codebook, ...importers].flatMap(({ files }) => files));
  names.delete(file);
  return {
    file,
    syntax,
    codebook,
    importers,
    neighbours: [...names].flatMap((name) => snapshot.files.get(name) ?? []),
    data: snapshot.data.get(file) ?? { kind: 'none' },
    bound: boundDataOf(snapshot, file),
    suppressions: [],
    codes,
  };
}

function run(some: readonly Check[], subject: CheckSubject, settings: SeveritySettings): readonly Problem[] {
  return some.flatMap((check) => {
    const severity = settings[check.code] ?? check.severity;
    if (severity === 'off') return [];
    return Array.from(check.run(subject), (finding) => problemOf(check, severity, finding));
  });
}

function problemOf(check: Check, severity: Severity, finding: Finding): Problem {
  const { place, expected, found, related = [], fixes = [], tag } = finding;
  return { code: check.code, severity, place, expected, found, related, fixes, ...(tag === undefined ? {} : { tag }) };
}

function switchesOff(suppression: Suppression, problem: Problem, lineOf: (place: Place) => number): boolean {
  return suppression.code === problem.code && suppression.line === lineOf(problem.place);
}

/** A check that is switched off, or has no data to look at, can't tell whether a comment against it is needed. */
function hasRun(code: string, { bound }: CheckSubject, settings: SeveritySettings): boolean {
  if (settings[code] === 'off') return false;
  return bound !== undefined || checkByCode(code)?.needsData !== true;
}

function offsetOf({ syntax }: CheckSubject, { entry, span }: Place): number {
  return (startIn(syntax, entry) ?? 0) + span.start;
}
