import { compile, fullName } from '../expression';
import type { Row, TypedExpression } from '../expression/typed';
import type { UnknownRule, Value } from '../expression/value';
import { known, missing } from '../expression/value';
import { remembered, rememberedByText } from '../text/remember';
import { checkedExpression } from './checked';
import type { Codebook, Variable } from './codebook';
import type { DerivedDeclaration, ExpressionText } from './declarations';
import { derivedBelow } from './dependencies';
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
  return respondents(codebook, (variable, item) => () => answers(variable, item)).row;
}

/** Respondents of one codebook, one after the other, whose names are looked up for all of them once. */
export interface Respondents {
  /** The respondent whose turn it is. */
  readonly row: Row;
  /** The answers are those of another respondent from now on. */
  readonly next: () => void;
}

/** @param answersTo gives, for a question or an item of it, what tells the answer of the respondent whose turn it is */
export function respondents(
  codebook: Codebook,
  answersTo: (variable: string, item?: string) => () => Value | undefined,
): Respondents {
  let turn = 0;
  const once = (compute: () => Value): (() => Value) => {
    let computed = -1;
    let value: Value = missing('invalid');
    return () => {
      if (computed === turn) return value;
      computed = turn;
      value = missing('invalid');
      value = compute();
      return value;
    };
  };
  const valueNamed = rememberedByText((name): (() => Value) => {
    const { variable, item } = partsOfName(name);
    return once(valueFor(codebook, within, answersTo(variable, item), variable, item));
  });
  const within: Row = (variable, item) => valueNamed(fullName(variable, item))();
  // Those below come first, one by one, so that a long chain of definitions does not run out of stack.
  const valueAfterOthers = rememberedByText((name): (() => Value) => {
    const { variable } = partsOfName(name);
    const below = derivedBelow(codebook, variable).filter((other) => other !== variable);
    const own = valueNamed(name);
    if (below.length === 0) return own;
    const others = below.map((other) => valueNamed(other));
    return () => {
      for (const compute of others) compute();
      return own();
    };
  });
  return {
    row: (variable, item) => valueAfterOthers(fullName(variable, item))(),
    next: () => {
      turn++;
    },
  };
}

function partsOfName(name: string): { readonly variable: string; readonly item: string | undefined } {
  const [variable = '', item] = name.split('.');
  return { variable, item };
}

function valueFor(
  codebook: Codebook,
  row: Row,
  answer: () => Value | undefined,
  name: string,
  item: string | undefined,
): () => Value {
  const variable = codebook.variables.get(name);
  if (variable === undefined) return () => missing('invalid');
  const { declaration } = variable;
  const conditions = universeOf(codebook, name, item).map(({ expression }) => evaluationOf(codebook, expression, 'ask_if'));
  const isAsked = () => !conditions.some((condition) => isOutside(condition(row)));
  if (declaration.kind === 'question')
    return () => (isAsked() ? (answer() ?? missing('item_nonresponse')) : missing('not_asked'));
  const defined = derivedValue(codebook, row, variable, declaration);
  return () => answer() ?? (isAsked() ? defined() : missing('not_asked'));
}

/** The universe of what a condition names is part of its own: whoever was not asked that is outside as well. */
function isOutside(value: Value): boolean {
  return value.known ? value.value === false : value.kind === 'not_asked';
}

/** A derived variable's value within its universe. */
function derivedValue(codebook: Codebook, row: Row, variable: Variable, derived: DerivedDeclaration): () => Value {
  if (derived.value !== undefined) {
    const evaluate = evaluationOf(codebook, derived.value, 'derived', derived.unknown);
    return () => evaluate(row);
  }
  const category =
    derived.of === undefined ? firstThatHolds(codebook, row, derived) : merged(codebook, row, derived, derived.of.text);
  if (variable.type?.kind !== 'yes_no') return category;
  return () => {
    const value = category();
    return value.known ? known(value.value === 'yes') : value;
  };
}

/**
 * The first category whose condition is yes, provided none above it is missing. Whoever was not asked what one of the conditions
 * names is outside the universe of them all.
 */
function firstThatHolds(codebook: Codebook, row: Row, derived: DerivedDeclaration): () => Value {
  const categories = derived.categories.flatMap(({ id, when }) =>
    when === undefined ? [] : [{ id, evaluate: evaluationOf(codebook, when, 'derived', derived.unknown) }],
  );
  const otherwise = derived.otherwise === undefined ? missing('not_asked') : known(derived.otherwise.text);
  return () => {
    const answers = categories.map(({ id, evaluate }) => ({ id, value: evaluate(row) }));
    const outside = answers.find(({ value }) => !value.known && value.kind === 'not_asked');
    if (outside !== undefined) return outside.value;
    for (const { id, value } of answers) {
      if (!value.known) return value;
      if (value.value === true) return known(id.text);
    }
    return otherwise;
  };
}

/** The category that names the answer, or a group it is in. What none names is outside the universe. */
function merged(codebook: Codebook, row: Row, derived: DerivedDeclaration, of: string): () => Value {
  const groups = codebook.variables.get(of)?.scale?.groups ?? [];
  return () => {
    const answer = row(of);
    if (!answer.known) return answer;
    const id = typeof answer.value === 'boolean' ? (answer.value ? 'yes' : 'no') : String(answer.value);
    const names = new Set([id, ...groups.filter((group) => group.members.includes(id)).map((group) => group.id)]);
    const category = derived.categories.find((one) => one.of?.some((name) => names.has(name.text)));
    return category === undefined ? missing('not_asked') : known(category.id.text);
  };
}

/** An expression ready to be evaluated for respondents. */
export function evaluationOf(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  rule?: UnknownRule,
): (row: Row) => Value {
  const { typed } = checkedExpression(codebook, text, where).checked;
  return rule === undefined ? compiled(typed) : compiledByRule(typed)(rule);
}

const compiled = remembered((typed: TypedExpression) => compile(typed));

const compiledByRule = remembered((typed: TypedExpression) => remembered((rule: UnknownRule) => compile(typed, rule)));
