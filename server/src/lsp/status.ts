import { statusSteps } from '../language';
import { type Status, type StatusParams, statusChangedNotification, statusRequest } from '../protocol';
import type { Checked } from './checked';
import { guardedSteps, inBackground } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** How long changes must rest before clients are told of them, in milliseconds. */
const rest = 300;

/** Tells where the checking of a codebook stands, when it is asked; and whoever has asked, that it may stand elsewhere now. */
export function serveStatus(session: Session, checked: Checked): void {
  const { connection } = session;
  let isFollowed = false;
  connection.onRequest<Status | null, never>(
    statusRequest,
    guardedSteps(session, statusRequest, null, function* ({ uri }: StatusParams): Generator<void, Status | null> {
      isFollowed = true;
      const file = nameOfUri(uri);
      const { language } = session.setup().environment;
      return (yield* statusSteps(session.snapshot(), file, checked.countsOf(file), language)) ?? null;
    }),
  );
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(waiting);
    if (!isFollowed) return;
    waiting = setTimeout(() => {
      inBackground(session, 'status', () => connection.sendNotification(statusChangedNotification));
    }, rest);
  };
  session.onChanged(tell);
  checked.onNoted(tell);
}
