import { type Codebook, codebookOf, type DataState, previewSteps } from '../language';
import {
  type Preview,
  type PreviewChangedParams,
  type PreviewParams,
  previewChangedNotification,
  previewRequest,
} from '../protocol';
import { toPreview } from './convert-preview';
import type { DataFiles } from './data';
import { guardedSteps, inBackground } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** How long changes are gathered before previews are told of them, in milliseconds. */
const rest = 100;

/** What a preview was made from: as long as it is the same, so is the preview. */
interface Basis {
  readonly uri: string;
  readonly codebook: Codebook | undefined;
  readonly data: DataState | undefined;
}

export function servePreviews(session: Session, data: DataFiles): void {
  const { connection } = session;
  const shown = new Map<string, Basis>();
  const basisOf = (file: string, uri: string): Basis => ({
    uri,
    codebook: codebookOf(session.snapshot(), file),
    data: session.snapshot().data.get(file),
  });

  connection.onRequest(
    previewRequest,
    guardedSteps(session, previewRequest, null, function* ({ uri, language, width }: PreviewParams): Generator<
      void,
      Preview | null
    > {
      const file = nameOfUri(uri);
      data.want(file);
      shown.set(file, basisOf(file, uri));
      const snapshot = session.snapshot();
      const preview = yield* previewSteps(snapshot, file, { language, width });
      return preview === undefined ? null : toPreview(session, snapshot, preview);
    }),
  );

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    for (const [file, before] of shown) {
      const now = basisOf(file, before.uri);
      if (now.codebook === before.codebook && now.data === before.data) continue;
      shown.set(file, now);
      await connection.sendNotification(previewChangedNotification, { uri: before.uri } satisfies PreviewChangedParams);
    }
  };
  session.onChanged(() => {
    if (shown.size === 0 || waiting !== undefined) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      inBackground(session, 'preview', tell);
    }, rest);
  });
}
