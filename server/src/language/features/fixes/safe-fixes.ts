import type { SeveritySettings } from '../../problems';
import { reportedProblems } from '../../reported';
import { composedEdits } from '../../text/composed';
import type { TextEdit } from '../../text/span';
import { applyChanges, type Snapshot } from '../../workspace';
import { together } from './fixes';

/** Safe fixes take something away or into quotes, so that they come to an end by themselves; more rounds than these are a fault. */
const mostRounds = 20;

/**
 * Every safe fix of a file, as edits of its text as it is. Fixes that overlap, and those that others make possible, are made one
 * after the other, so that afterwards nothing is left that is safe to fix.
 */
export function safeFixes(snapshot: Snapshot, file: string, settings?: SeveritySettings): readonly TextEdit[] {
  const rounds: (readonly TextEdit[])[] = [];
  let now = snapshot;
  while (rounds.length < mostRounds) {
    const safe = reportedProblems(now, file, settings).flatMap(({ fixes }) => fixes.find((fix) => fix.safe) ?? []);
    const edits = together(safe, file).flat();
    if (edits.length === 0) break;
    rounds.push(edits);
    now = applyChanges(now, [{ kind: 'edit', file, edits }]);
  }
  return composedEdits(rounds);
}
