import { checkByCode, checks } from './checks';
import { byCause } from './checks/causes';
import type { Check, FileNow, FileSubject, Finding, SuppressionUse } from './checks/check';
import { foundInFile, foundSteps, type Told } from './checks/found';
import { suppressionChecks } from './checks/suppression';
import { type Around, surroundingsOf } from './checks/surroundings';
import type { Problem, Severity } from './problem';
import type { DataState } from './shares/types';
import { entryAt, startIn, suppressionsOf } from './syntax';
import type { Entry, FileSyntax, Place, Suppression } from './syntax/entry';
import type { Span } from './text/span';
import { codebookOf, importersOf, positionIn, type Snapshot } from './workspace';

/** Severity by check code, where the reader wants another than the check's own. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

const codes = checks.map((check) => check.code);

/**
 * What is wrong in one file, in the order of the file: every check's findings, less those that a comment switches off, and
 * what is wrong with the comments. Empty for a file the snapshot does not hold. After an edit only that is checked again which the
 * edit touched, and what looks at it.
 */
export function problemsOf(snapshot: Snapshot, file: string, settings: SeveritySettings = {}): readonly Problem[] {
  const steps = problemSteps(snapshot, file, settings);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Makes, when it is asked to, a list of the problems found so far: those that may be told of one entry without all others. */
export type ProblemsSoFar = () => readonly Problem[];

/**
 * The same in steps, for large files: between them other work may be done. Should the files change meanwhile, the rest of the steps
 * is better begun anew.
 * @param first what of the file is looked at, and checked before the rest
 */
export function* problemSteps(
  snapshot: Snapshot,
  file: string,
  settings: SeveritySettings = {},
  first?: Span,
): Generator<ProblemsSoFar, readonly Problem[]> {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return [];
  const now: FileNow = { file, codebook, syntax, importers: importersOf(snapshot, file) };
  const data = snapshot.data.get(file) ?? noData;
  const around: Around = { ...now, neighbours: neighboursOf(snapshot, now), data };
  const steps = foundSteps(around, first === undefined ? [] : entriesIn(syntax, first));
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const soFar = step.value;
    yield () => inOrder(syntax, graded(aloneIn(soFar), settings, now));
  }
  const found = inOrder(syntax, graded(allFindings(around, step.value), settings, now));
  return withoutSwitchedOff(snapshot, now, data, settings, found);
}

/** One object for all: what looks at the data of a codebook without any need not look again. */
const noData: DataState = { kind: 'none' };

function withoutSwitchedOff(
  snapshot: Snapshot,
  now: FileNow,
  data: DataState,
  settings: SeveritySettings,
  found: readonly Problem[],
): readonly Problem[] {
  const { file, syntax } = now;
  const suppressions = suppressionsOf(syntax);
  if (suppressions.length === 0) return found;
  const lineOf = (place: Place): number => positionIn(snapshot, file, offsetIn(syntax, place)).line;
  const uses = suppressions.map((suppression): SuppressionUse => {
    const isUsed = found.some((problem) => switchesOff(suppression, problem, lineOf));
    return { suppression, used: isUsed ? 'yes' : hasRun(suppression.code, data, settings) ? 'no' : 'unknown' };
  });
  const kept = found.filter((problem) => !suppressions.some((one) => switchesOff(one, problem, lineOf)));
  return inOrder(syntax, [...kept, ...graded(aboutComments(uses), settings, now)]);
}

/** The findings of every check, those of one cause as one. */
function allFindings(around: Around, ofEntry: ReadonlyMap<Entry, readonly Told[]>): readonly Told[] {
  const { codebook, syntax, importers } = around;
  const byCheck = foundByCheck(syntax, ofEntry);
  const foundBy = (code: string): readonly Finding[] => byCheck.get(code) ?? [];
  const subject: FileSubject = { codebook, syntax, surroundings: surroundingsOf(around), importers, foundBy };
  const inEntries = [...byCheck].flatMap(([code, findings]) => {
    const check = checkByCode(code);
    if (check === undefined) return [];
    return byCause(check.together?.(findings, subject) ?? findings).map((finding) => ({ check, finding }));
  });
  return [...inEntries, ...foundInFile(codebook)];
}

/** What no other entry has a say in. */
function aloneIn(ofEntry: ReadonlyMap<Entry, readonly Told[]>): readonly Told[] {
  return [...ofEntry.values()]
    .flat()
    .filter(({ check, finding }) => check.together === undefined && finding.cause === undefined);
}

function entriesIn(syntax: FileSyntax, { start, end }: Span): readonly Entry[] {
  const entries: Entry[] = [];
  for (
    let placed = entryAt(syntax, start);
    placed.start < end;
    placed = entryAt(syntax, placed.start + placed.entry.text.length)
  ) {
    if (placed.entry === entries.at(-1)) break;
    entries.push(placed.entry);
  }
  return entries;
}

/** The files it imports and those that import it. */
function neighboursOf(snapshot: Snapshot, { file, codebook, importers }: FileNow): readonly FileSyntax[] {
  const names = new Set([codebook, ...importers].flatMap(({ files }) => files));
  names.delete(file);
  return [...names].flatMap((name) => snapshot.files.get(name) ?? []);
}

/** The findings of each check in the order of the file. */
function foundByCheck(
  syntax: FileSyntax,
  ofEntry: ReadonlyMap<Entry, readonly Told[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const placed = [...ofEntry].map(([entry, told]) => ({ told, start: startIn(syntax, entry) ?? 0 }));
  const byCheck = new Map<string, Finding[]>();
  for (const { told } of placed.sort((a, b) => a.start - b.start)) {
    for (const { check, finding } of told) {
      const same = byCheck.get(check.code);
      if (same === undefined) byCheck.set(check.code, [finding]);
      else same.push(finding);
    }
  }
  return byCheck;
}

function aboutComments(suppressions: readonly SuppressionUse[]): readonly Told[] {
  return suppressionChecks.flatMap((check) =>
    Array.from(check.runOnComments?.(suppressions, codes) ?? [], (finding) => ({ check, finding })),
  );
}

function graded(told: readonly Told[], settings: SeveritySettings, now: FileNow): readonly Problem[] {
  return told.flatMap(({ check, finding }) => {
    const severity = settings[check.code] ?? check.severity;
    return severity === 'off' ? [] : [problemOf(check, severity, finding, now)];
  });
}

function problemOf(check: Check, severity: Severity, finding: Finding, now: FileNow): Problem {
  const { place, expected, found, related = [], fixes = [], fixesIn, tag } = finding;
  return {
    code: check.code,
    severity,
    place,
    expected,
    found,
    related,
    get fixes() {
      return [...fixes, ...(fixesIn?.(now) ?? [])];
    },
    ...(tag === undefined ? {} : { tag }),
  };
}

/** Problems at one place stay in the order of the checks. */
function inOrder(syntax: FileSyntax, problems: readonly Problem[]): readonly Problem[] {
  const order = new Map(codes.map((code, at) => [code, at]));
  const placed = problems.map((problem) => ({
    problem,
    offset: offsetIn(syntax, problem.place),
    check: order.get(problem.code) ?? 0,
  }));
  return placed.sort((a, b) => a.offset - b.offset || a.check - b.check).map(({ problem }) => problem);
}

function switchesOff(suppression: Suppression, problem: Problem, lineOf: (place: Place) => number): boolean {
  return suppression.code === problem.code && suppression.line === lineOf(problem.place);
}

/** A check that is switched off, or has no data to look at, can't tell whether a comment against it is needed. */
function hasRun(code: string, data: DataState, settings: SeveritySettings): boolean {
  if (settings[code] === 'off') return false;
  return data.kind === 'ready' || checkByCode(code)?.needsData !== true;
}

function offsetIn(syntax: FileSyntax, { entry, span }: Place): number {
  return (startIn(syntax, entry) ?? 0) + span.start;
}
