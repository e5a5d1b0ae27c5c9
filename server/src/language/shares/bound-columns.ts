import { namesIn, type TypedExpression } from '../expression';
import { checkedExpression } from '../model/checked';
import type { DerivedDeclaration } from '../model/declarations';
import { universeOf } from '../model/universe';
import { type Binding, typedUniverse } from './binding';
import { isYesNoColumn } from './columns';
import type { Operand } from './engine';
import { type ColumnLookup, evaluateBound, evaluateColumn } from './evaluate-column';
import { lookUpColumn, rowsOf } from './placed';
import type { ValueColumn } from './types';

type Side = 'low' | 'high';

/**
 * The value of a condition if all unknown items of the counts behind it were no (`low`), or yes (`high`); `undefined` for
 * what rests on no count with an `unknown` rule. Columns of variables are kept.
 */
export function boundColumns(binding: Binding): (of: Operand, side: Side) => ValueColumn | undefined {
  const kept = new Map<string, ValueColumn | undefined>();
  const ofVariable = (name: string, side: Side): ValueColumn | undefined => {
    const key = `${side} ${name}`;
    if (!kept.has(key)) kept.set(key, variableBound(binding, name, side, ofVariable));
    return kept.get(key);
  };
  return (of, side) => {
    if (of.kind === 'bound') return undefined;
    if (of.kind === 'variable') return of.item === undefined ? ofVariable(of.name, side) : undefined;
    return expressionBound(binding, of, side, ofVariable);
  };
}

type VariableBound = (name: string, side: Side) => ValueColumn | undefined;

function variableBound(binding: Binding, name: string, side: Side, inner: VariableBound): ValueColumn | undefined {
  const derived = binding.codebook.derived.get(name);
  // A variable that can't be computed has no bounds; neither has one in a cycle.
  if (derived?.value === undefined || binding.column(name) === undefined) return undefined;
  const universe = typedUniverse(binding.codebook, universeOf(binding.codebook, name));
  const expression = typedValue(binding, derived);
  if (expression === undefined) return undefined;
  if (derived.unknown === undefined) return expressionBound(binding, { expression, universe }, side, inner);
  if (expression.type.kind !== 'yes_no') return undefined;
  return evaluateBound(expression, side, binding.table.rows, binding.column, {
    rule: derived.unknown,
    universe: binding.universe(universe),
    kernel: binding.kernel,
  });
}

function typedValue({ codebook }: Binding, derived: DerivedDeclaration): TypedExpression | undefined {
  return derived.value === undefined ? undefined : checkedExpression(codebook, derived.value, 'derived', 'value').checked.typed;
}

/**
 * Bounds of an expression from its values with every count at its least and at its most: yes for certain where both are,
 * possibly yes where one is. So `not broad` has its bounds the right way round.
 */
function expressionBound(
  binding: Binding,
  of: Pick<Extract<Operand, { kind: 'expression' }>, 'expression' | 'universe' | 'item'>,
  side: Side,
  inner: VariableBound,
): ValueColumn | undefined {
  const isBounded = namesIn(of.expression).some(
    (named) => named.item === undefined && inner(named.variable, side) !== undefined,
  );
  if (!isBounded) return undefined;
  const evaluation = { item: of.item, universe: binding.universe(of.universe), kernel: binding.kernel };
  const atSide = (one: Side): ColumnLookup => {
    return (name, item) => (item === undefined ? inner(name, one) : undefined) ?? binding.column(name, item);
  };
  const low = evaluateColumn(of.expression, binding.table.rows, atSide('low'), evaluation);
  const high = evaluateColumn(of.expression, binding.table.rows, atSide('high'), evaluation);
  return join(low, high, side);
}

function join(low: ValueColumn | undefined, high: ValueColumn | undefined, side: Side): ValueColumn | undefined {
  if (low?.kind !== 'category' || high?.kind !== 'category' || !isYesNoColumn(low)) return undefined;
  return lookUpColumn([low, high], low.ids, rowsOf(low), ([code = 0, other = 0]) => {
    if (code < 0 || other < 0) return Math.min(code, other);
    return side === 'low' ? Math.max(code, other) : Math.min(code, other);
  });
}
