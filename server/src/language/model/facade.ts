import type { Codebook, FileModel } from './codebook';
import type { AnyDeclaration } from './declarations';
import { emptyModel } from './file-model';
import type { Inputs } from './input-files';
import { declaredLike, headerPart, idsOf, models, variableNames } from './inputs';
import { namespaceOf } from './name-table';
import { variableOf } from './variables';

/**
 * A codebook as its readers see it. Everything in it is looked up when it is asked for, so that what looks is known to have
 * looked, and a new version costs nothing until something is asked of it.
 */
export function facadeOf(inputs: Inputs): Codebook {
  const ofKind = <K extends AnyDeclaration['kind']>(kind: K) => mapOfKind(() => codebook, kind);
  const codebook: Codebook = {
    inputs,
    known: { book: undefined },
    file: inputs.file,
    files: inputs.files.map(({ file }) => file),
    imports: inputs.imports,
    get models(): readonly FileModel[] {
      return models(codebook, '');
    },
    get own(): FileModel {
      return models(codebook, '').at(-1) ?? emptyModel(inputs.file);
    },
    get header() {
      return headerPart.header(codebook, '');
    },
    get languages() {
      return headerPart.languages(codebook, '');
    },
    get data() {
      return headerPart.data(codebook, '');
    },
    get defaults() {
      return headerPart.defaults(codebook, '');
    },
    get policy() {
      return headerPart.policy(codebook, '');
    },
    stages: ofKind('stage'),
    frames: ofKind('frame'),
    scales: ofKind('scale'),
    questions: ofKind('question'),
    derived: ofKind('derived'),
    indicators: ofKind('indicator'),
    figures: ofKind('figure'),
    variables: readable(
      (name) => variableOf(codebook, name),
      () => variableNames(codebook, ''),
    ),
  };
  return codebook;
}

function mapOfKind<K extends AnyDeclaration['kind']>(codebook: () => Codebook, kind: K) {
  type Declaration = Extract<AnyDeclaration, { kind: K }>;
  const namespace = namespaceOf(kind);
  const isOfKind = (one: AnyDeclaration): one is Declaration => one.kind === kind;
  const get = (id: string): Declaration | undefined => {
    for (const { declaration } of declaredLike(codebook(), namespace, id)) {
      if (isOfKind(declaration) && declaration.id?.text === id) return declaration;
    }
    return undefined;
  };
  return readable(get, () => idsOf(codebook(), kind));
}

/** A map that looks each value up by its name. */
function readable<V>(get: (name: string) => V | undefined, names: () => readonly string[]): ReadonlyMap<string, V> {
  const entries = function* (): MapIterator<[string, V]> {
    for (const name of names()) {
      const value = get(name);
      if (value !== undefined) yield [name, value];
    }
  };
  const values = function* (): MapIterator<V> {
    for (const [, value] of entries()) yield value;
  };
  const map: ReadonlyMap<string, V> = {
    get,
    has: (name) => get(name) !== undefined,
    get size() {
      return names().length;
    },
    keys: () => names().values(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (callback) => {
      for (const [name, value] of entries()) callback(value, name, map);
    },
  };
  return map;
}
