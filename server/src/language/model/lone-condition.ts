import { compile, fullName } from '../expression';
import { missing, type Value } from '../expression/value';
import { answersTo } from './answers';
import { checkedExpression } from './checked';
import type { Codebook } from './codebook';
import type { ExpressionText } from './declarations';
import { restsOnCircle } from './dependencies';
import { query } from './query';
import { readingsOf } from './readings';

/**
 * A condition of routing that reads one question, or one item of one, and nothing else. Who is asked that question does not
 * hang on what is answered to it; so among those who are asked, each of its answers is given by somebody.
 */
export interface LoneCondition {
  readonly variable: string;
  readonly item: string | undefined;
  /** Whether some answer makes it yes, and whether some answer makes it no. */
  readonly canBeYes: boolean;
  readonly canBeNo: boolean;
}

/** `undefined` for any other condition, and for one that is known even where the question was not asked. */
export const loneCondition = query(
  (codebook: Codebook, text: ExpressionText): LoneCondition | undefined => {
    const { typed } = checkedExpression(codebook, text, 'ask_if').checked;
    const readings = readingsOf(typed) ?? [];
    const [first] = readings;
    if (first === undefined) return undefined;
    const { variable: name, item } = first;
    if (readings.some((one) => one.testsKind || one.variable !== name || one.item !== item)) return undefined;
    const variable = codebook.variables.get(name);
    if (variable?.declaration.kind !== 'question' || restsOnCircle(codebook, name)) return undefined;
    if (item === undefined && variable.items.length > 0) return undefined;
    let answer: Value = missing('not_asked');
    const evaluate = compile(typed);
    const row = () => answer;
    if (evaluate(row).known) return undefined;
    let canBeYes = false;
    let canBeNo = false;
    const constants = readings.flatMap((one) => one.constants);
    for (answer of answersTo(variable, constants, { kindsMatter: false, isOpaque: false })) {
      const value = evaluate(row);
      canBeYes ||= value.known && value.value === true;
      canBeNo ||= value.known && value.value === false;
      if (canBeYes && canBeNo) break;
    }
    return { variable: name, item, canBeYes, canBeNo };
  },
  { isSame: isSameCondition },
);

function isSameCondition(one: LoneCondition | undefined, other: LoneCondition | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    fullName(one.variable, one.item) === fullName(other.variable, other.item) &&
    one.canBeYes === other.canBeYes &&
    one.canBeNo === other.canBeNo
  );
}
