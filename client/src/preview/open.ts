import { commands, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { followContent, type PreviewContent } from './content';
import type { PageMessage, PanelMessage } from './page/messages';
import type { PreviewView } from './page/view';
import { shell } from './shell';
import { focusSource, openSource } from './source';

/** One open preview. */
export interface OpenPreview {
  readonly panel: WebviewPanel;
  /** The preview would look different now. */
  readonly refresh: () => void;
  readonly speak: (language: string) => void;
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
  readonly client: BaseLanguageClient;
  /** Called with a language the reader chose. */
  readonly remember: (language: string) => void;
}

export const openPreview = (panel: WebviewPanel, subject: Subject): OpenPreview => {
  const { codebook, language, root, client } = subject;
  const uri = codebook.toString();
  const post = (message: PanelMessage): void => void panel.webview.postMessage(message);
  const content = followContent(panel, { uri, language, client, changed: (view) => post({ type: 'view', view }) });
  const caret = followCaret(post);
  const hear = hearing(panel, subject, { content, caret, post });
  const listeners: readonly Disposable[] = [
    panel.webview.onDidReceiveMessage(hear),
    client.onDidChangeState(() => content.refresh()),
  ];
  panel.onDidDispose(() => {
    content.stop();
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
  panel.webview.html = shell(panel.webview, { root, uri, language });
  return {
    panel,
    refresh: content.refresh,
    speak: content.speak,
    caret: caret.moved,
    shown: () => ({ view: content.view(), ...caret.now() }),
    hear,
  };
};

interface FollowedCaret {
  readonly moved: OpenPreview['caret'];
  readonly now: () => Pick<PreviewShown, 'caret'>;
  /** Tells a page that starts later where the caret is, not to take the focus once more. */
  readonly repeat: () => void;
}

const followCaret = (post: (message: PanelMessage) => void): FollowedCaret => {
  let caret: { readonly uri: string; readonly line: number } | undefined;
  return {
    moved: (uri, line, focus) => {
      caret = { uri, line };
      post({ type: 'caret', uri, line, focus });
    },
    now: () => (caret === undefined ? {} : { caret }),
    repeat: () => {
      if (caret !== undefined) post({ type: 'caret', ...caret, focus: false });
    },
  };
};

interface Ends {
  readonly content: PreviewContent;
  readonly caret: FollowedCaret;
  readonly post: (message: PanelMessage) => void;
}

const hearing =
  (panel: WebviewPanel, { codebook, remember }: Subject, { content, caret, post }: Ends) =>
  (message: PageMessage): void => {
    switch (message.type) {
      case 'ready':
        post({ type: 'view', view: content.view() });
        caret.repeat();
        return content.fit(message.width);
      case 'resized':
        return content.fit(message.width);
      case 'language':
        remember(message.language);
        return content.speak(message.language);
      case 'open':
        return void openSource(message.place, panel.viewColumn);
      case 'focusEditor':
        return void focusSource(codebook, panel.viewColumn);
      case 'manageTrust':
        return void commands.executeCommand('workbench.trust.manage');
    }
  };
