import type { Codebook, Owner } from '../../model/codebook';
import { categoryOwner } from '../../model/uses';
import type { CheckSubject, Finding } from '../check';
import { isCertain } from '../names/certain';
import { type ExpressionFinding, expressionFindingsIn } from './expression-findings';

/**
 * Names in expressions that nothing declares. They have the codes of the same names elsewhere, as the cause is the same.
 * Nothing is said where what would declare them could not be read.
 */
export function unknownInExpressions(
  subject: CheckSubject,
  code: 'unknown-name' | 'unknown-item' | 'unknown-category',
): readonly Finding[] {
  return expressionFindingsIn(subject, code)
    .filter((one) => (code === 'unknown-name' ? isCertain(subject, 'variable', undefined) : ownersAreRead(subject, one)))
    .map(({ finding }) => finding);
}

function ownersAreRead(subject: CheckSubject, { variables }: ExpressionFinding): boolean {
  const owners = variables.flatMap((name) => ownersOf(subject.codebook, name));
  return owners.every((owner) => isCertain(subject, 'category', owner));
}

/** The variable, which has the items, and the scale it answers on. */
function ownersOf({ variables }: Codebook, name: string): readonly Owner[] {
  const scale = categoryOwner(variables.get(name));
  return [{ kind: 'variable', id: name }, ...(scale === undefined ? [] : [scale])];
}
