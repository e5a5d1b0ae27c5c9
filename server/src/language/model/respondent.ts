import { compile, fullName } from '../expression';
import type { Row, TypedExpression } from '../expression/typed';
import type { UnknownRule, Value } from '../expression/value';
import { known, missing } from '../expression/value';
import { checkedExpression } from './checked';
import type { Codebook, Variable } from './codebook';
import type { DerivedDeclaration, ExpressionText } from './declarations';
import { derivedBelow } from './dependencies';
import { remembered } from './remember';
import type { ExpressionPlace } from './scope';
import { universeOf } from './universe';

/** What a respondent answered: the value of a question or an item of it; `undefined` where nothing is said. */
export type Answers = (variable: string, item?: string) => Value | undefined;

/**
 * One respondent as expressions see one: answers, with derived variables computed from them. Where the universe is no a
 * value is `not_asked`, whatever is answered; elsewhere what is not said is `item_nonresponse`. A derived variable that names
 * itself is `invalid`; one that is given a value has it. Values are computed once.
 */
export function respondent(codebook: Codebook, answers: Answers): Row {
  const values = new Map<string, Value>();
  const compute = (variable: string, item: string | undefined): Value => {
    const key = fullName(variable, item);
    const computed = values.get(key);
    if (computed !== undefined) return computed;
    values.set(key, missing('invalid'));
    const value = computeValue(codebook, compute, answers, variable, item);
    values.set(key, value);
    return value;
  };
  return (variable, item) => {
    if (!values.has(variable))
      for (const below of derivedBelow(codebook, variable)) if (below !== variable) compute(below, undefined);
    return compute(variable, item);
  };
}

function computeValue(codebook: Codebook, row: Row, answers: Answers, name: string, item: string | undefined): Value {
  const variable = codebook.variables.get(name);
  if (variable === undefined) return missing('invalid');
  const given = answers(name, item);
  if (variable.declaration.kind === 'derived' && given !== undefined) return given;
  const conditions = universeOf(codebook, name, item);
  if (conditions.some((condition) => isOutside(evaluated(codebook, row, condition.expression, 'ask_if'))))
    return missing('not_asked');
  const { declaration } = variable;
  return declaration.kind === 'derived'
    ? derivedValue(codebook, row, variable, declaration)
    : (given ?? missing('item_nonresponse'));
}

/** The universe of what a condition names is part of its own: whoever was not asked that is outside as well. */
function isOutside(value: Value): boolean {
  return value.known ? value.value === false : value.kind === 'not_asked';
}

/** A derived variable's value within its universe. */
function derivedValue(codebook: Codebook, row: Row, variable: Variable, derived: DerivedDeclaration): Value {
  if (derived.value !== undefined) return evaluated(codebook, row, derived.value, 'derived', derived.unknown);
  const category =
    derived.of === undefined ? firstThatHolds(codebook, row, derived) : merged(codebook, row, derived, derived.of.text);
  return category.known && variable.type?.kind === 'yes_no' ? known(category.value === 'yes') : category;
}

/**
 * The first category whose condition is yes, provided none above it is missing. Whoever was not asked what one of the conditions
 * names is outside the universe of them all.
 */
function firstThatHolds(codebook: Codebook, row: Row, derived: DerivedDeclaration): Value {
  const answers = derived.categories.flatMap(({ id, when }) =>
    when === undefined ? [] : [{ id, value: evaluated(codebook, row, when, 'derived', derived.unknown) }],
  );
  const outside = answers.find(({ value }) => !value.known && value.kind === 'not_asked');
  if (outside !== undefined) return outside.value;
  for (const { id, value } of answers) {
    if (!value.known) return value;
    if (value.value === true) return known(id.text);
  }
  return derived.otherwise === undefined ? missing('not_asked') : known(derived.otherwise.text);
}

/** The category that names the answer, or a group it is in. What none names is outside the universe. */
function merged(codebook: Codebook, row: Row, derived: DerivedDeclaration, of: string): Value {
  const answer = row(of);
  if (!answer.known) return answer;
  const id = typeof answer.value === 'boolean' ? (answer.value ? 'yes' : 'no') : String(answer.value);
  const groups = codebook.variables.get(of)?.scale?.groups ?? [];
  const names = new Set([id, ...groups.filter((group) => group.members.includes(id)).map((group) => group.id)]);
  const category = derived.categories.find((one) => one.of?.some((name) => names.has(name.text)));
  return category === undefined ? missing('not_asked') : known(category.id.text);
}

function evaluated(codebook: Codebook, row: Row, text: ExpressionText, where: ExpressionPlace, rule?: UnknownRule): Value {
  const evaluation = compiled(checkedExpression(codebook, text, where).checked.typed);
  return evaluation(rule)(row);
}

const compiled = remembered((typed: TypedExpression) => {
  const withoutRule = compile(typed);
  const byRule = remembered((rule: UnknownRule) => compile(typed, rule));
  return (rule: UnknownRule | undefined) => (rule === undefined ? withoutRule : byRule(rule));
});
