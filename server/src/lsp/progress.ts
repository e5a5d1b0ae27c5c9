import type { Progress } from '../data';
import { inBackground } from './guard';
import type { Session } from './session';

/** What is done sooner needs no word, in milliseconds. */
const patience = 500;

/** Tells the reader what takes long, and how far it has come. */
export async function withProgress<T>(session: Session, file: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  if (!session.setup().abilities.progress) return work(() => {});
  const state: Told = { share: 0, isOver: false };
  const timer = setTimeout(() => inBackground(session, 'progress', () => tell(session, file, state)), patience);
  try {
    return await work((share) => {
      state.share = share;
    });
  } finally {
    state.isOver = true;
    clearTimeout(timer);
  }
}

/** How far the work has come, from 0 to 1; the work writes it, the telling reads it. */
interface Told {
  share: number;
  isOver: boolean;
}

/** How often the reader is told, in milliseconds. */
const beat = 200;

async function tell(session: Session, file: string, state: Told): Promise<void> {
  const reporter = await session.connection.window.createWorkDoneProgress();
  reporter.begin(session.setup().environment.language === 'sv' ? `Läser ${file}` : `Reading ${file}`, 0);
  while (!state.isOver) {
    reporter.report(Math.round(state.share * 100));
    await new Promise((resolve) => setTimeout(resolve, beat));
  }
  reporter.done();
}
