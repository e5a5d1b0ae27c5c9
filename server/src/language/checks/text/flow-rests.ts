import { keysOf } from '../../schema';
import type { Entry, Place } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import type { CheckSubject } from '../check';
import { isLanguageTag, mapsIn, type PlacedMap } from './text-maps';
import { mayHoldRest, textOutline } from './text-outline';

/**
 * What stands inside `{…}` and is no key with a value: the rest of a text that a comma cut, a key that is being typed, or a key
 * whose value is still to come.
 */
export type FlowRest =
  | {
      readonly kind: 'cut';
      readonly entry: Entry;
      readonly pair: Pair;
      /** The last of the pairs that the text was cut into. */
      readonly last: Pair;
      /** The pair whose value was cut. */
      readonly of: Pair;
    }
  | { readonly kind: 'half-typed' | 'without-value'; readonly entry: Entry; readonly pair: Pair };

/** All of a file, in its order. */
export function flowRests(subject: CheckSubject): readonly FlowRest[] {
  return subject.entries.flatMap((entry) => flowRestsIn(subject, entry));
}

export function flowRestsIn(subject: CheckSubject, entry: Entry): readonly FlowRest[] {
  return textOutline(entry).hasFlowRests ? restsIn(entry, subject.surroundings.languages) : [];
}

/** Whether a place lies in a text that a comma cut. */
export function isInCutText(subject: CheckSubject, { entry, span }: Place): boolean {
  return flowRestsIn(subject, entry).some(
    (rest) => rest.kind === 'cut' && rest.of.value.span.start <= span.start && span.end <= rest.last.span.end,
  );
}

function restsIn(entry: Entry, languages: readonly string[]): readonly FlowRest[] {
  return mapsIn(entry)
    .filter(({ map, isText }) => mayHoldRest(map, isText))
    .flatMap((placed) => restsOf(entry, placed, languages));
}

function restsOf(entry: Entry, placed: PlacedMap, languages: readonly string[]): readonly FlowRest[] {
  const rests: FlowRest[] = [];
  let whole: Pair | undefined;
  for (const pair of placed.map.pairs) {
    const kind = restKind(entry, placed, pair, languages);
    const last = rests.at(-1);
    if (kind === undefined || (whole === undefined && pair.value.kind !== 'empty')) whole = pair;
    else if (kind !== 'cut' || whole === undefined) {
      rests.push({ kind: kind === 'cut' ? 'half-typed' : kind, entry, pair });
      whole = undefined;
    } else if (last?.kind === 'cut' && last.of === whole) rests[rests.length - 1] = { ...last, last: pair };
    else rests.push({ kind, entry, pair, last: pair, of: whole });
  }
  return rests;
}

function restKind(
  entry: Entry,
  { map, place, isText }: PlacedMap,
  { key, value }: Pair,
  languages: readonly string[],
): FlowRest['kind'] | undefined {
  const hasColon = /^\s*:/.test(entry.text.slice(key.span.end));
  if (value.kind !== 'empty') return isText && !isLanguageTag(key.text) ? 'cut' : undefined;
  if (hasColon) return 'without-value';
  const keys = isText ? languages : place === undefined ? [] : keysOf(place, undefined).map((one) => one.key);
  const free = keys.filter((one) => one === key.text || !map.pairs.some((pair) => pair.key.text === one));
  return free.includes(key.text) || nearest(key.text, free).length > 0 ? 'half-typed' : 'cut';
}
