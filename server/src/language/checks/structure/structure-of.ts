import { type StructureProblem, structureProblems } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';
import { lineAt, lineStarts } from '../../text/lines';
import { remembered } from '../../text/remember';
import { mapsIn } from '../text/text-maps';

/** What is wrong with the form of an entry. The same entry gives the same objects. */
export const structureOf: (entry: Entry) => readonly StructureProblem[] = remembered((entry) => {
  const problems = structureProblems(entry);
  if (problems.length === 0) return problems;
  return problems.filter(
    (problem) => !isEcho(entry, problem) && !isMisspelt(entry, problem, problems) && !isMisplaced(entry, problem, problems),
  );
});

/** A key is not missing where one that the language does not have, or that has no colon yet, may be it. */
function isMisspelt(entry: Entry, { code, span }: StructureProblem, problems: readonly StructureProblem[]): boolean {
  if (code !== 'missing-key') return false;
  const map = mapsIn(entry).find(({ owner }) => owner?.key.span.start === span.start)?.map;
  const strangers = problems.filter((other) => other.code === 'unknown-key').map((other) => other.span.start);
  const mayBeIt = ({ key, value }: Pair) =>
    strangers.includes(key.span.start) || (map?.flow === true && value.kind === 'empty');
  return map?.pairs.some(mayBeIt) === true;
}

/**
 * A value that is gone because the text on its line is broken is no problem of its own, nor is a key that a comment may have
 * cut away with the closing bracket.
 */
function isEcho(entry: Entry, { code, span }: StructureProblem): boolean {
  if (code === 'missing-key') return entry.problems.some((broken) => broken.code === 'comment-cuts-text');
  if (code !== 'wrong-type' || entry.problems.length === 0) return false;
  const starts = lineStarts(entry.text);
  const line = lineAt(starts, span.start);
  return entry.problems.some((broken) => broken.code !== 'duplicate-key' && lineAt(starts, broken.span.start) === line);
}

/** Where two keys or more are none of the language, the map stands in the wrong place, and its values are meant for another. */
function isMisplaced(entry: Entry, { code, span }: StructureProblem, problems: readonly StructureProblem[]): boolean {
  if (code !== 'wrong-type') return false;
  const strangers = problems.filter((other) => other.code === 'unknown-key' && other.similar.length === 0);
  const holder = mapsIn(entry).find(({ map }) => map.pairs.some(({ value }) => value.span.start === span.start))?.map;
  const there = strangers.filter((other) => holder?.pairs.some(({ key }) => key.span.start === other.span.start));
  return there.length >= 2;
}
