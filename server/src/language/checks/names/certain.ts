import type { Codebook, NameKind, Owner } from '../../model/codebook';
import { resolvePath } from '../../model/imports';
import { schemaAt } from '../../schema';
import { headPairs } from '../../syntax';
import type { Entry, FileSyntax, SyntaxProblemCode } from '../../syntax/entry';
import { nearest } from '../../text/nearest';
import type { CheckSubject } from '../check';
import { structureOf } from '../structure/from-structure';

/**
 * Whether it can be told that nothing declares a name of this kind: every import is there, and the text that would declare it
 * could be read. Else the name may well stand where nothing can be read, and the cause is told there.
 */
export function isCertain({ codebook, syntax, neighbours }: CheckSubject, kind: NameKind, owner: Owner | undefined): boolean {
  if (owner !== undefined) return !isBroken(codebook, owner);
  const sections = sectionsOf[kind] ?? [];
  return (
    importsAreThere(codebook) && ![syntax, ...neighbours].some((file) => sections.some((section) => isLost(file, section)))
  );
}

const sectionsOf: Partial<Readonly<Record<NameKind, readonly string[]>>> = {
  stage: ['stages'],
  frame: ['frames'],
  scale: ['scales'],
  variable: ['questions', 'derived'],
  indicator: ['indicators'],
};

function importsAreThere({ models, files }: Codebook): boolean {
  return models.every(({ file, header }) =>
    header.imports.every(({ path }) => files.includes(resolvePath(file, path.text) ?? path.text)),
  );
}

/** Whether the entry that would declare a category or item is damaged, or has parts under keys that are misspelt. */
function isBroken(codebook: Codebook, { kind, id }: Owner): boolean {
  const declaration = kind === 'scale' ? codebook.scales.get(id) : codebook.variables.get(id)?.declaration;
  if (declaration === undefined) return false;
  const isDamaged = declaration.entry.problems.some(({ code }) => code !== 'duplicate-key');
  return isDamaged || structureOf(declaration.entry).some(({ code }) => code === 'unknown-key' || code === 'wrong-type');
}

/** Whether entries of a section may stand where they can't be read as such. */
function isLost({ entries }: FileSyntax, section: string): boolean {
  const here = entries.map(({ entry }) => entry);
  if (here.some((entry) => mayHold(entry, section) && lostSome(entry))) return true;
  const isThere = here.some((entry) => headPairs(entry).some(({ key }) => key.text === section));
  return !isThere && here.some((entry) => entry.role !== 'member' && hasStranger(entry));
}

function mayHold(entry: Entry, section: string): boolean {
  return entry.section === section || entry.role === 'whole' || isMisspelt(entry.section, section);
}

/** `question` for `questions` */
function isMisspelt(written: string, section: string): boolean {
  return schemaAt([written]) === undefined && nearest(written, [section]).length > 0;
}

/** Damage that may take whole entries with it. */
const swallowing: readonly SyntaxProblemCode[] = ['yaml-syntax', 'tab-indentation', 'several-documents'];

function lostSome({ role, root, problems }: Entry): boolean {
  const damage = problems.filter(({ code }) => code !== 'duplicate-key');
  if (role !== 'member') return damage.length > 0;
  return damage.some(({ code }) => swallowing.includes(code)) || (damage.length > 0 && root.pairs.length === 0);
}

/** A key at the top or in the header that the language does not have there: the lost section, or what was in it. */
function hasStranger(entry: Entry): boolean {
  return structureOf(entry).some(({ code }) => code === 'unknown-key');
}
