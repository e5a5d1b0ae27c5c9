import morphdom from 'morphdom';
import { announcer } from './announce';
import { type Caret, focusEntry, keepFocusable, markCurrent, moveFocus, reveal } from './entries';
import type { PageMessage, PageState, PanelMessage } from './messages';
import { renderView } from './render';
import type { PreviewView } from './view';
import { wordsFor } from './words';

/** The page: draws what the panel sends, remembers how it is read, and says where the reader wants to go. */
const start = (editor: Editor, root: HTMLElement): void => {
  let state: PageState = firstState(editor.getState(), root);
  let view: PreviewView = { kind: 'waiting' };
  let caret: Caret | undefined;
  const left = state.scroll;
  let isStarting = true;
  const announce = announcer(document.getElementById('announcements'));

  const remember = (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    editor.setState(state);
  };
  const draw = (): void => {
    morphdom(root, `<div>${renderView(view, state.show, state.language)}</div>`, {
      childrenOnly: true,
      onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
    });
    markCurrent(root, caret);
    keepFocusable(root);
  };
  const follow = (place: Caret, focus: boolean): void => {
    caret = place;
    const entry = markCurrent(root, caret);
    if (entry === undefined) return;
    if (focus) focusEntry(root, entry);
    else reveal(entry);
  };
  const show = (next: PreviewView): void => {
    const wasShown = view.kind === 'shown';
    view = next;
    if (next.kind === 'shown') remember({ uri: next.content.uri, language: next.content.language });
    draw();
    if (next.kind !== 'shown') return;
    document.documentElement.lang = next.content.language;
    if (wasShown) announce(`${wordsFor(next.content.language).updated} ${next.state.text}`);
    if (isStarting) begin();
    isStarting = next.state.kind === 'loading';
  };
  // A page that is there again stands where it was left; a new one begins at the caret, once its charts have their heights.
  const begin = (): void => {
    const current = root.querySelector<HTMLElement>('.entry.current');
    if (left > 0) window.scrollTo({ top: left });
    else if (current !== null) reveal(current, 'at once');
  };

  window.addEventListener('message', (event: MessageEvent<PanelMessage>) => {
    const message = event.data;
    if (message.type === 'view') show(message.view);
    else follow(message, message.focus);
  });
  listen(editor, root, {
    show: (what) => {
      remember({ show: what });
      draw();
    },
    scrolled: (scroll) => remember({ scroll }),
  });
  draw();
  watchWidth(editor, root);
};

/** What VS Code gives a page: a line to the panel and a memory. */
interface Editor {
  readonly postMessage: (message: PageMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}

declare const acquireVsCodeApi: () => Editor;

/** Those who hear the page get tables first; a choice made once is kept. */
const firstState = (kept: unknown, root: HTMLElement): PageState => {
  const known: Partial<Record<keyof PageState, unknown>> = typeof kept === 'object' && kept !== null ? kept : {};
  const tablesFirst = document.body.classList.contains('vscode-using-screen-reader');
  return {
    uri: typeof known.uri === 'string' ? known.uri : (root.dataset.uri ?? ''),
    language: typeof known.language === 'string' ? known.language : (root.dataset.language ?? 'en'),
    scroll: typeof known.scroll === 'number' ? known.scroll : 0,
    show: known.show === 'charts' || known.show === 'tables' ? known.show : tablesFirst ? 'tables' : 'charts',
  };
};

const listen = (
  editor: Editor,
  root: HTMLElement,
  page: { readonly show: (what: 'charts' | 'tables') => void; readonly scrolled: (scroll: number) => void },
): void => {
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest('button');
    if (button !== null) pressed(button, editor, page.show);
    else if (event.target.closest('a') === null && getSelection()?.isCollapsed !== false)
      open(event.target.closest('.entry'), editor);
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') editor.postMessage({ type: 'focusEditor' });
    else if (event.key === 'Enter' && document.activeElement?.matches('.entry') === true) open(document.activeElement, editor);
    else if (moveFocus(root, event.key)) event.preventDefault();
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('scroll', () => {
    clearTimeout(resting);
    resting = setTimeout(() => page.scrolled(Math.round(window.scrollY)), 150);
  });
};

const pressed = (button: HTMLButtonElement, editor: Editor, show: (what: 'charts' | 'tables') => void): void => {
  const { language, show: what, open: opens, trust } = button.dataset;
  if (language !== undefined) editor.postMessage({ type: 'language', language });
  else if (what === 'charts' || what === 'tables') show(what);
  else if (trust !== undefined) editor.postMessage({ type: 'manageTrust' });
  else if (opens !== undefined) open(button, editor);
};

/** Entries and links to errors carry their place in the source. */
const open = (element: Element | null, editor: Editor): void => {
  if (!(element instanceof HTMLElement)) return;
  const { uri, line, endLine } = element.dataset;
  if (uri === undefined) return;
  editor.postMessage({ type: 'open', place: { uri, line: Number(line), endLine: Number(endLine) } });
};

/** Charts are drawn for a width. Steps keep a dragged border from asking for each pixel anew. */
const watchWidth = (editor: Editor, root: HTMLElement): void => {
  const chartWidth = (): number => {
    const pageAndCardPadding = 64;
    return Math.min(720, Math.max(280, Math.floor((root.clientWidth - pageAndCardPadding) / 20) * 20));
  };
  let asked = chartWidth();
  let resting: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const width = chartWidth();
      if (width === asked) return;
      asked = width;
      editor.postMessage({ type: 'resized', width });
    }, 150);
  }).observe(root);
  editor.postMessage({ type: 'ready', width: asked });
};

const root = document.getElementById('preview');
if (root !== null) start(acquireVsCodeApi(), root);
