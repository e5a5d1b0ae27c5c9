import { legalId } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import type { NodePath } from '../../syntax';
import { described } from '../words/described';
import { codePools } from './codes';
import { prefixPool } from './columns';
import { writeScalar, writeSource } from './edit';
import { decoded } from './paths';
import { type Pool, poolOf } from './pools';
import type { Completion, CompletionPlace } from './types';

/** The values a key may have, where they can be listed, or one that lies near. */
export function valuePools(place: CompletionPlace, schema: SchemaPlace, path: NodePath): readonly Pool[] {
  const listed = (schema.values ?? []).map(({ value, description }) => ({
    ...plain(value),
    documentation: described(description, place.language),
    edit: writeScalar(place, value),
  }));
  return [poolOf([...listed, ...suggested(place, path)]), ...fromData(place, path)];
}

/** What is found in the data: codes, and the beginnings of column names. */
function fromData(place: CompletionPlace, path: NodePath): readonly Pool[] {
  const [section] = path;
  const key = path.at(-1);
  if ((section === 'scales' || section === 'questions') && (key === 'code' || key === 'ticked')) return codePools(place);
  return key === 'column_prefix' ? [prefixPool(place)] : [];
}

/** A new codebook is called what its file is called, and has the languages that most have here. */
function suggested(place: CompletionPlace, [key, ...below]: NodePath): readonly Completion[] {
  if (key === 'codebook') return [{ ...plain(nameOfFile(place.file)), edit: writeScalar(place, nameOfFile(place.file)) }];
  if (key !== 'languages') return [];
  if (below.length === 0) return lists.map((list) => ({ ...plain(list), edit: writeSource(place, list) }));
  const free = tags.filter((tag) => !place.codebook.languages.includes(tag));
  return free.map((tag) => ({ ...plain(tag), edit: writeScalar(place, tag) }));
}

const tags = ['sv', 'en'];
const lists = ['[sv]', '[sv, en]', '[en]'];

function nameOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return legalId(decoded(name).replace(/(?:\.codebook)?\.ya?ml$/, ''), []);
}

function plain(value: string): Omit<Completion, 'edit'> {
  return { label: value, kind: 'value', detail: '', documentation: '', filter: value };
}
