import { isRequired, keysOf, kindOf } from '../../schema';
import type { SchemaKey, SchemaKind, SchemaPlace } from '../../schema/place';
import { headPairs, mergedRoot, type NodePath } from '../../syntax';
import type { MapNode } from '../../syntax/tree';
import { described } from '../words/described';
import { cellNames } from './cells';
import { deeperLine, labelFor, type Opening, opening, writeKey } from './edit';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** Keys that may join the map at a path: the required ones first, without those that are there. */
export function completeKeys(place: CompletionPlace, schema: SchemaPlace, path: NodePath): readonly Completion[] {
  const present = presentKeys(place, path);
  const { cursor } = place;
  const kind = cursor.map === undefined ? undefined : kindOf(schema, cursor.map);
  const keys = keysIn(schema, kind).filter(({ key }) => !present.has(key));
  const isText = schema.membersReferTo === 'language' && place.codebook.languages.some((language) => present.has(language));
  const required = isText ? [] : keys.filter((key) => isRequired(key, kind));
  const others = isText ? [] : keys.filter((key) => !required.includes(key));
  return [
    ...required.map((key) => keyCompletion(place, key, 'required_key')),
    ...memberNames(place, schema, path).filter((member) => !present.has(member.label)),
    ...others.map((key) => keyCompletion(place, key, 'key')),
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

/** Keys of the map but for the word the cursor is on; at the top, those of every entry. */
function presentKeys({ cursor, snapshot, file }: CompletionPlace, path: NodePath): ReadonlySet<string> {
  const syntax = snapshot.files.get(file);
  if (path.length === 0 && syntax !== undefined) {
    const pairs = syntax.entries.flatMap(({ entry }) => headPairs(entry).map(({ key }) => ({ entry, key })));
    return new Set(pairs.filter(({ key }) => key !== cursor.scalar).map(({ key }) => key.text));
  }
  if (path.length === 1 && syntax !== undefined && cursor.placed.entry.role !== 'whole') {
    const section = mergedRoot(syntax).pairs.find((pair) => pair.key.text === path[0])?.value;
    const typed = cursor.scalar?.text;
    return new Set(section?.kind === 'map' ? section.pairs.map(({ key }) => key.text).filter((key) => key !== typed) : []);
  }
  const pairs = cursor.map?.pairs ?? [];
  return new Set(pairs.filter(({ key }) => key !== cursor.scalar).map(({ key }) => key.text));
}

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

function openingOf(place: CompletionPlace, schema: SchemaPlace): Opening {
  const { cursor, codebook } = place;
  const [form] = schema.forms;
  if (schema.membersReferTo === 'language' && codebook.languages.length > 1) {
    const texts = codebook.languages.map((language, at) => `${language}: "${at === 0 ? '\0' : ''}"`);
    return opening(` {${texts.join(', ')}}`);
  }
  if (form === 'list') return opening(' [\0]');
  if (form !== 'map') return opening(' ');
  return cursor.flow ? opening(' {\0}') : opening(deeperLine(place));
}

/** Keys that name what is declared elsewhere: languages of a text, variables of a test, cells of a figure. */
function memberNames(place: CompletionPlace, schema: SchemaPlace, path: NodePath): readonly Completion[] {
  const { codebook } = place;
  const write = (id: string, kind: CompletionKind, detail: string, value: string): Completion => ({
    label: id,
    kind,
    detail,
    documentation: '',
    ...writeKey(place, id, opening(value)),
    filter: id,
  });
  switch (schema.membersReferTo) {
    case 'language':
      // A text may stand for a whole entry with a label; once the entry has a key of its own, it no longer can.
      if (schema.keys.some(({ key }) => presentKeys(place, path).has(key))) return [];
      return codebook.languages.map((language) => write(language, 'language', '', ' "\0"'));
    case 'variable':
      return [...codebook.variables.values()].map(({ name, labels }) =>
        write(name, 'variable', labelFor(place, labels, name), ' '),
      );
    case 'item':
      return itemNames(place, path).map(({ id, labels }) => write(id, 'item', labelFor(place, labels, id), ' '));
    case 'cell':
      return cellNames(place, path).map(({ id, kind, detail }) => write(id, kind, detail, ' '));
    default:
      return [];
  }
}

/** In a test: the items of the battery whose answers are given. */
function itemNames({ codebook }: CompletionPlace, path: NodePath) {
  return codebook.variables.get(String(path.at(-1)))?.items ?? [];
}
