import { namesIn, type TypedExpression } from '../expression';
import { checkedExpression } from '../model/checked';
import { universeOf } from '../model/universe';
import { typedUniverse } from '../shares/binding';
import type { Operand } from '../shares/engine';
import type { SqlBinding } from './binding';
import { expressionBound, expressionValue, type ValueLookup } from './expression';
import { anyOf, cases, sql } from './fragment';
import { isYesNo, type SqlValue, yesNoValue } from './value';

type Side = 'low' | 'high';

/** The value of a condition if all unknown items of the counts behind it were no, or yes: as `boundColumns` has them. */
export function boundValues(binding: SqlBinding): (of: Operand, side: Side) => SqlValue | undefined {
  const kept = new Map<string, SqlValue | undefined>();
  const ofVariable = (name: string, side: Side): SqlValue | undefined => {
    const key = `${side} ${name}`;
    if (!kept.has(key)) kept.set(key, variableBound(binding, name, side, ofVariable));
    return kept.get(key);
  };
  return (of, side) => {
    if (of.kind === 'bound') return undefined;
    if (of.kind === 'variable') return of.item === undefined ? ofVariable(of.name, side) : undefined;
    return boundFromBounds(binding, of, side, ofVariable);
  };
}

type VariableBound = (name: string, side: Side) => SqlValue | undefined;

function variableBound(binding: SqlBinding, name: string, side: Side, inner: VariableBound): SqlValue | undefined {
  const { codebook, writer } = binding;
  const derived = codebook.derived.get(name);
  // A variable that can't be computed has no bounds; neither has one in a cycle.
  if (derived?.value === undefined || binding.value(name) === undefined) return undefined;
  const universe = typedUniverse(codebook, universeOf(codebook, name));
  const expression = checkedExpression(codebook, derived.value, 'derived', 'value').checked.typed;
  if (derived.unknown === undefined) return boundFromBounds(binding, { expression, universe }, side, inner);
  if (expression.type.kind !== 'yes_no') return undefined;
  const evaluation = { rule: derived.unknown, outside: binding.outside(universe), side };
  return expressionBound(writer, `${name}_${side}`, expression, binding.value, evaluation);
}

interface Bounded {
  readonly expression: TypedExpression;
  readonly universe: readonly TypedExpression[];
  readonly item?: string | undefined;
}

/** Bounds of an expression from its values with every count at its least and at its most. */
function boundFromBounds(binding: SqlBinding, of: Bounded, side: Side, inner: VariableBound): SqlValue | undefined {
  const isBounded = namesIn(of.expression).some(
    (named) => named.item === undefined && inner(named.variable, side) !== undefined,
  );
  if (!isBounded) return undefined;
  const evaluation = { item: of.item, outside: binding.outside(of.universe) };
  const atSide = (one: Side): ValueLookup => {
    return (name, item) => (item === undefined ? inner(name, one) : undefined) ?? binding.value(name, item);
  };
  const [low, high] = (['low', 'high'] as const).map((one) =>
    expressionValue(binding.writer, one, of.expression, atSide(one), evaluation),
  );
  if (low === undefined || high === undefined || !isYesNo(low) || !isYesNo(high)) return undefined;
  const isOpen = anyOf([sql`${low.code} < 0`, sql`${high.code} < 0`]);
  const pair = [low.code, high.code];
  const { least, greatest } = binding.writer.dialect;
  const both = side === 'low' ? greatest(pair) : least(pair);
  return yesNoValue(binding.writer, side, cases([{ when: isOpen, result: least(pair) }], both));
}
