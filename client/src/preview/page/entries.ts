/** Entries as places to be: one of them can have the focus, one of them has the caret. */

export interface Caret {
  readonly uri: string;
  readonly line: number;
}

/** Marks the entry the caret stands in. Elsewhere in the file no entry is marked. */
export const markCurrent = (root: HTMLElement, caret: Caret | undefined): HTMLElement | undefined => {
  const entries = entriesOf(root);
  const current = entries.find((entry) => caret !== undefined && holds(entry, caret));
  for (const entry of entries) {
    entry.classList.toggle('current', entry === current);
    if (entry === current) entry.setAttribute('aria-current', 'true');
    else entry.removeAttribute('aria-current');
  }
  return current;
};

/** Brings an entry into view, only where it is out of view: a page that moves at every step of the caret can't be read. */
export const reveal = (entry: HTMLElement, pace: 'gliding' | 'at once' = 'gliding'): void => {
  const { top, bottom } = entry.getBoundingClientRect();
  const headIsSeen = top >= 0 && top < window.innerHeight - 60;
  const bodyFillsView = top < 0 && bottom > window.innerHeight * 0.6;
  if (headIsSeen || bodyFillsView) return;
  const still =
    pace === 'at once' ||
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion');
  entry.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
};

/** Exactly one entry is reached with Tab; the arrow keys reach the others. */
export const keepFocusable = (root: HTMLElement): void => {
  const entries = entriesOf(root);
  const chosen = focused(entries) ?? entries.find((entry) => entry.classList.contains('current')) ?? entries[0];
  for (const entry of entries) entry.tabIndex = entry === chosen ? 0 : -1;
};

export const focusEntry = (root: HTMLElement, entry: HTMLElement): void => {
  entry.focus({ preventScroll: true });
  reveal(entry);
  keepFocusable(root);
};

/** Moves the focus by an arrow key, Home or End. Whether it moved: else the key keeps its own meaning. */
export const moveFocus = (root: HTMLElement, key: string): boolean => {
  const entries = entriesOf(root);
  const from = focused(entries);
  if (from === undefined) return false;
  const target = targets[key]?.(entries, entries.indexOf(from));
  if (target === undefined) return false;
  focusEntry(root, target);
  return true;
};

const targets: Readonly<Record<string, (entries: readonly HTMLElement[], at: number) => HTMLElement | undefined>> = {
  ArrowDown: (entries, at) => entries[at + 1],
  ArrowUp: (entries, at) => entries[at - 1],
  Home: (entries) => entries[0],
  End: (entries) => entries.at(-1),
};

const focused = (entries: readonly HTMLElement[]): HTMLElement | undefined =>
  entries.find((entry) => entry === document.activeElement);

const holds = (entry: HTMLElement, caret: Caret): boolean =>
  entry.dataset.uri === caret.uri && Number(entry.dataset.line) <= caret.line && caret.line <= Number(entry.dataset.endLine);

const entriesOf = (root: HTMLElement): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.entry')];
