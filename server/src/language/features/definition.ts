import type { Span } from '../text/span';
import type { FilePlace, Snapshot } from '../workspace';
import { declarationsAt, nameAt } from './name-at';

export interface Definition {
  /** The name the cursor is on. */
  readonly origin: Span;
  readonly targets: readonly FilePlace[];
}

/** Where the name at an offset is declared, in this file or an imported one; an import path leads to its file. */
export function definitionAt(snapshot: Snapshot, file: string, offset: number): Definition | undefined {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return undefined;
  const targets = declarationsAt(snapshot, name);
  return targets.length === 0 ? undefined : { origin: name.place.span, targets };
}
