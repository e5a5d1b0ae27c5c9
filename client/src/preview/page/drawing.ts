import morphdom from 'morphdom';
import { type Caret, focusEntry, keepFocusable, markCurrent, reveal } from './entries';
import type { PageMemory } from './memory';
import { renderView } from './render';
import type { PreviewView } from './view';
import { wordsFor } from './words';

/** The page as it is drawn: what it shows, and the entry the caret stands in. */
export interface Drawing {
  readonly draw: () => void;
  readonly show: (next: PreviewView) => void;
  readonly follow: (place: Caret, focus: boolean) => void;
}

export const drawingOf = (root: HTMLElement, memory: PageMemory, announce: (text: string) => void): Drawing => {
  let view: PreviewView = { kind: 'waiting' };
  let caret: Caret | undefined;
  const begin = beginning(root, memory.state().scroll);
  const draw = (): void => {
    const { show, language } = memory.state();
    patch(root, renderView(view, show, language));
    markCurrent(root, caret);
    keepFocusable(root);
  };
  return {
    draw,
    show: (next) => {
      const wasShown = view.kind === 'shown';
      view = next;
      if (next.kind === 'shown') memory.remember({ uri: next.content.uri, language: next.content.language });
      draw();
      if (next.kind !== 'shown') return;
      document.documentElement.lang = next.content.language;
      if (wasShown) announce(`${wordsFor(next.content.language).updated} ${next.state.text}`);
      begin(next.state.kind === 'loading');
    },
    follow: (place, focus) => {
      caret = place;
      const entry = markCurrent(root, caret);
      if (entry === undefined) return;
      if (focus) focusEntry(root, entry);
      else reveal(entry);
    },
  };
};

/** What stays the same is left as it is, with its focus and scroll. */
const patch = (root: HTMLElement, markup: string): void => {
  morphdom(root, `<div>${markup}</div>`, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
  });
};

/** A page that is there again stands where it was left; a new one begins at the caret, once its charts have their heights. */
const beginning = (root: HTMLElement, left: number): ((isLoading: boolean) => void) => {
  let isStarting = true;
  return (isLoading) => {
    if (!isStarting) return;
    isStarting = isLoading;
    const current = root.querySelector<HTMLElement>('.entry.current');
    if (left > 0) window.scrollTo({ top: left });
    else if (current !== null) reveal(current, 'at once');
  };
};
