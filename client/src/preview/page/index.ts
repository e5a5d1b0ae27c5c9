import { announcer } from './announce';
import { drawingOf } from './drawing';
import { listen } from './listen';
import { type Editor, memoryOf } from './memory';
import type { PanelMessage } from './messages';
import { watchWidth } from './width';

/** The page: draws what the panel sends, remembers how it is read, and says where the reader wants to go. */
const start = (editor: Editor, root: HTMLElement): void => {
  const memory = memoryOf(editor, root);
  const drawing = drawingOf(root, memory, announcer(document.getElementById('announcements')));
  window.addEventListener('message', ({ data: message }: MessageEvent<PanelMessage>) => {
    if (message.type === 'view') drawing.show(message.view);
    else drawing.follow(message, message.focus);
  });
  listen(editor, root, {
    show: (what) => {
      memory.remember({ show: what });
      drawing.draw();
    },
    scrolled: (scroll) => memory.remember({ scroll }),
  });
  drawing.draw();
  watchWidth(editor, root);
};

declare const acquireVsCodeApi: () => Editor;

const root = document.getElementById('preview');
if (root !== null) start(acquireVsCodeApi(), root);
