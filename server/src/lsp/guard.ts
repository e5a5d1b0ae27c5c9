import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { nextTurn } from '../turns';
import type { Session } from './session';

/**
 * The one wrapper of every request: it waits until the workspace is read, gives a cancellation the chance to arrive, and
 * answers emptily where the work throws, so that the server lives and the client does not ask in vain.
 */
export function guarded<P, R>(
  session: Session,
  what: string,
  empty: R,
  work: (params: P) => R,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return answering(session, what, empty, async (params) => ({ value: work(params) }));
}

/** The same for work that waits for the disk. */
export function guardedWait<P, R>(
  session: Session,
  what: string,
  empty: R,
  work: (params: P) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return answering(session, what, empty, async (params) => ({ value: await work(params) }));
}

/** The same for work that takes long: between its steps other requests are answered, and a cancellation ends it. */
export function guardedSteps<P, R>(
  session: Session,
  what: string,
  empty: R,
  work: (params: P) => Generator<void, R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return answering(session, what, empty, (params, token) => finish(work(params), token));
}

/** The value of what was asked, or `undefined` where it was cancelled. */
type Answer<R> = { readonly value: R } | undefined;

function answering<P, R>(
  session: Session,
  what: string,
  empty: R,
  work: (params: P, token: CancellationToken) => Promise<Answer<R>>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    await session.ready;
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      const answer = await work(params, token);
      return token.isCancellationRequested || answer === undefined ? cancelled() : answer.value;
    } catch (error) {
      report(session, what, error);
      return empty;
    }
  };
}

/** How long the server works without looking up, in milliseconds. */
const slice = 10;

async function finish<R>(steps: Generator<void, R>, token: CancellationToken): Promise<Answer<R>> {
  return inSlices(steps, () => !token.isCancellationRequested);
}

/**
 * Does work in slices, with time for other requests in between.
 * @param goesOn asked after each slice, with what the last step gave; `false` ends the work, and then there is no answer
 */
export async function inSlices<S, R>(steps: Generator<S, R>, goesOn: (step: S) => boolean): Promise<Answer<R>> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
    if (performance.now() - since < slice) continue;
    await nextTurn();
    if (!goesOn(step.value)) return undefined;
    since = performance.now();
  }
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Runs what no request waits for; what goes wrong is logged. */
export function inBackground(session: Session, what: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => report(session, what, error));
}

/** The same for what is done at once, such as taking an edit. */
export function safely<P>(session: Session, what: string, work: (params: P) => void): (params: P) => void {
  return (params) => {
    try {
      work(params);
    } catch (error) {
      report(session, what, error);
    }
  };
}

function report({ connection }: Session, what: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${what}: ${text}`);
}
