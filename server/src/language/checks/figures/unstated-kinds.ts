import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration, MissingDeclaration } from '../../model/declarations';
import { printedFigure, variablesBehind } from './printed';

/**
 * Whether a figure is of answers that the codebook calls missing without saying of which kind. Its numbers can't be right before
 * that is stated, which another check asks for.
 */
export function restsOnUnstatedKind(codebook: Codebook, figure: FigureDeclaration): boolean {
  const printed = printedFigure(codebook, figure);
  const variables = printed === undefined ? [] : variablesBehind(codebook, printed.plan);
  return variables.some((name) => missingOf(codebook, name).some(({ missingKind }) => missingKind === undefined));
}

function missingOf(codebook: Codebook, name: string): readonly MissingDeclaration[] {
  const declaration = codebook.variables.get(name)?.declaration;
  if (declaration?.kind !== 'question') return [];
  const { scale, missing } = declaration;
  const answers = scale !== undefined && 'text' in scale ? codebook.scales.get(scale.text) : scale;
  return [...(answers?.missing ?? []), ...missing];
}
