import { lineEndAfter, lineStartBefore } from '../text/lines';
import type { TextEdit } from '../text/span';
import { lineEndOf } from './edits';
import type { ListNode } from './tree';

/** Adds an item to a list, behind the one at a position or else at its end. `source` is YAML as it should stand. */
export function insertItem(text: string, list: ListNode, source: string, behind = list.items.length - 1): TextEdit {
  const anchor = list.items[behind];
  if (anchor === undefined) {
    const first = list.items[0];
    const at = first?.span.start ?? list.span.start + 1;
    return { span: { start: at, end: at }, newText: first === undefined ? source : `${source}, ` };
  }
  if (list.flow) return { span: { start: anchor.span.end, end: anchor.span.end }, newText: `, ${source}` };
  const at = lineEndAfter(text, anchor.span.end);
  const dash = dashBefore(text, anchor.span.start);
  const lead = ' '.repeat(dash - lineStartBefore(text, dash));
  return { span: { start: at, end: at }, newText: `${lineEndOf(text)}${lead}- ${source}` };
}

/** Takes an item out: in brackets with one comma, else with its line. `undefined` for the only item of a list. */
export function removeItem(text: string, list: ListNode, position: number): TextEdit | undefined {
  const item = list.items[position];
  if (item === undefined || list.items.length < 2) return undefined;
  if (!list.flow) {
    const start = lineStartBefore(text, dashBefore(text, item.span.start));
    const end = lineEndAfter(text, item.span.end);
    const broken = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    return { span: { start, end: end + broken }, newText: '' };
  }
  const next = list.items[position + 1];
  const previous = list.items[position - 1];
  if (next !== undefined) return { span: { start: item.span.start, end: next.span.start }, newText: '' };
  return { span: { start: previous?.span.end ?? item.span.start, end: item.span.end }, newText: '' };
}

function dashBefore(text: string, start: number): number {
  return Math.max(0, text.lastIndexOf('-', start - 1));
}
