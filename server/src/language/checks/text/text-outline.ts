import type { SchemaPlace } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { remembered, rememberedByText } from '../../text/remember';
import { isLanguageTag, isTextMap, isWithoutText, visitMaps } from './text-maps';

/** What the checks of texts have to know of nearly every entry: that there is nothing for them to look at. */
export interface TextOutline {
  /**
   * The languages of the entry's texts, where all its texts have the same ones, and words behind each. None for an entry that has
   * no text by language; `undefined` where its texts differ.
   */
  readonly tags: readonly string[] | undefined;
  /** Whether a map in braces has a key without value, or a text in braces one that is no language. */
  readonly hasFlowRests: boolean;
}

/** The same for all entries that are alike. */
export const textOutline: (entry: Entry) => TextOutline = remembered((entry) => {
  const seen: Seen = { first: undefined, differ: false, hasFlowRests: false };
  visitMaps(entry, (map, place) => look(seen, map, place));
  if (seen.differ) return seen.hasFlowRests ? different.withRests : different.withoutRests;
  const tags = (seen.first?.pairs ?? []).map(({ key }) => key.text).join(' ');
  return (seen.hasFlowRests ? alike.withRests : alike.withoutRests)(tags);
});

/** The texts met so far. */
interface Seen {
  first: MapNode | undefined;
  differ: boolean;
  hasFlowRests: boolean;
}

function look(seen: Seen, map: MapNode, place: SchemaPlace | undefined): void {
  const isText = isTextMap(map, place);
  if (mayHoldRest(map, isText)) seen.hasFlowRests = true;
  if (!isText) return;
  if (seen.first === undefined) {
    seen.first = map;
    seen.differ = !isWhole(map);
  } else if (!isAlike(map, seen.first)) seen.differ = true;
}

/** Whether a map in braces has a key without value, or is a text with a key that is no language. */
export function mayHoldRest({ flow, pairs }: MapNode, isText: boolean): boolean {
  return flow && pairs.some(({ key, value }) => value.kind === 'empty' || (isText && !isLanguageTag(key.text)));
}

/** A text in some language, with words in each that it names. */
function isWhole({ pairs }: MapNode): boolean {
  return pairs.length > 0 && pairs.every((pair) => isLanguageTag(pair.key.text) && !isWithoutText(pair));
}

function isAlike({ pairs }: MapNode, { pairs: others }: MapNode): boolean {
  return (
    pairs.length === others.length && pairs.every((pair, at) => pair.key.text === others[at]?.key.text && !isWithoutText(pair))
  );
}

/** By the tags, between spaces. */
const alike = {
  withRests: rememberedByText((tags: string): TextOutline => ({ tags: listed(tags), hasFlowRests: true })),
  withoutRests: rememberedByText((tags: string): TextOutline => ({ tags: listed(tags), hasFlowRests: false })),
};

function listed(tags: string): readonly string[] {
  return tags === '' ? [] : tags.split(' ');
}

const different = {
  withRests: { tags: undefined, hasFlowRests: true },
  withoutRests: { tags: undefined, hasFlowRests: false },
} as const satisfies Record<string, TextOutline>;
