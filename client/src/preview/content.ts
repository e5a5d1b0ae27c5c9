import { CancellationTokenSource, type WebviewPanel } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type Preview, type PreviewParams, previewRequest } from '../../../server/src/protocol';
import { systemClock, throttle } from '../throttle';
import { nextView, type PreviewView } from './page/view';
import { wordsFor } from './page/words';

/** What a preview shows, kept up to date with the server. */
export interface PreviewContent {
  readonly view: () => PreviewView;
  /** Asks for it anew, at most every 300 ms, and not while the panel is hidden. */
  readonly refresh: () => void;
  /** The page has this room for a chart, in CSS pixels; before it is known, nothing is asked for. */
  readonly fit: (width: number) => void;
  readonly speak: (language: string) => void;
  readonly stop: () => void;
}

/** What is asked of the server, and who is told of its answers. */
export interface ContentSource {
  readonly uri: string;
  readonly language: string;
  readonly client: BaseLanguageClient;
  readonly changed: (view: PreviewView) => void;
}

const throttleInterval = 300;

export const followContent = (panel: WebviewPanel, { uri, client, changed, ...source }: ContentSource): PreviewContent => {
  let { language } = source;
  let width: number | undefined;
  let view: PreviewView = { kind: 'waiting' };
  const ask = latest(async (isLatest, token) => {
    // What can't be seen is not asked for; a server that is starting is asked once it runs.
    if (width === undefined || !panel.visible || client.state === State.Starting) return;
    const answer = await request(client, { uri, language, width }, token);
    if (!isLatest()) return;
    view = nextView(view, answer, wordsFor(language).failed);
    changed(view);
  });
  const refreshing = throttle(ask.run, throttleInterval, systemClock);
  return {
    view: () => view,
    refresh: refreshing.call,
    fit: (room) => {
      width = room;
      refreshing.call();
    },
    speak: (chosen) => {
      language = chosen;
      refreshing.call();
    },
    stop: () => {
      ask.stop();
      refreshing.stop();
    },
  };
};

/** The preview, or nothing where the server has none to give: it has stopped, failed, or was asked something newer. */
const request = async (
  client: BaseLanguageClient,
  params: PreviewParams,
  token: CancellationTokenSource['token'],
): Promise<Preview | undefined> => {
  // Asking a server that has stopped would start it again behind the reader's back.
  if (!client.isRunning()) return undefined;
  try {
    return (await client.sendRequest<Preview | null>(previewRequest, params, token)) ?? undefined;
  } catch (error) {
    client.outputChannel.warn(`No preview of ${params.uri}: ${String(error)}`);
    return undefined;
  }
};

/** Runs of which only the newest counts: an older one is cancelled, and told so when its answer comes all the same. */
const latest = (
  work: (isLatest: () => boolean, token: CancellationTokenSource['token']) => Promise<void>,
): { readonly run: () => void; readonly stop: () => void } => {
  let sequence = 0;
  let running: CancellationTokenSource | undefined;
  const stop = (): void => {
    sequence += 1;
    running?.cancel();
    running?.dispose();
    running = undefined;
  };
  return {
    run: () => {
      stop();
      const mine = sequence;
      running = new CancellationTokenSource();
      void work(() => mine === sequence, running.token);
    },
    stop,
  };
};
