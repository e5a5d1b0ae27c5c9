import type { Completion, Completions } from './types';

/** Names of which some may be chosen. There may be tens of thousands, so each is looked at only as far as it takes. */
export interface Pool {
  /** Read more than once: the keys of a map are given by `keysOf`. */
  readonly ids: Iterable<string>;
  /** All do where absent. */
  readonly fits?: (id: string) => boolean;
  /** What it is called in the reader's language; `''` where it has no label. */
  readonly labelOf: (id: string) => string;
  /** What it is called in all languages, in small letters: where absent, words are found in the label. */
  readonly wordsOf?: (id: string) => string;
  readonly complete: (id: string) => Completion;
}

/** What may stand at a cursor, and what of it is typed. */
export interface Offer {
  readonly pools: readonly Pool[];
  readonly typed: string;
}

/** Few enough to be sent and shown at a keystroke, more than anyone reads. */
const most = 200;

/**
 * The best of the pools, whose order counts among what matches equally well: names that begin with what is typed, then those
 * of which a word (of the label too) does, then those that have its letters in order. What does not match at all is listed,
 * last, only where everything is: editors go on filtering then.
 */
export function bestOf({ pools, typed }: Offer): Completions {
  const sought = typed.toLowerCase();
  const ranked = pools.map((pool) => ({ pool, ...fitting(pool, tiersOf(pool, sought)) }));
  const count = ranked.reduce((sum, { tiers }) => sum + tiers.reduce((all, tier) => all + tier.length, 0), 0);
  const isCut = count > most || ranked.some((one) => one.isCut);
  const shown = isCut && sought !== '' ? matching : [...matching, unmatched];
  const lists = shown.map((tier) => ranked.map(({ pool, tiers }): List => ({ pool, ids: tiers[tier] ?? [] })));
  return { items: shortened(lists).flatMap(({ pool, ids }) => ids.map(pool.complete)), isCut };
}

/** How many names are looked at whether they fit, the best first: what a name means takes longer to tell than how it begins. */
const looked = 1000;

/** Those of each tier that fit, at most one more than is shown, which tells that there are more. */
function fitting({ fits }: Pool, { tiers, isCut }: Tiers): Tiers {
  let left = looked;
  const kept = tiers.map((tier) => {
    const some: string[] = [];
    for (const id of tier) {
      if (some.length > most || left <= 0) break;
      if (fits !== undefined) left--;
      if (fits?.(id) !== false) some.push(id);
    }
    return some;
  });
  return { tiers: kept, isCut: isCut || left <= 0 };
}

interface List {
  readonly pool: Pool;
  readonly ids: readonly string[];
}

/** The worst tiers go first, and of one tier the longest list, so that few functions stay beside many variables. */
function shortened(tiers: readonly (readonly List[])[]): readonly List[] {
  let left = most;
  return tiers.flatMap((tier) => {
    const kept = new Map<Pool, number>();
    for (const { pool, ids } of [...tier].sort((a, b) => a.ids.length - b.ids.length)) {
      kept.set(pool, Math.min(left, ids.length));
      left -= Math.min(left, ids.length);
    }
    return tier.map(({ pool, ids }) => ({ pool, ids: ids.slice(0, kept.get(pool)) }));
  });
}

/** The keys of a map, as often as they are read, without a copy. */
export function keysOf(map: ReadonlyMap<string, unknown>): Iterable<string> {
  return { [Symbol.iterator]: () => map.keys() };
}

/** A list that is short enough to be made whole. */
export function poolOf(completions: readonly Completion[]): Pool {
  const byLabel = new Map(completions.map((completion) => [completion.label, completion]));
  return {
    ids: keysOf(byLabel),
    labelOf: (id) => byLabel.get(id)?.detail ?? '',
    complete: (id) => byLabel.get(id) ?? nothing,
  };
}

const nothing: Completion = {
  label: '',
  kind: 'value',
  detail: '',
  documentation: '',
  edit: { span: { start: 0, end: 0 }, newText: '' },
  filter: '',
};

/** Indices of the tiers: beginning, word, letters in order, no match. */
const matching = [0, 1, 2];
const unmatched = 3;

/** So many names that begin with what is typed that the others need not be looked at. */
const enough = 50;

function tiersOf({ ids, labelOf, wordsOf = (id) => labelOf(id).toLowerCase() }: Pool, sought: string): Tiers {
  const begun = firstOf(ids, (id) => id.startsWith(sought));
  if (sought === '' || begun.length >= enough) return { tiers: [begun, [], [], []], isCut: sought !== '' };
  const tiers: readonly string[][] = [[], [], [], []];
  for (const id of ids) {
    const tier = tiers[tierOf(id.toLowerCase(), () => wordsOf(id), sought)];
    if (tier !== undefined && tier.length <= looked) tier.push(id);
  }
  return { tiers, isCut: false };
}

interface Tiers {
  readonly tiers: readonly (readonly string[])[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}

function firstOf(ids: Iterable<string>, isSought: (id: string) => boolean): readonly string[] {
  const first: string[] = [];
  for (const id of ids) {
    if (isSought(id) && first.push(id) > looked) break;
  }
  return first;
}

function tierOf(name: string, words: () => string, sought: string): number {
  if (name.startsWith(sought)) return 0;
  if (hasWord(name, sought) || hasWord(words(), sought)) return 1;
  return hasInOrder(name, sought) ? 2 : unmatched;
}

/** Whether a word of the text begins so. */
function hasWord(text: string, sought: string): boolean {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (at === 0 || !isLetter(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** Small letters, digits, and all that is no ASCII: a word does not begin behind them. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

function hasInOrder(text: string, sought: string): boolean {
  let at = 0;
  for (const letter of sought) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
