import type { FileModel } from '../../model/codebook';
import type {
  CategoryDeclaration,
  DerivedCategory,
  DerivedDeclaration,
  GroupDeclaration,
  MissingDeclaration,
  QuestionDeclaration,
  ScaleDeclaration,
} from '../../model/declarations';
import { remembered } from '../../text/remember';

/** What the answers of a variable stand on, wherever it is written. */
export interface WrittenScale {
  /** `degree`, or the question or derived variable that has answers of its own. */
  readonly name: string;
  readonly order?: 'ascending' | 'descending' | undefined;
  readonly scoresAreCodes: boolean;
  readonly categories: readonly (CategoryDeclaration | DerivedCategory)[];
  readonly missing: readonly MissingDeclaration[];
  readonly groups: readonly GroupDeclaration[];
}

/** Named scales, scales written in their questions, missing answers of numbers and dates, categories of derived variables. */
export const scalesIn: (model: FileModel) => readonly WrittenScale[] = remembered((model) => [
  ...model.scales.map((scale) => ({ ...scale, name: scale.id?.text ?? '' })),
  ...model.questions.flatMap(ownScales),
  ...model.derived.flatMap(categoriesOf),
]);

function categoriesOf(derived: DerivedDeclaration): readonly WrittenScale[] {
  if (derived.categories.length === 0 && derived.groups.length === 0) return [];
  return [{ ...derived, name: derived.id.text, missing: [], scoresAreCodes: false }];
}

function ownScales(question: QuestionDeclaration): readonly WrittenScale[] {
  const name = question.id.text;
  const inline = inlineScale(question);
  const missing = { name, scoresAreCodes: false, categories: [], missing: question.missing, groups: [] };
  return [...(inline === undefined ? [] : [{ ...inline, name }]), ...(question.missing.length === 0 ? [] : [missing])];
}

export function inlineScale({ scale }: QuestionDeclaration): ScaleDeclaration | undefined {
  return scale !== undefined && 'kind' in scale ? scale : undefined;
}

/** Derived categories have no codes. */
export function codeOf(category: CategoryDeclaration | DerivedCategory) {
  return 'code' in category ? category.code : undefined;
}
