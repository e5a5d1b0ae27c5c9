import type { Progress } from '../data';
import type { Session } from './session';

/** What is done sooner needs no word, in milliseconds. */
const patience = 500;

/** Tells the reader what takes long, and how far it has come. */
export async function withProgress<T>(session: Session, file: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  if (!session.setup().abilities.progress) return work(() => {});
  const title = session.setup().environment.language === 'sv' ? `Läser ${file}` : `Reading ${file}`;
  let done = 0;
  const shown = { started: false, over: false };
  const timer = setTimeout(() => {
    shown.started = true;
    void session.connection.window.createWorkDoneProgress().then((reporter) => {
      reporter.begin(title, 0);
      const tick = setInterval(() => {
        if (shown.over) {
          clearInterval(tick);
          reporter.done();
        } else reporter.report(Math.round(done * 100));
      }, 200);
    });
  }, patience);
  try {
    return await work((share) => {
      done = share;
    });
  } finally {
    shown.over = true;
    clearTimeout(timer);
  }
}
