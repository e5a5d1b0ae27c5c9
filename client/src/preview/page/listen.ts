import { moveFocus } from './entries';
import type { Editor } from './memory';

/** What the reader does with the page: presses, clicks, moves about, scrolls. */
export const listen = (
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
