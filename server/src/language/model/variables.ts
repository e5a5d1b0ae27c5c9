import { checkExpression } from '../expression';
import type { ExpressionType, ResponseScale, ScalarType, Scope, VectorType } from '../expression/types';
import type { Codebook, Variable, VariableItem } from './codebook';
import type { DerivedDeclaration, ItemDeclaration, QuestionDeclaration, ScaleDeclaration } from './declarations';
import { expressionsIn } from './expression-sites';
import { present } from './fields';
import { inOrder } from './in-order';
import { labelsOf } from './labels';
import { derivedScale, isYesNo, missingCategories, responseScale, uniqueById, yesNoScale } from './response-scale';
import type { Lookup } from './scope';
import { scopeOver } from './scope';

type Parts = Pick<Codebook, 'languages' | 'scales' | 'questions' | 'derived'>;

/** Questions in the order of asking, then derived variables, with their types, scales, labels and columns. */
export function variablesOf(parts: Parts): ReadonlyMap<string, Variable> {
  const table = new Map<string, Variable>();
  const scaleOf = resolvedScales(parts);
  for (const [name, question] of parts.questions) {
    table.set(name, questionVariable(question, scaleOf(question.scale), table.size, parts.languages));
  }
  const resolve = derivedResolver(parts, table);
  const mentioned = (name: string) => mentionedIn(parts.derived.get(name)).filter((other) => parts.derived.has(other));
  for (const name of inOrder(parts.derived.keys(), mentioned)) resolve(name);
  return inDeclaredOrder(parts, table);
}

/** Derived variables enter the table after those they name; the reader meets them in the order of the file. */
function inDeclaredOrder(parts: Parts, table: ReadonlyMap<string, Variable>): ReadonlyMap<string, Variable> {
  const ordered = new Map<string, Variable>();
  for (const name of [...parts.questions.keys(), ...parts.derived.keys()]) {
    const variable = table.get(name);
    if (variable !== undefined) ordered.set(name, variable);
  }
  return ordered;
}

/** A named scale is resolved once, so that all its questions share one object. */
function resolvedScales({ scales, languages }: Parts) {
  const resolved = new Map<ScaleDeclaration, ResponseScale>();
  return (written: QuestionDeclaration['scale']): ResponseScale | undefined => {
    const declaration = written === undefined || 'kind' in written ? written : scales.get(written.text);
    if (declaration === undefined) return undefined;
    const scale = resolved.get(declaration) ?? responseScale(declaration, languages);
    resolved.set(declaration, scale);
    return scale;
  };
}

function questionVariable(
  declaration: QuestionDeclaration,
  named: ResponseScale | undefined,
  position: number,
  languages: readonly string[],
): Variable {
  const name = declaration.id.text;
  const items = hasItems(declaration)
    ? uniqueById(declaration.items).map((item) => variableItem(declaration, item, languages))
    : [];
  const scale = questionScale(declaration, named, languages);
  const column = hasItems(declaration) ? undefined : (declaration.column?.text ?? name);
  return {
    name,
    declaration,
    type: questionType(declaration, scale, items),
    scale,
    labels: labelsOf([declaration.label, declaration.text], languages),
    items,
    position,
    ...present({ stage: declaration.stage?.text, column }),
  };
}

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
        : { categories: [], missing: missingCategories(declaration.missing, languages), groups: [] };
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

/**
 * Resolves derived variables, those they name first: checking an expression asks for each name in it. Variables that name
 * each other in a cycle get no type; everything else about them is known.
 */
function derivedResolver(parts: Parts, table: Map<string, Variable>): Lookup {
  const underWay: string[] = [];
  const cyclic = new Set<string>();
  const names = [...parts.questions.keys(), ...parts.derived.keys()];
  const resolve: Lookup = (name) => {
    const known = table.get(name);
    const declaration = parts.derived.get(name);
    if (known !== undefined || declaration === undefined) return known;
    const at = underWay.indexOf(name);
    if (at >= 0 || underWay.length > deepest) {
      for (const member of underWay.slice(Math.max(0, at))) cyclic.add(member);
      return undefined;
    }
    underWay.push(name);
    const definition = readDefinition(declaration, scopeOver(resolve, names, 'derived'), resolve);
    underWay.pop();
    const variable = derivedVariable(declaration, definition, cyclic.has(name), parts.languages);
    table.set(name, variable);
    return variable;
  };
  return resolve;
}

/** As definitions are met in the order of what they mention, only circles are followed at all; a longer one is one all the same. */
const deepest = 100;

/** Every word that may be a name, also those that turn out to be categories. */
function mentionedIn(declaration: DerivedDeclaration | undefined): readonly string[] {
  if (declaration === undefined) return [];
  const words = expressionsIn(declaration).flatMap(({ text }) => text.parsed.text.match(/[a-z_][a-z0-9_]*/gi) ?? []);
  return declaration.of === undefined ? words : [declaration.of.text, ...words];
}

/** What a derived variable's definition comes to: the type of its `value`, and the variables it names. */
interface Definition {
  readonly value: ScalarType | undefined;
  readonly merged: Variable | undefined;
  readonly named: readonly Variable[];
}

function readDefinition(declaration: DerivedDeclaration, scope: Scope, lookup: Lookup): Definition {
  const merged = declaration.of === undefined ? undefined : lookup(declaration.of.text);
  const value = declaration.value === undefined ? undefined : checkExpression(declaration.value.parsed.tree, scope);
  const type = value === undefined ? undefined : intendedType(declaration, value.type);
  const conditions = declaration.categories.flatMap(({ when }) =>
    when === undefined ? [] : [checkExpression(when.parsed.tree, scope)],
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
  definition: Definition,
  isCyclic: boolean,
  languages: readonly string[],
): Variable {
  const { type, scale } = isCyclic ? { type: undefined, scale: undefined } : derivedType(declaration, definition, languages);
  return {
    name: declaration.id.text,
    declaration,
    type,
    scale,
    labels: labelsOf([declaration.label], languages),
    items: [],
    position: positionAfter(definition.named),
    ...present({ stage: declaration.stage?.text ?? inheritedStage(definition.named), column: declaration.column?.text }),
  };
}

/** The stage of what a derived variable is made of, where that is one stage. */
function inheritedStage(named: readonly Variable[]): string | undefined {
  const stages = new Set(named.map((variable) => variable.stage));
  return stages.size === 1 ? [...stages][0] : undefined;
}

/**
 * Between the last question named and the one after it: `3.5`, and `3.67`, `3.75`, … for what names derived variables. So a
 * question may route on a derived variable exactly if its own position is greater.
 */
function positionAfter(named: readonly Variable[]): number {
  const last = Math.max(-1, ...named.map((variable) => variable.position));
  const question = Math.floor(last);
  const depth = Math.round(1 / (1 - (last - question)));
  return question + 1 - 1 / (depth + 1);
}

/** One value per item is no value of a derived variable, which has one for each respondent. */
function derivedType(
  declaration: DerivedDeclaration,
  { value, merged }: Definition,
  languages: readonly string[],
): Pick<Variable, 'type' | 'scale'> {
  if (declaration.value !== undefined) {
    if (value?.kind === 'yes_no') return { type: value, scale: yesNoScale(declaration, languages) };
    return { type: value, scale: value?.kind === 'category' ? value.scale : undefined };
  }
  if (declaration.categories.length === 0) return { type: undefined, scale: undefined };
  const scale = derivedScale(declaration, merged?.scale?.missing ?? [], languages);
  return { type: scaleType(scale), scale };
}
