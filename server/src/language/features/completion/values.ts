import { legalId } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import { packs } from '../../shares/policy';
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
    edit: isTruth(value) ? writeSource(place, value) : writeScalar(place, value),
  }));
  return [poolOf([...listed, ...suggested(place, path)]), ...fromData(place, path)];
}

/** What is not a text stands without quotes. */
function isTruth(value: string): boolean {
  return value === 'true' || value === 'false';
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
  if (key !== 'languages') return usual(place, below.length > 0 ? below : [key ?? '']);
  if (below.length === 0) return lists.map((list) => ({ ...plain(list), edit: writeSource(place, list) }));
  const free = tags.filter((tag) => !place.codebook.languages.includes(tag));
  return free.map((tag) => ({ ...plain(tag), edit: writeScalar(place, tag) }));
}

/** Numbers and names that most write, where anything may be written. */
function usual(place: CompletionPlace, path: NodePath): readonly Completion[] {
  const key = path.filter((step) => typeof step === 'string').at(-1) ?? '';
  const values = Object.hasOwn(usualValues, key) ? (usualValues[key] ?? []) : [];
  return values.map((value) => ({ ...plain(value), edit: writeSource(place, value) }));
}

const usualValues: Readonly<Record<string, readonly string[]>> = {
  precision: packs.map(({ name }) => name),
  decimals: ['0', '1', '2'],
  level: ['0.9', '0.95', '0.99'],
  at: ['0.25', '0.5', '0.75'],
  delimiter: ['","', '";"', '"\\t"'],
};

const tags = ['sv', 'en'];
const lists = ['[sv]', '[sv, en]', '[en]'];

function nameOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return legalId(decoded(name).replace(/(?:\.codebook)?\.ya?ml$/, ''), []);
}

function plain(value: string): Omit<Completion, 'edit'> {
  return { label: value, kind: 'value', detail: '', documentation: '', filter: value };
}
