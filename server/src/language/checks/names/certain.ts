import type { Codebook, NameKind, Owner } from '../../model/codebook';
import { resolvePath } from '../../model/imports';
import { schemaAt } from '../../schema';
import { headPairs } from '../../syntax';
import type { Entry, FileSyntax, SyntaxProblemCode } from '../../syntax/entry';
import { nearest } from '../../text/nearest';
import type { CheckSubject } from '../check';

/**
 * Whether it can be told that nothing declares a name of this kind: every import is there, and the text that would declare it
 * could be read. Else the name may well stand where nothing can be read, and the cause is told there.
 */
export function isCertain({ codebook, syntax }: CheckSubject, kind: NameKind, owner: Owner | undefined): boolean {
  const sections = sectionsOf[kind] ?? [];
  if (owner !== undefined) return !isBroken(codebook, owner);
  return importsAreThere(codebook) && !sections.some((section) => isLost(syntax, section));
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

/** The entry that would declare the category or item. */
function isBroken(codebook: Codebook, { kind, id }: Owner): boolean {
  const declaration = kind === 'scale' ? codebook.scales.get(id) : codebook.variables.get(id)?.declaration;
  return declaration?.entry.problems.some(({ code }) => code !== 'duplicate-key') === true;
}

/** Damage that may take whole entries with it. */
const swallowing: readonly SyntaxProblemCode[] = ['yaml-syntax', 'tab-indentation', 'several-documents'];

function isLost({ entries }: FileSyntax, section: string): boolean {
  return (
    entries.some(({ entry }) => holds(entry, section) && lostSome(entry)) ||
    entries.some(({ entry }) => isMisspelt(entry, section))
  );
}

function holds(entry: Entry, section: string): boolean {
  return entry.section === section || entry.role === 'whole' || schemaAt([entry.section]) === undefined;
}

function lostSome({ root, problems }: Entry): boolean {
  return problems.some(({ code }) => swallowing.includes(code)) || (problems.length > 0 && root.pairs.length === 0);
}

/** `question:` for `questions:` */
function isMisspelt(entry: Entry, section: string): boolean {
  return headPairs(entry).some(({ key }) => schemaAt([key.text]) === undefined && nearest(key.text, [section]).length > 0);
}
