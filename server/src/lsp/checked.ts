import { type Codebook, codebookOf, type DataState, type ProblemCounts } from '../language';
import type { Session, Settings } from './session';

/** What the last check of each file found, so that the status tells it without checking again. */
export interface Checked {
  readonly note: (file: string, counts: ProblemCounts) => void;
  /** `undefined` where the file was not checked as it is now. */
  readonly countsOf: (file: string) => ProblemCounts | undefined;
  readonly onNoted: (listener: () => void) => void;
}

/** What problems are told from: as long as it is the same, so are they. */
interface Basis {
  readonly codebook: Codebook | undefined;
  readonly data: DataState | undefined;
  readonly settings: Settings;
}

export function keepChecked(session: Session): Checked {
  const last = new Map<string, { readonly counts: ProblemCounts; readonly basis: Basis }>();
  const listeners: (() => void)[] = [];
  const basisOf = (file: string): Basis => ({
    codebook: codebookOf(session.snapshot(), file),
    data: session.snapshot().data.get(file),
    settings: session.setup().settings,
  });
  return {
    note: (file, counts) => {
      for (const name of last.keys()) if (!session.open.has(name)) last.delete(name);
      last.set(file, { counts, basis: basisOf(file) });
      for (const listener of listeners) listener();
    },
    countsOf: (file) => {
      const known = last.get(file);
      return known !== undefined && isSame(known.basis, basisOf(file)) ? known.counts : undefined;
    },
    onNoted: (listener) => void listeners.push(listener),
  };
}

function isSame(one: Basis, other: Basis): boolean {
  return one.codebook === other.codebook && one.data === other.data && one.settings === other.settings;
}
