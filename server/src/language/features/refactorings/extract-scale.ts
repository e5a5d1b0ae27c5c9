import { insertMember, mapPair, memberPairs, type NewMember } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair } from '../../syntax/tree';
import { freshScale } from './fresh-id';
import { blockBelow, inBrackets, inFiles, touches } from './sources';
import type { Refactoring, Selected } from './types';

/** The scale that is written in a question, as one of `scales` under a name of its own, with its comments. */
export function extractScale(selected: Selected): readonly Refactoring[] {
  const { snapshot, syntax, entry, language } = selected;
  const written = inlineScaleAt(selected);
  if (written === undefined) return [];
  const id = freshScale(selected, written.question);
  const moved = memberOf(entry, written.scale, written.body, id);
  const declared = moved && insertMember(syntax, 'scales', moved.member);
  if (moved === undefined || declared === undefined) return [];
  const edits = inFiles(snapshot, [declared, ...moved.edits]);
  const title = language === 'sv' ? `Flytta skalan till \`scales\` som \`${id}\`` : `Move the scale to \`scales\` as \`${id}\``;
  return edits === undefined ? [] : [{ kind: 'extract', title, edits }];
}

interface InlineScale {
  readonly question: string;
  readonly scale: Pair;
  readonly body: MapNode;
}

/** The cursor stands in the scale, or at its key. */
function inlineScaleAt({ entry, span }: Selected): InlineScale | undefined {
  if (entry.problems.length > 0 || span.end > entry.text.length) return undefined;
  for (const { section, pair } of memberPairs(entry)) {
    const scale = section === 'questions' ? mapPair(pair.value, 'scale') : undefined;
    if (scale?.value.kind !== 'map' || !touches(scale.span, span)) continue;
    const isOne = mapPair(scale.value, 'categories') !== undefined;
    return isOne ? { question: pair.key.text, scale, body: scale.value } : undefined;
  }
  return undefined;
}

interface Moved {
  readonly member: NewMember;
  readonly edits: readonly {
    readonly place: { readonly entry: Entry; readonly span: Pair['span'] };
    readonly newText: string;
  }[];
}

function memberOf(entry: Entry, scale: Pair, body: MapNode, id: string): Moved | undefined {
  const block = blockBelow(entry, scale);
  if (block === undefined) {
    if (!body.flow) return undefined;
    const whole = entry.text.slice(body.span.start, body.span.end);
    const flow = /[\r\n]/.test(whole) ? inBrackets(entry.text, body) : whole;
    if (flow !== whole && entry.comments.some(({ start }) => body.span.start < start && start < body.span.end))
      return undefined;
    return { member: { key: id, flow }, edits: [{ place: { entry, span: body.span }, newText: id }] };
  }
  const colon = entry.text.indexOf(':', scale.key.span.end) + 1;
  return {
    member: { key: id, lines: [`${id}:`, ...block.lines.map((line) => (line === '' ? '' : `  ${line}`))] },
    edits: [
      { place: { entry, span: { start: colon, end: colon } }, newText: ` ${id}` },
      { place: { entry, span: block.span }, newText: '' },
    ],
  };
}
