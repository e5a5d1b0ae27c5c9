import { CancellationTokenSource, commands, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { type Preview, type PreviewParams, previewRequest } from '../../../server/src/protocol';
import { systemClock, throttle } from '../throttle';
import type { PageMessage, PanelMessage } from './page/messages';
import { nextView, type PreviewView } from './page/view';
import { wordsFor } from './page/words';
import { shell } from './shell';
import { focusSource, openSource } from './source';

/** One open preview. */
export interface OpenPreview {
  readonly panel: WebviewPanel;
  /** The preview would look different now. Asked for at most every 300 ms, and not while hidden. */
  readonly refresh: () => void;
  readonly caret: (uri: string, line: number, focus: boolean) => void;
  /** What the page was last told to show, and where the caret is. */
  readonly shown: () => PreviewShown;
  /** Does what the page asks for. */
  readonly hear: (message: PageMessage) => void;
}

export interface PreviewShown {
  readonly view: PreviewView;
  readonly caret?: { readonly uri: string; readonly line: number };
}

interface Subject {
  readonly codebook: Uri;
  readonly language: string;
  /** The folder the page's script and style are read from, and nothing else. */
  readonly root: Uri;
  readonly client: LanguageClient;
  /** Called with a language the reader chose. */
  readonly remember: (language: string) => void;
}

const throttleInterval = 300;

export const openPreview = (panel: WebviewPanel, subject: Subject): OpenPreview => {
  let language = subject.language;
  let width: number | undefined;
  let view: PreviewView = { kind: 'waiting' };
  let caret: (PanelMessage & { readonly type: 'caret' }) | undefined;
  const post = (message: PanelMessage): void => void panel.webview.postMessage(message);

  const ask = latest(async (isLatest, token) => {
    // What can't be seen is not asked for; a server that is starting is asked once it runs.
    if (width === undefined || !panel.visible || subject.client.state === State.Starting) return;
    const params: PreviewParams = { uri: subject.codebook.toString(), language, width };
    const answer = await request(subject.client, params, token);
    if (!isLatest()) return;
    view = nextView(view, answer, wordsFor(language).failed);
    post({ type: 'view', view });
  });
  const refreshing = throttle(ask.run, throttleInterval, systemClock);

  const hear = (message: PageMessage): void => {
    switch (message.type) {
      case 'ready':
        width = message.width;
        post({ type: 'view', view });
        if (caret !== undefined) post(caret);
        refreshing.call();
        return;
      case 'resized':
        width = message.width;
        refreshing.call();
        return;
      case 'language':
        language = message.language;
        subject.remember(language);
        refreshing.call();
        return;
      case 'open':
        void openSource(message.place, panel.viewColumn);
        return;
      case 'focusEditor':
        void focusSource(subject.codebook, panel.viewColumn);
        return;
      case 'manageTrust':
        void commands.executeCommand('workbench.trust.manage');
        return;
    }
  };

  const listeners: readonly Disposable[] = [
    panel.webview.onDidReceiveMessage(hear),
    subject.client.onDidChangeState(() => refreshing.call()),
  ];
  panel.onDidDispose(() => {
    ask.stop();
    refreshing.stop();
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [subject.root] };
  panel.webview.html = shell(panel.webview, { root: subject.root, uri: subject.codebook.toString(), language });

  return {
    panel,
    refresh: refreshing.call,
    caret: (uri, line, focus) => {
      // A page that starts later is told where the caret is, not to take the focus once more.
      caret = { type: 'caret', uri, line, focus: false };
      post({ ...caret, focus });
    },
    shown: () => (caret === undefined ? { view } : { view, caret: { uri: caret.uri, line: caret.line } }),
    hear,
  };
};

/** The preview, or nothing where the server has none to give: it has stopped, failed, or was asked something newer. */
const request = async (
  client: LanguageClient,
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
