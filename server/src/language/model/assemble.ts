import type { Codebook, FileModel } from './codebook';
import type { DefaultsDeclaration } from './declarations';
import { mergeFirst } from './fields';
import type { Models } from './imports';
import { filesOf, resolveImport } from './imports';
import { variablesOf } from './variables';

/**
 * A file with all it imports, names bound. `models` gives the files there are; `roots` are the folders imports may not
 * leave (`[]`: no limit). A file that is not there gives an empty codebook.
 */
export function assembleCodebook(file: string, models: Models, roots: readonly string[]): Codebook {
  const own = models(file) ?? emptyModel(file);
  const files = filesOf(file, models, roots);
  const all = files.map((name) => (name === file ? own : models(name))).filter((model) => model !== undefined);
  const ownFirst = [own, ...all.filter((model) => model !== own)];
  const parts = {
    languages: ownFirst.map((model) => distinct(model.header.languages)).find((tags) => tags.length > 0) ?? [],
    scales: byId(all.flatMap((model) => model.scales)),
    questions: byId(all.flatMap((model) => model.questions)),
    derived: byId(all.flatMap((model) => model.derived)),
  };
  const defaults = mergeDefaults(ownFirst.flatMap((model) => model.header.defaults ?? []));
  const policy = ownFirst.find((model) => model.header.policy !== undefined)?.header.policy;
  return {
    file,
    own,
    imports: own.header.imports.map((declaration) => resolveImport(file, declaration, models, roots)),
    files,
    models: all,
    header: own.header,
    ...(own.header.data === undefined ? {} : { data: own.header.data }),
    ...(defaults === undefined ? {} : { defaults }),
    ...(policy === undefined ? {} : { policy }),
    ...parts,
    stages: byId(all.flatMap((model) => model.stages)),
    frames: byId(all.flatMap((model) => model.frames)),
    indicators: byId(all.flatMap((model) => model.indicators)),
    figures: byId(all.flatMap((model) => model.figures)),
    variables: variablesOf(parts),
  };
}

/** Key by key: what a file's own defaults do not state stands as in its imports. */
function mergeDefaults(ownFirst: readonly DefaultsDeclaration[]): DefaultsDeclaration | undefined {
  const own = ownFirst[0];
  return own === undefined
    ? undefined
    : { ...mergeFirst(ownFirst), rest: mergeFirst(ownFirst.map((defaults) => defaults.rest)), place: own.place };
}

/** Where an id is declared twice the first declaration counts. */
function byId<T extends { readonly id?: { readonly text: string } }>(declared: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const declaration of declared) {
    const id = declaration.id?.text;
    if (id !== undefined && !map.has(id)) map.set(id, declaration);
  }
  return map;
}

function distinct(names: readonly { readonly text: string }[]): readonly string[] {
  return [...new Set(names.map((name) => name.text))];
}

function emptyModel(file: string): FileModel {
  return {
    file,
    header: { languages: [], imports: [] },
    stages: [],
    frames: [],
    scales: [],
    questions: [],
    derived: [],
    indicators: [],
    figures: [],
    tests: [],
  };
}
