import type { DataState, Snapshot } from '../language';
import { inBackground } from './guard';
import type { Session, Settings } from './session';

/** How long changes are gathered before the client is asked to ask again, in milliseconds. */
const rest = 50;

/** What open documents rest on besides their own text. */
interface Basis {
  readonly settings: Settings;
  readonly data: readonly DataState[];
  readonly closed: readonly unknown[];
}

/** Problems may change without an edit: data were read, a file came or went, a setting changed. Then the client asks again. */
export function refreshDiagnostics(session: Session): void {
  let before = basisOf(session);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  session.onChanged(() => {
    const now = basisOf(session);
    const changed = !isSame(before, now);
    before = now;
    const { pullsDiagnostics, refreshesDiagnostics } = session.setup().abilities;
    if (!changed || !pullsDiagnostics || !refreshesDiagnostics || waiting !== undefined) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      inBackground(session, 'refresh', async () => {
        await session.ready;
        await session.connection.languages.diagnostics.refresh();
      });
    }, rest);
  });
}

function basisOf({ snapshot, setup, open }: Session): Basis {
  const { data, files }: Snapshot = snapshot();
  return {
    settings: setup().settings,
    data: [...data.values()],
    closed: [...files].filter(([file]) => !open.has(file)).map(([, syntax]) => syntax),
  };
}

function isSame(one: Basis, other: Basis): boolean {
  return one.settings === other.settings && areSame(one.data, other.data) && areSame(one.closed, other.closed);
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
