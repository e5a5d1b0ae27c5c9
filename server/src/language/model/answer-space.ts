import { fullName } from '../expression';
import type { Row } from '../expression/typed';
import type { UnknownRule, Value } from '../expression/value';
import { missing } from '../expression/value';
import { answersTo } from './answers';
import { checkedExpression } from './checked';
import type { Codebook } from './codebook';
import type { DerivedDeclaration, ExpressionText } from './declarations';
import { isDerived } from './dependencies';
import { expressionsIn } from './expression-sites';
import type { Reading } from './readings';
import { readingsOf } from './readings';
import { respondents } from './respondent';
import type { ExpressionPlace } from './scope';
import { universeOf } from './universe';

/** A condition where it stands, with the rule for its counts. */
export interface Condition {
  readonly text: ExpressionText;
  readonly where: ExpressionPlace;
  readonly rule?: UnknownRule | undefined;
}

/** What some respondent answers. */
export type Assignment = readonly { readonly variable: string; readonly item?: string; readonly value: Value }[];

/** Every question and item that conditions rest on, with all the answers it can have that the conditions tell apart. */
interface AnswerSpace {
  readonly dimensions: readonly Dimension[];
}

interface Dimension {
  readonly variable: string;
  readonly item?: string;
  readonly answers: readonly Value[];
}

/** Beyond this many combinations nothing is claimed. */
const mostCombinations = 20_000;

/**
 * The space of answers to try; `undefined` where it is too large, or where something in the conditions is broken or is
 * arithmetic, whose turning points are not the numbers written. Where what derived variables are made of is too much, they
 * are taken as answers of their own: that space holds more than there can be, so what never happens in it never happens.
 */
export function answerSpace(codebook: Codebook, conditions: readonly Condition[]): AnswerSpace | undefined {
  const whole = spaceWith(codebook, conditions, false);
  if (whole !== undefined && size(whole) <= mostCombinations) return whole;
  const coarse = spaceWith(codebook, conditions, true);
  return coarse !== undefined && size(coarse) <= mostCombinations ? coarse : undefined;
}

function size(space: AnswerSpace): number {
  return space.dimensions.reduce((product, dimension) => product * dimension.answers.length, 1);
}

function spaceWith(codebook: Codebook, conditions: readonly Condition[], keepDerived: boolean): AnswerSpace | undefined {
  const found = readingsBehind(codebook, conditions, keepDerived);
  if (found === undefined) return undefined;
  const kindsMatter = found.some((reading) => reading.testsKind);
  const byName = new Map<string, Reading[]>();
  for (const reading of found.flatMap((one) => eachItem(codebook, one))) {
    const key = fullName(reading.variable, reading.item);
    byName.set(key, [...(byName.get(key) ?? []), reading]);
  }
  return {
    dimensions: [...byName.values()].flatMap((readings) => dimension(codebook, readings, { keepDerived, kindsMatter })),
  };
}

/** As each has two answers at least, more questions than this give too many combinations, and need not all be looked up. */
const mostQuestions = Math.log2(mostCombinations);

/**
 * Every reading of the conditions, of the routing of what they read, and of what derived variables are computed from.
 * `undefined` where one is not understood, or where they are of too many questions.
 */
function readingsBehind(
  codebook: Codebook,
  conditions: readonly Condition[],
  keepDerived: boolean,
): readonly Reading[] | undefined {
  const found: Reading[] = [];
  const visited = new Set<string>();
  const questions = new Set<string>();
  const texts = new Set(conditions.map((condition) => condition.text));
  const queue = [...conditions];
  for (const { text, where } of queue) {
    const readings = readingsOf(checkedExpression(codebook, text, where).checked.typed);
    if (readings === undefined) return undefined;
    const all = [...readings];
    for (const reading of all) {
      found.push(reading);
      const key = fullName(reading.variable, reading.item);
      if (visited.has(key) || (keepDerived && isDerived(codebook, reading.variable))) continue;
      visited.add(key);
      if (!isDerived(codebook, reading.variable)) questions.add(reading.variable);
      if (questions.size > mostQuestions) return undefined;
      all.push(...mergedReading(codebook, reading));
      for (const condition of behind(codebook, reading)) {
        if (texts.has(condition.text)) continue;
        texts.add(condition.text);
        queue.push(condition);
      }
    }
  }
  return found;
}

/** What a merge of categories reads. */
function mergedReading(codebook: Codebook, { variable, testsKind }: Reading): readonly Reading[] {
  const declaration = codebook.variables.get(variable)?.declaration;
  if (declaration?.kind !== 'derived' || declaration.of === undefined) return [];
  return [{ variable: declaration.of.text, testsKind, constants: [] }];
}

/** The conditions a reading rests on: its routing, and what a derived variable is computed from. */
function behind(codebook: Codebook, { variable, item }: Reading): readonly Condition[] {
  const declaration = codebook.variables.get(variable)?.declaration;
  const routing = universeOf(codebook, variable, item).map(
    ({ expression }): Condition => ({ text: expression, where: 'ask_if' }),
  );
  return declaration?.kind === 'derived'
    ? [...routing, ...definitionOf(declaration)]
    : [...routing, ...itemRouting(codebook, variable, item)];
}

/** A reading of a whole battery reads each item, which may have routing of its own. */
function itemRouting(codebook: Codebook, variable: string, item: string | undefined): readonly Condition[] {
  if (item !== undefined) return [];
  const items = codebook.variables.get(variable)?.items ?? [];
  return items
    .flatMap((one) => universeOf(codebook, variable, one.id))
    .map(({ expression }) => ({ text: expression, where: 'ask_if' }));
}

function definitionOf(derived: DerivedDeclaration): readonly Condition[] {
  return expressionsIn(derived).map(({ text, where }) => ({ text, where, rule: derived.unknown }));
}

function eachItem(codebook: Codebook, reading: Reading): readonly Reading[] {
  const items = codebook.variables.get(reading.variable)?.items ?? [];
  if (reading.item !== undefined || items.length === 0) return [reading];
  return items.map((item) => ({ ...reading, item: item.id }));
}

/** None for a derived variable that is computed from others. */
function dimension(
  codebook: Codebook,
  readings: readonly Reading[],
  { keepDerived, kindsMatter }: { readonly keepDerived: boolean; readonly kindsMatter: boolean },
): readonly Dimension[] {
  const [first] = readings;
  const variable = first === undefined ? undefined : codebook.variables.get(first.variable);
  if (first === undefined || variable === undefined) return [];
  const isOpaque = isDerived(codebook, variable.name);
  if (isOpaque && !keepDerived) return [];
  const constants = readings.flatMap((reading) => reading.constants);
  const answers = answersTo(variable, constants, { kindsMatter, isOpaque });
  return [{ variable: first.variable, ...(first.item === undefined ? {} : { item: first.item }), answers }];
}

/**
 * Tries the respondents of a space one after the other, until `visit` wants no more and returns `false`. The assignment is
 * only made where it is asked for.
 */
export function eachRespondent(
  codebook: Codebook,
  { dimensions }: AnswerSpace,
  visit: (row: Row, assignment: () => Assignment) => boolean,
): void {
  const at = dimensions.map(() => 0);
  const positions = new Map(dimensions.map(({ variable, item }, position) => [fullName(variable, item), position]));
  const { row, next: nextRespondent } = respondents(codebook, (variable, item) => {
    const position = positions.get(fullName(variable, item));
    if (position === undefined) return () => undefined;
    const answers = dimensions[position]?.answers ?? [];
    return () => answers[at[position] ?? 0] ?? missing('invalid');
  });
  const assignment = () => assignmentOf(dimensions, row);
  while (visit(row, assignment) && countOn(at, dimensions)) nextRespondent();
}

/** Values as they come out, so that what was not asked is said to be so. */
function assignmentOf(dimensions: readonly Dimension[], row: Row): Assignment {
  return dimensions.map(({ variable, item }) => ({
    variable,
    ...(item === undefined ? {} : { item }),
    value: row(variable, item),
  }));
}

/** Counts one on, the last dimension fastest; `false` after the last combination. */
function countOn(at: number[], dimensions: readonly Dimension[]): boolean {
  for (let position = at.length - 1; position >= 0; position--) {
    const answer = (at[position] ?? 0) + 1;
    at[position] = answer < (dimensions[position]?.answers.length ?? 0) ? answer : 0;
    if (at[position] !== 0) return true;
  }
  return false;
}
