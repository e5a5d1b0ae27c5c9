import type { PreviewPlace } from '../../../../server/src/protocol';
import type { PreviewView } from './view';

/** What the page and the panel that holds it say to each other. */

export type PageMessage =
  /** The page has started, or started anew after it was hidden. `width` is the room for a chart, in CSS pixels. */
  | { readonly type: 'ready'; readonly width: number }
  | { readonly type: 'resized'; readonly width: number }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'open'; readonly place: PreviewPlace }
  | { readonly type: 'focusEditor' }
  | { readonly type: 'manageTrust' };

export type PanelMessage =
  | { readonly type: 'view'; readonly view: PreviewView }
  /** The caret stands here. With `focus` the reader asked to be taken to the entry. */
  | { readonly type: 'caret'; readonly uri: string; readonly line: number; readonly focus: boolean };

/** Kept by the editor while the page is hidden and over restarts. */
export interface PageState {
  readonly uri: string;
  readonly language: string;
  readonly scroll: number;
  readonly show: 'charts' | 'tables';
}
