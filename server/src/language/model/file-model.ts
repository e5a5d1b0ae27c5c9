import type { FileSyntax } from '../syntax/entry';
import type { FileModel } from './codebook';
import type { AnyDeclaration } from './declarations';
import { mergeFirst } from './fields';
import { readDeclarations } from './read';
import { remembered, rememberedByText } from './remember';

/** All that a file declares, in its order, nothing dropped. The same file and syntax give the same object. */
export function modelOf(file: string, syntax: FileSyntax): FileModel {
  return modelsOf(syntax)(file);
}

const modelsOf = remembered((syntax: FileSyntax) => rememberedByText((file) => readModel(file, syntax)));

function readModel(file: string, syntax: FileSyntax): FileModel {
  const parts = syntax.entries.map(({ entry }) => readDeclarations(entry));
  const all = parts.flatMap((part) => part.declarations);
  return {
    file,
    header: { languages: [], imports: [], ...mergeFirst(parts.map((part) => part.header)) },
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
