import type { Category, CategoryGroup, MissingCategory, ResponseScale } from '../expression/types';
import type {
  CategoryDeclaration,
  DerivedCategory,
  DerivedDeclaration,
  GroupDeclaration,
  MissingDeclaration,
  QuestionDeclaration,
  ScaleDeclaration,
} from './declarations';
import { labelsOf, yesNoLabels } from './labels';

/** A declared scale as expressions and shares see it. Of two categories with one id the first counts. */
export function responseScale(declaration: ScaleDeclaration, languages: readonly string[]): ResponseScale {
  const categories = uniqueById(declaration.categories);
  return {
    id: declaration.id?.text,
    order: declaration.order,
    categories: categories.map((category) => toCategory(category, declaration.scoresAreCodes, languages)),
    missing: missingCategories(declaration.missing, languages),
    groups: categoryGroups(declaration.groups, categories, languages),
  };
}

/** The scale of a derived variable's own categories. They have no codes. */
export function derivedScale(
  declaration: DerivedDeclaration,
  missing: readonly MissingCategory[],
  languages: readonly string[],
): ResponseScale {
  const categories = uniqueById(declaration.categories);
  return {
    id: undefined,
    order: declaration.order,
    categories: categories.map((category) => toCategory(category, false, languages)),
    missing: missing.map(({ id, labels, kind }) => ({ id, code: undefined, labels, kind })),
    groups: categoryGroups(declaration.groups, categories, languages),
  };
}

/** Yes and no without codes of the codebook's: of a condition, and of the options of a multiple response. */
export function yesNoScale(declaration: DerivedDeclaration | QuestionDeclaration, languages: readonly string[]): ResponseScale {
  const isMultiple = declaration.kind === 'question';
  const ticked = isMultiple ? (declaration.ticked?.text ?? '1') : undefined;
  const labels = (answer: 'yes' | 'no') => {
    const own = isMultiple ? undefined : declaration.categories.find((category) => category.id.text === answer);
    return own?.label === undefined ? yesNoLabels(answer, languages) : labelsOf([own.label], languages);
  };
  return {
    id: undefined,
    order: undefined,
    categories: [
      { id: 'yes', code: ticked, labels: labels('yes'), score: undefined },
      { id: 'no', code: undefined, labels: labels('no'), score: undefined },
    ],
    missing: isMultiple ? missingCategories(declaration.missing, languages) : [],
    groups: [],
  };
}

/** Whether a scale's categories are exactly `yes` and `no`. */
export function isYesNo(categories: readonly Pick<Category, 'id'>[]): boolean {
  const [one, other, ...rest] = categories;
  if (one === undefined || other === undefined || rest.length > 0) return false;
  return (one.id === 'yes' && other.id === 'no') || (one.id === 'no' && other.id === 'yes');
}

function toCategory(
  category: CategoryDeclaration | DerivedCategory,
  scoresAreCodes: boolean,
  languages: readonly string[],
): Category {
  const code = 'code' in category ? category.code?.text : undefined;
  return {
    id: category.id.text,
    code,
    labels: labelsOf([category.label], languages),
    score: category.score?.value ?? (scoresAreCodes ? numericCode(code) : undefined),
  };
}

function numericCode(code: string | undefined): number | undefined {
  return code !== undefined && /^[+-]?\d+(\.\d+)?$/.test(code) ? Number(code) : undefined;
}

/** A missing answer without a stated kind counts as `invalid`. */
export function missingCategories(
  declared: readonly MissingDeclaration[],
  languages: readonly string[],
): readonly MissingCategory[] {
  return uniqueById(declared).map((missing) => ({
    id: missing.id.text,
    code: missing.code?.text,
    labels: labelsOf([missing.label], languages),
    kind: missing.missingKind ?? 'invalid',
  }));
}

function categoryGroups(
  declared: readonly GroupDeclaration[],
  categories: readonly { readonly id: { readonly text: string } }[],
  languages: readonly string[],
): readonly CategoryGroup[] {
  const groups = new Map(uniqueById(declared).map((group) => [group.id.text, group]));
  return [...groups.values()].map((group) => {
    const named = membersOf(group, groups, new Set());
    const members = categories.map((category) => category.id.text).filter((id) => named.has(id));
    return { id: group.id.text, labels: labelsOf([group.label], languages), members };
  });
}

/** Ids a group names, with those of the groups in it. Groups that contain each other end at the second visit. */
function membersOf(
  group: GroupDeclaration,
  groups: ReadonlyMap<string, GroupDeclaration>,
  visited: Set<GroupDeclaration>,
): Set<string> {
  visited.add(group);
  const ids = new Set<string>();
  for (const { text } of group.of) {
    const inner = groups.get(text);
    if (inner === undefined) ids.add(text);
    else if (!visited.has(inner)) for (const id of membersOf(inner, groups, visited)) ids.add(id);
  }
  return ids;
}

/** Of several with one id the first. */
export function uniqueById<T extends { readonly id: { readonly text: string } }>(declared: readonly T[]): readonly T[] {
  const ids = new Set<string>();
  for (const { id } of declared) ids.add(id.text);
  // Nearly always each id stands there once. Else the first of each takes the id out.
  return ids.size === declared.length ? declared : declared.filter(({ id }) => ids.delete(id.text));
}
