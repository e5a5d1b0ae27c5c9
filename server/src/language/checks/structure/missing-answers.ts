import type { AnyDeclaration, MissingDeclaration } from '../../model/declarations';

/** The missing answers that a declaration itself states: a scale's, a question's own, and those of a scale written in it. */
export function missingAnswers(declaration: AnyDeclaration): readonly MissingDeclaration[] {
  if (declaration.kind === 'scale') return declaration.missing;
  if (declaration.kind !== 'question') return [];
  const { scale } = declaration;
  return [...declaration.missing, ...(scale !== undefined && 'kind' in scale ? scale.missing : [])];
}
