import type { PageMessage, PageState } from './messages';

/** What VS Code gives a page: a line to the panel and a memory. */
export interface Editor {
  readonly postMessage: (message: PageMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}

/** How the page is read: kept while it is hidden and over restarts. */
export interface PageMemory {
  readonly state: () => PageState;
  readonly remember: (change: Partial<PageState>) => void;
}

export const memoryOf = (editor: Editor, root: HTMLElement): PageMemory => {
  let state = firstState(editor.getState(), root);
  return {
    state: () => state,
    remember: (change) => {
      state = { ...state, ...change };
      editor.setState(state);
    },
  };
};

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
