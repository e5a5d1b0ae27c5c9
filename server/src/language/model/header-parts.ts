import type { DataDeclaration, DefaultsDeclaration, HeaderDeclaration, PolicyDeclaration } from './declarations';
import { mergeFirst } from './fields';
import type { Inputs } from './input-files';
import { emptyHeader, headerOf } from './read';
import { isSameList } from './same';

/** What the headers of a codebook's files say together. */
export interface HeaderParts {
  readonly header: HeaderDeclaration;
  /** Declared language tags, default first; of the file itself, else of the first import that declares some. */
  readonly languages: readonly string[];
  readonly data: DataDeclaration | undefined;
  /** Key by key: what a file's own defaults do not state stands as in its imports. */
  readonly defaults: DefaultsDeclaration | undefined;
  readonly policy: PolicyDeclaration | undefined;
  /** The defaults as the files state them, own first. */
  readonly stated: readonly DefaultsDeclaration[];
}

export const partNames = ['header', 'languages', 'data', 'defaults', 'policy'] as const;

export type PartName = (typeof partNames)[number];

/** A part that says the same as before is the same object as before. */
export function headerParts(inputs: Inputs, before?: HeaderParts): HeaderParts {
  const ownFirst = [...inputs.files].sort((a, b) => Number(b.file === inputs.file) - Number(a.file === inputs.file));
  const headers = ownFirst.map(({ syntax }) => headerOf(syntax));
  const [header = emptyHeader] = headers;
  const languages = headers.map((one) => distinct(one.languages)).find((tags) => tags.length > 0) ?? [];
  const stated = headers.flatMap((one) => one.defaults ?? []);
  return {
    header: before !== undefined && isSameHeader(before.header, header) ? before.header : header,
    languages: before !== undefined && isSameList(before.languages, languages) ? before.languages : languages,
    data: header.data,
    defaults: before !== undefined && isSameList(before.stated, stated) ? before.defaults : mergeDefaults(stated),
    policy: headers.find((one) => one.policy !== undefined)?.policy,
    stated,
  };
}

function mergeDefaults(ownFirst: readonly DefaultsDeclaration[]): DefaultsDeclaration | undefined {
  const own = ownFirst[0];
  if (own === undefined) return undefined;
  const [ownInterval, ...inherited] = ownFirst.flatMap(({ ci }) => ci ?? []);
  const interval =
    ownInterval === undefined ? {} : { ci: { ...mergeFirst([ownInterval, ...inherited]), place: ownInterval.place } };
  return { ...mergeFirst(ownFirst), ...interval, place: own.place };
}

/** Headers are put together from parts that stay the same objects while their entries do. */
function isSameHeader(one: HeaderDeclaration, other: HeaderDeclaration): boolean {
  const [ours, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value);
}

function distinct(names: readonly { readonly text: string }[]): readonly string[] {
  return [...new Set(names.map((name) => name.text))];
}
