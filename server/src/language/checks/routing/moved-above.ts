import type { Codebook, Variable } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import { variablesNamedBy } from '../../model/dependencies';
import type { Fix } from '../../problem';
import { lineEndOfFile } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { offered } from '../fixes/edits';

/** A question moved above one that is routed by it, where it does not itself stand on questions that are asked in between. */
export function movedAbove(
  codebook: Codebook,
  syntax: FileSyntax,
  question: QuestionDeclaration,
  named: Variable,
): readonly Fix[] {
  const { variables, own } = codebook;
  const moved = named.declaration;
  const position = variables.get(question.id.text)?.position ?? 0;
  const isOwn = own.questions.some((one) => one === moved);
  const [above, below] = [question.entry, moved.entry];
  const areMembers = above.role === 'member' && below.role === 'member' && above !== below;
  const restsOn = variablesNamedBy(codebook, named.name);
  if (!isOwn || !areMembers || restsOn.some((name) => (variables.get(name)?.position ?? 0) >= position)) return [];
  const ended = /[\r\n]$/.test(below.text) ? below.text : below.text + lineEndOfFile(syntax);
  return offered(`Move \`${named.name}\` above \`${question.id.text}\``, [
    { place: { entry: above, span: { start: 0, end: 0 } }, newText: ended },
    { place: { entry: below, span: { start: 0, end: below.text.length } }, newText: '' },
  ]);
}
