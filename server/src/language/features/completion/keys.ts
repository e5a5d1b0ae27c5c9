import { isRequired, keysOf, kindOf } from '../../schema';
import type { SchemaKey, SchemaKind, SchemaPlace } from '../../schema/place';
import { headPairs, holdsEntries, type NodePath } from '../../syntax';
import type { Chunk } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { remembered } from '../../text/remember';
import { described } from '../words/described';
import { cellNames } from './cells';
import { deeperLine, stop, writeKey } from './edit';
import { labelled, type Names, named, variableNames } from './names';
import { type Pool, poolOf } from './pools';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** Keys that may join the map at a path: the required ones first, without those that are there. */
export function keyPools(place: CompletionPlace, schema: SchemaPlace, path: NodePath): readonly Pool[] {
  const present = presentKeys(place, path);
  const { cursor } = place;
  const kind = cursor.map === undefined ? undefined : kindOf(schema, cursor.map);
  const keys = keysIn(schema, kind).filter(({ key }) => !present.has(key));
  const isText = schema.membersReferTo === 'language' && place.codebook.languages.some((language) => present.has(language));
  const required = isText ? [] : keys.filter((key) => isRequired(key, kind));
  const others = isText ? [] : keys.filter((key) => !required.includes(key));
  return [
    poolOf(required.map((key) => keyCompletion(place, key, 'required_key'))),
    ...memberPools(place, schema, path, present),
    poolOf(others.map((key) => keyCompletion(place, key, 'key'))),
  ];
}

/**
 * The keys of an entry of this kind. What an entry is as long as nothing tells otherwise can still become another kind, so
 * that the keys of those follow.
 */
function keysIn(schema: SchemaPlace, kind: SchemaKind | undefined): readonly SchemaKey[] {
  const own = keysOf(schema, kind);
  const isOpen = kind === kindOf(schema, nothingYet);
  return isOpen ? [...own, ...schema.keys.filter((key) => !own.includes(key))] : own;
}

const nothingYet: MapNode = { kind: 'map', span: { start: 0, end: 0 }, flow: false, pairs: [] };

/** Keys of the map but for the word the cursor is on; at the top, those of every entry. Ids of entries are nobody's keys. */
function presentKeys({ cursor, snapshot, file }: CompletionPlace, path: NodePath): ReadonlySet<string> {
  const isTop = path.length === 0;
  if (path.length === 1 && holdsEntries(String(path[0]))) return new Set();
  const chunks = isTop ? (snapshot.files.get(file)?.chunks ?? []) : [];
  const pairs = isTop ? chunks.flatMap(topPairs) : (cursor.map?.pairs ?? []);
  const others = pairs.filter(({ key }) => key !== cursor.scalar).map(({ key }) => key.text);
  return new Set([...others, keyBehind(cursor)]);
}

/** Typed in front of a key, a word is read as one with it until the comma comes. */
function keyBehind({ placed, replace, scalar }: CompletionPlace['cursor']): string {
  const behind = placed.entry.text.slice(replace.end - placed.start, scalar?.span.end ?? 0);
  return behind.trim().replace(/^["']|["']$/g, '');
}

const topPairs = remembered(({ entries }: Chunk) => entries.flatMap(headPairs));

function keyCompletion(place: CompletionPlace, { key, place: schema }: SchemaKey, kind: CompletionKind): Completion {
  const { language } = place;
  const term = language === 'sv' ? (schema.termSv ?? schema.term) : schema.term;
  return {
    label: key,
    kind,
    detail: term ?? '',
    documentation: described(schema.description, language),
    ...writeKey(place, key, openingOf(place, schema)),
    filter: key,
  };
}

/** What follows a new key until its value is typed. */
function openingOf(place: CompletionPlace, schema: SchemaPlace): string {
  const { cursor, codebook } = place;
  const [form] = schema.forms;
  if (schema.membersReferTo === 'language' && codebook.languages.length > 1) {
    return ` {${codebook.languages.map((language) => `${language}: "${stop()}"`).join(', ')}}`;
  }
  if (form === 'list') return ` [${stop()}]`;
  if (form !== 'map') return ` ${stop()}`;
  return cursor.flow ? ` {${stop()}}` : `${deeperLine(place)}${stop()}`;
}

/** Keys that name what is declared elsewhere: languages of a text, variables of a test, cells of a figure. */
function memberPools(
  place: CompletionPlace,
  schema: SchemaPlace,
  path: NodePath,
  present: ReadonlySet<string>,
): readonly Pool[] {
  const { codebook } = place;
  const pool = (names: Names, value = ` ${stop()}`): Pool => ({
    ...names,
    fits: (id) => !present.has(id) && names.fits?.(id) !== false,
    complete: (id) => ({ ...named(names, id), ...writeKey(place, id, value) }),
  });
  switch (schema.membersReferTo) {
    case 'language':
      // A text may stand for a whole entry with a label; once the entry has a key of its own, it no longer can.
      if (schema.keys.some(({ key }) => present.has(key))) return [];
      return [pool({ kind: 'language', ids: codebook.languages, labelOf: () => '' }, ` "${stop()}"`)];
    case 'variable':
      return [pool(variableNames(place, () => true))];
    case 'item':
      return [pool(labelled(place, 'item', codebook.variables.get(String(path.at(-1)))?.items ?? []))];
    case 'cell':
      return cellNames(place, path).map((names) => pool(names));
    default:
      return [];
  }
}
