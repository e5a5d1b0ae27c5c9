import { reservedWords } from '../../expression';
import { bind } from '../../model/bind';
import type { Codebook, Use } from '../../model/codebook';
import { isYesNo } from '../../model/response-scale';
import { isLegalId, legalId } from '../../schema';
import { locate, type Snapshot } from '../../workspace';
import type { Refusal } from './refusal';
import { categoriesOf, type RenameTarget } from './target';

/** Why a new name can't be used, from the name and the declarations alone; `undefined` where nothing speaks against it. */
export function unusable(snapshot: Snapshot, target: RenameTarget, newName: string): Refusal | undefined {
  const { use } = target.name;
  const unfit = use.kind === 'test' ? badTitle(newName) : badId(target, newName);
  if (unfit !== undefined) return unfit;
  for (const codebook of target.codebooks) {
    const taken = takenIn(snapshot, codebook, use, newName);
    if (taken !== undefined) return taken;
  }
  return becomesYesNo(target, newName) ? { why: 'makes-yes-no', name: newName } : undefined;
}

/** A test is called what it shows, in any words. */
function badTitle(newName: string): Refusal | undefined {
  return newName.trim() === '' ? { why: 'empty' } : undefined;
}

function badId(target: RenameTarget, newName: string): Refusal | undefined {
  if (newName === '') return { why: 'empty' };
  const reserved = reservedFor(target);
  if (!isLegalId(newName)) return { why: 'illegal', name: newName, proposed: legalId(newName, reserved) };
  return reserved.includes(newName) ? { why: 'reserved', name: newName } : undefined;
}

/** As the structure of a file is checked: `missing` is the line of those without a group, `yes` and `no` may be categories. */
function reservedFor(target: RenameTarget): readonly string[] {
  const { kind } = target.name.use;
  if (kind === 'item') return [...reservedWords, 'missing'];
  if (kind !== 'category') return reservedWords;
  const words = isCategory(target) ? reservedWords.filter((word) => word !== 'yes' && word !== 'no') : reservedWords;
  return [...words, 'missing'];
}

/** A category, and no group or missing answer. */
function isCategory({ name: { codebook, use } }: RenameTarget): boolean {
  return categoriesOf(codebook, use.owner).includes(use.name);
}

/** The same name, or one that differs in capitals alone: SPSS and SQL can't tell these apart. */
function takenIn(snapshot: Snapshot, codebook: Codebook, use: Use, newName: string): Refusal | undefined {
  const renamed: Use = { kind: use.kind, name: newName, place: use.place, declares: false, ...ownerOf(use) };
  const binding = bind(codebook, renamed);
  const alike = binding.kind === 'found' ? newName : binding.similar.find((one) => isCaseOf(one, newName) && one !== use.name);
  const found = alike ?? inheritedBy(codebook, use, newName);
  if (found === undefined) return undefined;
  const there = bind(codebook, { ...renamed, name: found });
  const [place] = there.kind === 'found' ? there.to.places : [];
  const file = place === undefined ? undefined : locate(snapshot, place)?.file;
  return { why: 'taken', name: found, kind: use.kind, file };
}

function ownerOf({ owner }: Use): Pick<Use, 'owner'> {
  return owner === undefined ? {} : { owner };
}

function isCaseOf(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A merged variable has the missing answers of what it merges, though it does not declare them. */
function inheritedBy(codebook: Codebook, { kind, owner }: Use, newName: string): string | undefined {
  if (kind !== 'category' || owner?.kind !== 'variable') return undefined;
  return codebook.variables.get(owner.id)?.scale?.missing.find(({ id }) => id === newName)?.id;
}

function becomesYesNo(target: RenameTarget, newName: string): boolean {
  const { codebook, use } = target.name;
  if (use.kind !== 'category' || !isCategory(target)) return false;
  return isYesNo(categoriesOf(codebook, use.owner).map((id) => ({ id: id === use.name ? newName : id })));
}
