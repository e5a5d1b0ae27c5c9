import type { Editor } from './memory';

/** Charts are drawn for a width. Steps keep a dragged border from asking for each pixel anew. */
export const watchWidth = (editor: Editor, root: HTMLElement): void => {
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
