import { bind } from '../../model/bind';
import type { Codebook, Use } from '../../model/codebook';
import { isYesNo } from '../../model/response-scale';
import { usesNamed } from '../../model/use-index';
import type { Place } from '../../syntax/entry';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../workspace';
import { codebooksWith, type MeantUse } from '../meaning';
import { type NameAt, nameAt } from '../name-at';
import type { Refusal } from './refusal';

/** What can be renamed at an offset: one declaration, with everything that means it. */
export interface RenameTarget {
  readonly kind: 'target';
  readonly name: NameAt;
  readonly declaration: Place;
  /** The codebooks that can see the declaration, its own among them. */
  readonly codebooks: readonly Codebook[];
  readonly uses: readonly MeantUse[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly span: Span;
  readonly reason: Refusal;
}

/** `undefined` where no name stands. */
export function renameTarget(snapshot: Snapshot, file: string, offset: number): RenameTarget | Refused | undefined {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return undefined;
  const { codebook, use } = name;
  const refused = (reason: Refusal): Refused => ({ kind: 'refused', span: name.place.span, reason });
  if (use.kind === 'file') return refused({ why: 'path' });
  const binding = bind(codebook, use);
  if (binding.kind === 'missing') return refused({ why: 'undeclared', name: use.name });
  if (isAnswerOfCondition(codebook, use)) return refused({ why: 'answer-of-condition', name: use.name });
  const declaration = use.declares ? use.place : binding.to.places[0];
  if (declaration === undefined) return refused({ why: 'undeclared', name: use.name });
  const codebooks = codebooksWith(snapshot, [declaration]);
  return {
    kind: 'target',
    name,
    declaration,
    codebooks,
    uses: codebooks.flatMap((one) => usesOfDeclaration(one, use, declaration)),
  };
}

/** Where an id is declared twice all uses mean the first; the others can be renamed by themselves. */
function usesOfDeclaration(codebook: Codebook, use: Use, declaration: Place): readonly MeantUse[] {
  const binding = bind(codebook, use);
  const first = binding.kind === 'found' ? binding.to.places[0] : undefined;
  return usesNamed(codebook, use)
    .filter((one) => (one.declares ? one.place === declaration : first === declaration))
    .map((one) => ({ codebook, use: one }));
}

/** The `yes` and `no` that make a scale a yes/no scale. */
function isAnswerOfCondition(codebook: Codebook, { kind, name, owner }: Use): boolean {
  if (kind !== 'category' || (name !== 'yes' && name !== 'no')) return false;
  return isYesNo(categoriesOf(codebook, owner).map((id) => ({ id })));
}

/** The ids of the categories of a scale, or of a variable with answers of its own. */
export function categoriesOf(codebook: Codebook, owner: Use['owner']): readonly string[] {
  if (owner === undefined) return [];
  if (owner.kind === 'scale') return codebook.scales.get(owner.id)?.categories.map(({ id }) => id.text) ?? [];
  return codebook.variables.get(owner.id)?.scale?.categories.map(({ id }) => id) ?? [];
}
