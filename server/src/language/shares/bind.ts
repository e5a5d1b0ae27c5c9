import type { TypedExpression } from '../expression';
import { checkedExpression } from '../model/checked';
import type { Codebook, Universe, Variable } from '../model/codebook';
import { universeOf } from '../model/universe';
import { bindDerived, boundOfDerived } from './bind-derived';
import { bindQuestion } from './bind-question';
import { codeOfMissing } from './columns';
import type { Operand } from './engine';
import { evaluateColumn, joinBounds } from './evaluate-column';
import { findingsOf } from './findings';
import type { RecodedColumn } from './recode';
import type { CategoryColumn, DataFinding, DataTable, ValueColumn } from './types';
import { weightsOf } from './weights';

/**
 * A data table with the meaning a codebook gives it: columns are recoded to values on first use and kept; universes decide
 * what an empty cell is. The same codebook and table give the same object's answers.
 */
export interface BoundData {
  readonly codebook: Codebook;
  readonly table: DataTable;
  readonly rows: number;
  /** Weight of each row, 1 without a weight column. Rows with a missing or negative weight count 0 and are found. */
  readonly weights: Float64Array;
  readonly weighted: boolean;
  /** Values of a question, an item of it, or a derived variable; `undefined` where it cannot be computed. */
  readonly column: (variable: string, item?: string) => ValueColumn | undefined;
  /** Values of what a request names. Outside its universe an expression is `not_asked`. */
  readonly operand: (operand: Operand) => ValueColumn | undefined;
  /** What the data say against the codebook. */
  readonly findings: () => readonly DataFinding[];
}

/** What the parts of the binding ask of the whole. */
export interface Binding {
  readonly codebook: Codebook;
  readonly table: DataTable;
  readonly column: BoundData['column'];
  /** The columns of a variable with what was found in them, by item (`''` for a single variable). */
  readonly recoded: (variable: string) => ReadonlyMap<string, RecodedColumn>;
  /** Who is in a universe: yes, no, or missing where the routing answer is. `undefined` is everyone. */
  readonly universe: (universe: readonly TypedExpression[]) => CategoryColumn | undefined;
}

/** Gives a table the meaning of a codebook. Nothing is recoded before it is asked for. */
export function bindData(codebook: Codebook, table: DataTable): BoundData {
  const columns = new Map<string, ReadonlyMap<string, RecodedColumn>>();
  const conditions = new Map<TypedExpression, CategoryColumn | undefined>();
  const operands = new Map<string, Map<TypedExpression, ValueColumn | undefined>>();
  const { weights, weighted } = weightsOf(codebook, table);
  const binding: Binding = {
    codebook,
    table,
    recoded: (name) =>
      remember(columns, name, noColumns, () => {
        const variable = codebook.variables.get(name);
        return variable === undefined ? noColumns : recodeVariable(binding, variable);
      }),
    column: (name, item = '') => binding.recoded(name).get(item)?.column,
    universe: (universe) => {
      const known = universe.map((condition) =>
        remember(conditions, condition, undefined, () => conditionColumn(binding, condition)),
      );
      return conjunction(known.filter((column) => column !== undefined));
    },
  };
  const evaluated = (typed: TypedExpression, universe: readonly TypedExpression[], item: string | undefined) => {
    const ofItem = operands.get(item ?? '') ?? new Map<TypedExpression, ValueColumn | undefined>();
    operands.set(item ?? '', ofItem);
    return remember(ofItem, typed, undefined, () =>
      evaluateColumn(typed, table.rows, binding.column, { item, universe: binding.universe(universe) }),
    );
  };
  const operandColumn = (operand: Operand): ValueColumn | undefined => {
    switch (operand.kind) {
      case 'variable':
        return binding.column(operand.name, operand.item);
      case 'expression':
        return evaluated(operand.expression, operand.universe, operand.item);
      case 'bound':
        return boundColumn(binding, operand.of, operand.side);
    }
  };
  return {
    codebook,
    table,
    rows: table.rows,
    weights,
    weighted,
    column: binding.column,
    operand: operandColumn,
    findings: once(() => findingsOf(binding)),
  };
}

const noColumns: ReadonlyMap<string, RecodedColumn> = new Map();

/** Keeps what was computed. While it is being computed it is `meanwhile`, so that what names itself ends. */
function remember<K, V>(kept: Map<K, V>, key: K, meanwhile: V, compute: () => V): V {
  if (kept.has(key)) return kept.get(key) ?? meanwhile;
  kept.set(key, meanwhile);
  const value = compute();
  kept.set(key, value);
  return value;
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

function recodeVariable(binding: Binding, variable: Variable): ReadonlyMap<string, RecodedColumn> {
  const universe = (item?: string) =>
    binding.universe(typedUniverse(binding.codebook, universeOf(binding.codebook, variable.name, item)));
  return variable.declaration.kind === 'question'
    ? bindQuestion(binding.table, variable, variable.declaration, universe)
    : bindDerived(binding, variable, variable.declaration, universe());
}

/** The conditions of a universe as they are evaluated. */
export function typedUniverse(codebook: Codebook, universe: Universe): readonly TypedExpression[] {
  return universe.map((condition) => checkedExpression(codebook, condition.expression, 'ask_if').checked.typed);
}

/** A condition that names a column the data lack says nothing: it leaves open who was asked. */
function conditionColumn(binding: Binding, condition: TypedExpression): CategoryColumn | undefined {
  const column = evaluateColumn(condition, binding.table.rows, binding.column, {});
  return column?.kind === 'category' ? column : undefined;
}

/** Three-valued and: a no decides, a missing part leaves it open. */
function conjunction(columns: readonly CategoryColumn[]): CategoryColumn | undefined {
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0) return first;
  const codes = first.codes.slice();
  for (const other of others) {
    for (const [row, code] of other.codes.entries()) {
      if (code === 1 || codes[row] === 1) codes[row] = 1;
      else if (code < 0) codes[row] = codeOfMissing('undetermined');
    }
  }
  return { kind: 'category', ids: first.ids, codes };
}

/** The value if all unknown items of the counts behind it were no, or yes; `undefined` where there is no such count. */
function boundColumn(binding: Binding, of: Operand, side: 'low' | 'high'): ValueColumn | undefined {
  const { codebook } = binding;
  if (of.kind === 'bound') return undefined;
  if (of.kind === 'variable') {
    const variable = codebook.variables.get(of.name);
    if (variable?.declaration.kind !== 'derived' || of.item !== undefined) return undefined;
    const universe = binding.universe(typedUniverse(codebook, universeOf(codebook, of.name)));
    return boundOfDerived(binding, variable.declaration, universe, side);
  }
  let restsOnCount = false;
  const bounded = (one: 'low' | 'high') => (name: string, item?: string) => {
    const bound = boundColumn(binding, { kind: 'variable', name, ...(item === undefined ? {} : { item }) }, one);
    restsOnCount ||= bound !== undefined;
    return bound ?? binding.column(name, item);
  };
  const evaluation = { item: of.item, universe: binding.universe(of.universe) };
  const sides = (['low', 'high'] as const).map((one) =>
    evaluateColumn(of.expression, binding.table.rows, bounded(one), evaluation),
  );
  return restsOnCount ? joinBounds(sides, side) : undefined;
}
