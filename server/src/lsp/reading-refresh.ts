import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { DataState } from '../language';
import type { UiLanguage } from '../protocol';
import { inBackground } from './guard';
import type { Session } from './session';

/** How long changes are gathered before the client is asked to ask again, in milliseconds. */
const rest = 250;

/**
 * Lenses, hints and colours of one file may change without an edit of it: another file was edited, came or went, data were read, the
 * reader's language changed. Then the client asks again, once for what comes together. An edit of the file that is looked
 * at makes an editor ask by itself.
 */
export function refreshReading(session: Session): void {
  let before = basisOf(session);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  session.onChanged(() => {
    const now = basisOf(session);
    const isNew = isOtherwise(before, now, [...session.open.keys()]);
    before = now;
    const { refreshesLenses, refreshesInlays, refreshesTokens } = session.setup().abilities;
    if (!isNew || !(refreshesLenses || refreshesInlays || refreshesTokens)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => inBackground(session, 'refresh', () => refresh(session)), rest);
  });
}

async function refresh({ connection, ready, setup }: Session): Promise<void> {
  await ready;
  const { refreshesLenses, refreshesInlays, refreshesTokens } = setup().abilities;
  if (refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  if (refreshesInlays) await connection.languages.inlayHint.refresh();
  if (refreshesTokens) await connection.languages.semanticTokens.refresh();
}

interface Basis {
  readonly language: UiLanguage;
  readonly data: ReadonlyMap<string, DataState>;
  readonly files: ReadonlyMap<string, unknown>;
}

function basisOf({ snapshot, setup }: Session): Basis {
  const { data, files } = snapshot();
  return { language: setup().environment.language, data, files };
}

/** Whether something changed that some open document rests on besides its own text. */
function isOtherwise(before: Basis, now: Basis, open: readonly string[]): boolean {
  if (before.language !== now.language || changed(before.data, now.data).length > 0) return true;
  const edited = before.files === now.files ? [] : changed(before.files, now.files);
  return edited.length > 0 && open.some((file) => edited.some((name) => name !== file));
}

function changed(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): readonly string[] {
  const gone = [...before.keys()].filter((name) => !now.has(name));
  return [...gone, ...[...now].filter(([name, part]) => before.get(name) !== part).map(([name]) => name)];
}
