import type { Codebook, NameKind, Owner, Use } from '../../model/codebook';
import { resolvePath } from '../../model/imports';
import { remembered, rememberedByText } from '../../model/remember';
import { usesIn } from '../../model/uses';
import { schemaAt } from '../../schema';
import { headPairs } from '../../syntax';
import type { Entry, FileSyntax, SyntaxProblemCode } from '../../syntax/entry';
import { nearest } from '../../text/nearest';
import type { CheckSubject } from '../check';
import { structureOf } from '../structure/from-structure';
import { isDamaged } from '../text/damaged';

/**
 * Whether it can be told that nothing declares a name of this kind: every import is there, and the text that would declare it
 * could be read. Else the name may well stand where nothing can be read, and the cause is told there.
 */
export function isCertain({ codebook, syntax, neighbours }: CheckSubject, kind: NameKind, owner: Owner | undefined): boolean {
  if (owner !== undefined) return !isBroken(codebook, owner);
  if (!importsAreThere(codebook) || mayHideImport(syntax)) return false;
  const sections = sectionsOf[kind] ?? [];
  return ![syntax, ...neighbours].some((file) => sections.some((section) => isLost(file)(section)));
}

const sectionsOf: Partial<Readonly<Record<NameKind, readonly string[]>>> = {
  stage: ['stages'],
  frame: ['frames'],
  scale: ['scales'],
  variable: ['questions', 'derived'],
  indicator: ['indicators'],
};

const importsAreThere = remembered(({ models, files }: Codebook): boolean =>
  models.every(({ file, header }) =>
    header.imports.every(({ path }) => files.includes(resolvePath(file, path.text) ?? path.text)),
  ),
);

/** Whether an `import` may stand in a header that can't be read. */
const mayHideImport = remembered(({ entries }: FileSyntax): boolean => {
  const heads = entries.flatMap(({ entry }) => (entry.role === 'member' ? [] : [entry]));
  const isThere = heads.some((entry) => headPairs(entry).some(({ key }) => key.text === 'import'));
  return !isThere && heads.some((entry) => lostSome(entry) || hasStranger(entry));
});

/** Whether the entry that would declare a category or item can't be read whole. */
function isBroken(codebook: Codebook, { kind, id }: Owner): boolean {
  const declaration = kind === 'scale' ? codebook.scales.get(id) : codebook.variables.get(id)?.declaration;
  return declaration !== undefined && isUnsure(declaration.entry);
}

/** Whether a name is read as it was meant: its own text is sound, and so is what decides whether it is an item or a category. */
export function isReadAsMeant(codebook: Codebook, { owner, place }: Use): boolean {
  return !isDamaged(place) && (owner === undefined || !restsOnBroken(codebook, place.entry));
}

/** What the keys of a figure mean hangs on its indicator and on the variables these name. */
function restsOnBroken(codebook: Codebook, entry: Entry): boolean {
  if (isUnsure(entry)) return true;
  return usesIn(codebook, entry).some((use) => {
    if (use.declares) return false;
    const variable = use.kind === 'variable' ? codebook.variables.get(use.name)?.declaration : undefined;
    const indicator = use.kind === 'indicator' ? codebook.indicators.get(use.name) : undefined;
    if (variable !== undefined) return isUnsure(variable.entry);
    return indicator !== undefined && indicator.entry !== entry && restsOnBroken(codebook, indicator.entry);
  });
}

/** Damaged, or with parts under keys that are misspelt. */
function isUnsure(entry: Entry): boolean {
  const isDamagedText = entry.problems.some(({ code }) => code !== 'duplicate-key');
  return isDamagedText || structureOf(entry).some(({ code }) => code === 'unknown-key' || code === 'wrong-type');
}

/** Whether entries of a section may stand where they can't be read as such. */
const isLost = remembered(({ entries }: FileSyntax) =>
  rememberedByText((section: string): boolean => {
    const here = entries.map(({ entry }) => entry);
    if (here.some((entry) => mayHold(entry, section) && lostSome(entry))) return true;
    const isThere = here.some((entry) => headPairs(entry).some(({ key }) => key.text === section));
    return !isThere && here.some((entry) => entry.role !== 'member' && hasStranger(entry));
  }),
);

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
