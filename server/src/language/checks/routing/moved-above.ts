import type { QuestionDeclaration } from '../../model/declarations';
import { isAskedBefore, isOwnVariable, lastQuestion, variablesNamedBy } from '../../model/dependencies';
import type { Fix } from '../../problem';
import { lineEndOfFile } from '../../syntax';
import type { FileNow } from '../check';
import { offered } from '../fixes/edits';

/** A question moved above one that is routed by it, where it does not itself stand on questions that are asked in between. */
export function movedAbove({ codebook, syntax }: FileNow, question: QuestionDeclaration, named: string): readonly Fix[] {
  const moved = codebook.variables.get(named)?.declaration;
  if (moved === undefined || !isOwnVariable(codebook, named)) return [];
  const [above, below] = [question.entry, moved.entry];
  const areMembers = above.role === 'member' && below.role === 'member' && above !== below;
  const isAskedLater = (name: string) => {
    const last = lastQuestion(codebook, name);
    return last !== undefined && !isAskedBefore(codebook, last, question.id.text);
  };
  if (!areMembers || variablesNamedBy(codebook, named).some(isAskedLater)) return [];
  const ended = /[\r\n]$/.test(below.text) ? below.text : below.text + lineEndOfFile(syntax);
  return offered(`Move \`${named}\` above \`${question.id.text}\``, [
    { place: { entry: above, span: { start: 0, end: 0 } }, newText: ended },
    { place: { entry: below, span: { start: 0, end: below.text.length } }, newText: '' },
  ]);
}
