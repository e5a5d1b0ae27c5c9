import { schemaAt } from '../schema';
import { headPairs } from '../syntax';
import type { Chunk, Entry, FileSyntax, SyntaxProblemCode } from '../syntax/entry';
import { nearest } from '../text/nearest';
import { remembered } from '../text/remember';
import { structureOf } from './structure/structure-of';
import { isLanguageTag, isWithoutText, mapsIn } from './text/text-maps';
import { textOutline } from './text/text-outline';

/** The state of a file's text, gathered from its entries: of a chunk that an edit leaves alone it is known. */
export interface FileCondition {
  readonly hasTabs: boolean;
  /** Whether some text is broken, or stands under a key that may mean another. */
  readonly isDamaged: boolean;
  /** Sections entries of which may have been swallowed by damage. */
  readonly lost: ReadonlySet<string>;
  readonly headKeys: ReadonlySet<string>;
  /** Whether a key stands at the top that the language does not have there: it may be a section's. */
  readonly hasStranger: boolean;
  /** Whether something at the top can't be read. */
  readonly headIsUnsure: boolean;
  /** Language tags that at least one text has. */
  readonly tags: ReadonlySet<string>;
}

export const conditionOf: (file: FileSyntax) => FileCondition = remembered(({ chunks }) =>
  joined(chunks.map(conditionOfChunk)),
);

export const conditionOfChunk: (chunk: Chunk) => FileCondition = remembered(({ entries }) =>
  joined(entries.map(conditionOfEntry)),
);

/** Nearly all entries are sound and in the same languages: of one condition. */
function joined(parts: readonly FileCondition[]): FileCondition {
  const different = [...new Set(parts)];
  const [first] = different;
  return first !== undefined && different.length === 1 ? first : join(different);
}

function join(parts: readonly FileCondition[]): FileCondition {
  return {
    hasTabs: parts.some((part) => part.hasTabs),
    isDamaged: parts.some((part) => part.isDamaged),
    lost: union(parts.map((part) => part.lost)),
    headKeys: union(parts.map((part) => part.headKeys)),
    hasStranger: parts.some((part) => part.hasStranger),
    headIsUnsure: parts.some((part) => part.headIsUnsure),
    tags: union(parts.map((part) => part.tags)),
  };
}

/** Most are empty, and most of the others alike. */
function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  let last: ReadonlySet<string> = nothing;
  for (const set of sets) {
    if (set === last) continue;
    last = set;
    for (const one of set) all.add(one);
  }
  return all.size === 0 ? nothing : all;
}

const nothing: ReadonlySet<string> = new Set();

function conditionOfEntry(entry: Entry): FileCondition {
  const { tags } = textOutline(entry);
  const isSound = entry.role === 'member' && entry.problems.length === 0 && structureOf(entry).length === 0;
  return isSound && tags !== undefined ? soundIn(tags) : unsoundCondition(entry);
}

/** Of an entry without problems whose texts are all in the same languages. */
const soundIn = remembered(
  (tags: readonly string[]): FileCondition => ({
    hasTabs: false,
    isDamaged: false,
    lost: nothing,
    headKeys: nothing,
    hasStranger: false,
    headIsUnsure: false,
    tags: new Set(tags),
  }),
);

function unsoundCondition(entry: Entry): FileCondition {
  const isHead = entry.role !== 'member';
  const hasStranger = hasUnknownKey(entry);
  return {
    hasTabs: entry.problems.some(({ code }) => code === 'tab-indentation'),
    isDamaged: entry.problems.length > 0 || hasStranger,
    lost: lostSome(entry) ? new Set(sectionsIn(entry)) : nothing,
    headKeys: isHead ? new Set(headPairs(entry).map(({ key }) => key.text)) : nothing,
    hasStranger: isHead && hasStranger,
    headIsUnsure: isHead && (lostSome(entry) || hasStranger),
    tags: tagsOf(entry),
  };
}

const allSections = ['stages', 'frames', 'scales', 'questions', 'derived', 'indicators'];

/** The sections that an entry may belong to; a misspelt one too, as `question` for `questions`. */
function sectionsIn({ section, role }: Entry): readonly string[] {
  if (role === 'whole') return allSections;
  if (allSections.includes(section)) return [section];
  return schemaAt([section]) === undefined ? allSections.filter((one) => nearest(section, [one]).length > 0) : [];
}

/** Damage that may take whole entries with it. */
const swallowing: readonly SyntaxProblemCode[] = ['yaml-syntax', 'tab-indentation', 'several-documents'];

function lostSome({ role, root, problems }: Entry): boolean {
  if (problems.length === 0) return false;
  const damage = problems.filter(({ code }) => code !== 'duplicate-key');
  if (role !== 'member') return damage.length > 0;
  return damage.some(({ code }) => swallowing.includes(code)) || (damage.length > 0 && root.pairs.length === 0);
}

/** A key that the language does not have there: the lost section, or what was in it. */
function hasUnknownKey(entry: Entry): boolean {
  return structureOf(entry).some(({ code }) => code === 'unknown-key');
}

function tagsOf(entry: Entry): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const { map, isText } of mapsIn(entry)) {
    if (!isText) continue;
    for (const pair of map.pairs) if (!isWithoutText(pair) && isLanguageTag(pair.key.text)) tags.add(pair.key.text);
  }
  return tags.size === 0 ? nothing : tags;
}
