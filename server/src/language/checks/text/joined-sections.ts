import type { Fix, PlacedEdit } from '../../problem';
import { headPairs } from '../../syntax';
import type { Entry, FileSyntax } from '../../syntax/entry';
import { offered } from '../fixes/edits';

/** The entries of a section that stands twice, moved below those of the first, in their order and with their comments. */
export function joinedSections({ entries }: FileSyntax, first: Entry, second: Entry): readonly Fix[] {
  const all = entries.map(({ entry }) => entry);
  const from = all.indexOf(second);
  const members = membersBehind(all, from);
  const target = membersBehind(all, all.indexOf(first)).at(-1);
  const isApart = [first, second].every((head) => headPairs(head).length === 1 && headPairs(head)[0]?.value.kind === 'empty');
  if (!isApart || members.length === 0 || target === undefined || members.some(({ indent }) => indent !== target.indent))
    return [];
  const moved = members.map(({ text }) => text).join('');
  const at = target.text.length;
  const taken = [second, ...members].map(
    (entry): PlacedEdit => ({ place: { entry, span: { start: 0, end: entry.text.length } }, newText: '' }),
  );
  const title = `Join them under the first \`${second.section}\``;
  return offered(title, [{ place: { entry: target, span: { start: at, end: at } }, newText: moved }, ...taken]);
}

function membersBehind(all: readonly Entry[], head: number): readonly Entry[] {
  const next = all.findIndex((entry, at) => at > head && entry.role !== 'member');
  return all.slice(head + 1, next < 0 ? all.length : next);
}
