import type { FileSyntax } from '../syntax/entry';
import type { FileModel } from './codebook';
import type { AnyDeclaration } from './declarations';
import { mergeHeaders, readDeclarations } from './read';

/** Remembers the model of a file's syntax for as long as that lives; the syntax decides it. */
const models = new WeakMap<FileSyntax, FileModel>();

/** All that a file declares, in its order, nothing dropped. The same syntax gives the same object. */
export function modelOf(file: string, syntax: FileSyntax): FileModel {
  const known = models.get(syntax);
  if (known?.file === file) return known;
  const model = readModel(file, syntax);
  models.set(syntax, model);
  return model;
}

function readModel(file: string, syntax: FileSyntax): FileModel {
  const parts = syntax.entries.map(({ entry }) => readDeclarations(entry));
  const all = parts.flatMap((part) => part.declarations);
  return {
    file,
    header: { languages: [], imports: [], ...mergeHeaders(parts.map((part) => part.header)) },
    stages: ofKind(all, 'stage'),
    frames: ofKind(all, 'frame'),
    scales: ofKind(all, 'scale'),
    questions: ofKind(all, 'question'),
    derived: ofKind(all, 'derived'),
    indicators: ofKind(all, 'indicator'),
    figures: ofKind(all, 'figure'),
    tests: ofKind(all, 'test'),
  };
}

function ofKind<K extends AnyDeclaration['kind']>(all: readonly AnyDeclaration[], kind: K) {
  return all.filter((declaration): declaration is Extract<AnyDeclaration, { kind: K }> => declaration.kind === kind);
}
