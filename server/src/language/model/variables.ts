import { namesWritten } from '../expression';
import type { ExpressionType, ResponseScale, ScalarType, VectorType } from '../expression/types';
import { checkedExpression } from './checked';
import { circlesAmong } from './circles';
import type { Codebook, Variable, VariableItem } from './codebook';
import type { DerivedDeclaration, ItemDeclaration, QuestionDeclaration } from './declarations';
import { expressionsIn } from './expression-sites';
import { labelsOf } from './labels';
import { chainedQuery, query } from './query';
import { derivedScale, isYesNo, missingCategories, responseScale, uniqueById, yesNoScale } from './response-scale';
import { isSameList } from './same';

/**
 * A question or derived variable with its type, scale, labels and columns; of an id that both have, the question. Derived
 * variables that name each other in a circle have no type.
 */
export function variableOf(codebook: Codebook, name: string): Variable | undefined {
  const question = codebook.questions.get(name);
  return question === undefined ? derivedOf(codebook, name) : questionOf(codebook, name);
}

const questionOf = query((codebook: Codebook, name: string): Variable | undefined => {
  const declaration = codebook.questions.get(name);
  return declaration === undefined
    ? undefined
    : questionVariable(declaration, scaleOf(codebook, declaration.scale), codebook.languages);
});

/** A named scale is resolved once, so that all its questions share one object. */
function scaleOf(codebook: Codebook, written: QuestionDeclaration['scale']): ResponseScale | undefined {
  if (written === undefined) return undefined;
  return 'kind' in written ? responseScale(written, codebook.languages) : namedScale(codebook, written.text);
}

const namedScale = query((codebook: Codebook, id: string): ResponseScale | undefined => {
  const declaration = codebook.scales.get(id);
  return declaration === undefined ? undefined : responseScale(declaration, codebook.languages);
});

/** The derived variables that a derived variable's definition mentions, though it may mean something else by the name. */
const mentionedBy = query(
  (codebook: Codebook, name: string): readonly string[] => {
    const declaration = codebook.derived.get(name);
    if (declaration === undefined) return [];
    const names = expressionsIn(declaration).flatMap(({ text }) => namesWritten(text.parsed.tree));
    const all = declaration.of === undefined ? names : [declaration.of.text, ...names];
    return [...new Set(all)].filter((other) => !codebook.questions.has(other) && codebook.derived.has(other));
  },
  { isSame: isSameList },
);

const mentions = circlesAmong(mentionedBy);

const derivedOf = chainedQuery(mentionedBy, (codebook, name): Variable | undefined => {
  const declaration = codebook.derived.get(name);
  if (declaration === undefined) return undefined;
  const isCyclic = mentions.circleOf(codebook, name).length > 0;
  return derivedVariable(declaration, isCyclic ? undefined : readDefinition(codebook, declaration), codebook.languages);
});

function questionVariable(
  declaration: QuestionDeclaration,
  named: ResponseScale | undefined,
  languages: readonly string[],
): Variable {
  const name = declaration.id.text;
  const items = hasItems(declaration)
    ? uniqueById(declaration.items).map((item) => variableItem(declaration, item, languages))
    : noItems;
  const scale = questionScale(declaration, named, languages);
  const column = hasItems(declaration) ? undefined : (declaration.column?.text ?? name);
  return {
    name,
    declaration,
    type: questionType(declaration, scale, items),
    scale,
    labels: labelsOf([declaration.label, declaration.text], languages),
    items,
    stage: declaration.stage?.text,
    column,
  };
}

/** Most variables have none: they share one list. */
const noItems: readonly VariableItem[] = [];

function hasItems({ type }: QuestionDeclaration): boolean {
  return type === 'battery' || type === 'multiple';
}

function variableItem(question: QuestionDeclaration, item: ItemDeclaration, languages: readonly string[]): VariableItem {
  const prefix = question.columnPrefix?.text ?? question.id.text + '_';
  return {
    id: item.id.text,
    labels: labelsOf([item.label], languages),
    column: item.column?.text ?? prefix + item.id.text,
    reverse: item.reverse,
  };
}

function questionScale(
  declaration: QuestionDeclaration,
  named: ResponseScale | undefined,
  languages: readonly string[],
): ResponseScale | undefined {
  switch (declaration.type) {
    case 'single':
    case 'battery':
      return named;
    case 'multiple':
      return yesNoScale(declaration, languages);
    case 'number':
    case 'text':
    case 'date':
      return declaration.missing.length === 0
        ? undefined
        : {
            id: undefined,
            order: undefined,
            categories: [],
            missing: missingCategories(declaration.missing, languages),
            groups: [],
          };
    default:
      return undefined;
  }
}

function questionType(
  declaration: QuestionDeclaration,
  scale: ResponseScale | undefined,
  items: readonly VariableItem[],
): ScalarType | VectorType | undefined {
  switch (declaration.type) {
    case 'single':
      return scale === undefined ? undefined : scaleType(scale);
    case 'battery':
    case 'multiple':
      if (scale === undefined || items.length === 0) return undefined;
      return { kind: 'vector', of: scaleType(scale), items: items.map((item) => item.id) };
    case 'number':
    case 'text':
    case 'date':
      return { kind: declaration.type };
    default:
      return undefined;
  }
}

function scaleType(scale: ResponseScale): ScalarType {
  return isYesNo(scale.categories) ? { kind: 'yes_no' } : { kind: 'category', scale };
}

/** What a derived variable's definition comes to: the type of its `value`, and the variables it names. */
interface Definition {
  readonly value: ScalarType | undefined;
  readonly merged: Variable | undefined;
  readonly named: readonly Variable[];
}

function readDefinition(codebook: Codebook, declaration: DerivedDeclaration): Definition {
  const lookup = (name: string) => codebook.variables.get(name);
  const merged = declaration.of === undefined ? undefined : lookup(declaration.of.text);
  const value = declaration.value === undefined ? undefined : checkedExpression(codebook, declaration.value, 'derived').checked;
  const type = value === undefined ? undefined : intendedType(declaration, value.type);
  const conditions = declaration.categories.flatMap(({ when }) =>
    when === undefined ? [] : [checkedExpression(codebook, when, 'derived').checked],
  );
  const uses = [...(value === undefined ? [] : [value]), ...conditions].flatMap((checked) => checked.uses);
  const names = new Set(uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : [])));
  return {
    value: type === undefined || type.kind === 'unknown' || type.kind === 'vector' ? undefined : type,
    merged,
    named: [...(merged === undefined ? [] : [merged]), ...[...names].flatMap((name) => lookup(name) ?? [])],
  };
}

/**
 * The type of a `value`. What a half-typed one comes to is a guess, which must not be told as an error wherever the variable
 * is used: only categories that are written beside it say that it is meant as a condition.
 */
function intendedType({ value, categories }: DerivedDeclaration, type: ExpressionType): ExpressionType | undefined {
  if (value?.parsed.problems.length === 0) return type;
  return categories.length > 0 ? { kind: 'yes_no' } : undefined;
}

function derivedVariable(
  declaration: DerivedDeclaration,
  definition: Definition | undefined,
  languages: readonly string[],
): Variable {
  const { type, scale } = derivedType(declaration, definition, languages);
  return {
    name: declaration.id.text,
    declaration,
    type,
    scale,
    labels: labelsOf([declaration.label], languages),
    items: noItems,
    stage: declaration.stage?.text ?? inheritedStage(definition?.named ?? []),
    column: declaration.column?.text,
  };
}

/** The stage of what a derived variable is made of, where that is one stage. */
function inheritedStage(named: readonly Variable[]): string | undefined {
  const stages = new Set(named.map((variable) => variable.stage));
  return stages.size === 1 ? [...stages][0] : undefined;
}

/** One value per item is no value of a derived variable, which has one for each respondent. */
function derivedType(
  declaration: DerivedDeclaration,
  definition: Definition | undefined,
  languages: readonly string[],
): Pick<Variable, 'type' | 'scale'> {
  if (definition === undefined) return { type: undefined, scale: undefined };
  const { value, merged } = definition;
  if (declaration.value !== undefined) {
    if (value?.kind === 'yes_no') return { type: value, scale: yesNoScale(declaration, languages) };
    return { type: value, scale: value?.kind === 'category' ? value.scale : undefined };
  }
  if (declaration.categories.length === 0) return { type: undefined, scale: undefined };
  const scale = derivedScale(declaration, merged?.scale?.missing ?? [], languages);
  return { type: scaleType(scale), scale };
}
