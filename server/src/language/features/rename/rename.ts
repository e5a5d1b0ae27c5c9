import type { FileEdit } from '../../problem';
import type { Span } from '../../text/span';
import { positionIn, type Snapshot } from '../../workspace';
import { firstChangedMeaning } from './bindings';
import { type KeptColumn, keptColumn } from './columns';
import { nameEdits } from './edits';
import { unusable } from './new-name';
import { type Refusal, refusalText } from './refusal';
import { type Refused, type RenameTarget, renameTarget } from './target';

/** The name that a rename would change, or why it can't be. */
export type Renamable =
  | { readonly kind: 'renamable'; readonly span: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

export type Renaming =
  | {
      readonly kind: 'renamed';
      /** The name at every place that means it, in all files. */
      readonly edits: readonly FileEdit[];
      /** Apart, so that the user may be asked: without it the data are read from other columns, and the numbers change. */
      readonly keeps: KeptColumn | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What can be renamed at an offset; `undefined` where no name stands. `language` is that of the reasons. */
export function renamableAt(snapshot: Snapshot, file: string, offset: number, language: 'en' | 'sv'): Renamable | undefined {
  const target = renameTarget(snapshot, file, offset);
  if (target === undefined) return undefined;
  if (target.kind === 'refused') return { kind: 'refused', reason: refusalText(target.reason, language) };
  const { place, use } = target.name;
  return { kind: 'renamable', span: place.span, name: use.name };
}

/**
 * The edits that give what a name at an offset stands for another name: wherever it is declared or used, in expressions, tests
 * and the keys of published numbers too, in every file that can see it. Refused where a use would mean something else
 * afterwards. Edits are minimal and keep quotes; a name that needs quotes gets them.
 */
export function renamingAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
  newName: string,
  language: 'en' | 'sv',
): Renaming | undefined {
  const target = renameTarget(snapshot, file, offset);
  if (target === undefined) return undefined;
  const found = target.kind === 'refused' ? target : renaming(snapshot, target, newName);
  return found.kind === 'refused' ? { kind: 'refused', reason: refusalText(found.reason, language) } : found;
}

function renaming(snapshot: Snapshot, target: RenameTarget, newName: string): Exclude<Renaming, { kind: 'refused' }> | Refused {
  const { use, place } = target.name;
  if (newName === use.name) return { kind: 'renamed', edits: [], keeps: undefined };
  const refused = (reason: Refusal): Refused => ({ kind: 'refused', span: place.span, reason });
  const reason = unusable(snapshot, target, newName);
  if (reason !== undefined) return refused(reason);
  const edits = nameEdits(snapshot, target.uses, newName);
  const broken = firstChangedMeaning(snapshot, target, newName, edits);
  if (broken !== undefined) {
    const line = positionIn(snapshot, broken.file, broken.span.start).line + 1;
    return refused({ why: 'other-meaning', name: use.name, newName, file: broken.file, line });
  }
  return { kind: 'renamed', edits, keeps: keptColumn(snapshot, target, newName) };
}
