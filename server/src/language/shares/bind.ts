import type { TypedExpression } from '../expression';
import type { Codebook, Variable } from '../model/codebook';
import { remembered } from '../model/remember';
import { universeOf } from '../model/universe';
import { bindDerived } from './bind-derived';
import { bindQuestion } from './bind-question';
import { type Binding, type BoundData, typedUniverse } from './binding';
import { boundColumns } from './bound-columns';
import { codeOfMissing, isYesNoColumn } from './columns';
import { evaluateColumn } from './evaluate-column';
import { findingsOf } from './findings';
import type { RecodedColumn } from './recode';
import type { CategoryColumn, DataTable, ValueColumn } from './types';
import { weightsOf } from './weights';

export type { BoundData } from './binding';

/**
 * Gives a table the meaning of a codebook. Nothing is recoded before it is asked for. The same codebook and table give the
 * same object.
 */
export function bindData(codebook: Codebook, table: DataTable): BoundData {
  return boundIn(codebook)(table);
}

const boundIn = remembered((codebook: Codebook) => remembered((table: DataTable) => bind(codebook, table)));

function bind(codebook: Codebook, table: DataTable): BoundData {
  const binding = bindingOf(codebook, table);
  const { weights, weighted } = weightsOf(codebook, table);
  return {
    codebook,
    table,
    rows: table.rows,
    weights,
    weighted,
    column: binding.column,
    operand: operandColumns(binding),
    findings: once(() => findingsOf(binding)),
  };
}

function bindingOf(codebook: Codebook, table: DataTable): Binding {
  const columns = new Map<string, ReadonlyMap<string, RecodedColumn>>();
  const conditions = new Map<TypedExpression, CategoryColumn | undefined>();
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
  return binding;
}

function operandColumns(binding: Binding): BoundData['operand'] {
  const bounds = boundColumns(binding);
  const ofItems = new Map<string, Map<TypedExpression, ValueColumn | undefined>>();
  return (operand) => {
    if (operand.kind === 'variable') return binding.column(operand.name, operand.item);
    if (operand.kind === 'bound') return bounds(operand.of, operand.side);
    const { expression, universe, item } = operand;
    const kept = ofItems.get(item ?? '') ?? new Map<TypedExpression, ValueColumn | undefined>();
    ofItems.set(item ?? '', kept);
    return remember(kept, expression, undefined, () =>
      evaluateColumn(expression, binding.table.rows, binding.column, { item, universe: binding.universe(universe) }),
    );
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

/**
 * Who meets a condition of a universe. Whoever was not asked what it names is outside, as the universe of what it names is part of
 * it. A condition that names a column the data lack says nothing: it leaves open who was asked.
 */
function conditionColumn(binding: Binding, condition: TypedExpression): CategoryColumn | undefined {
  const column = evaluateColumn(condition, binding.table.rows, binding.column, {});
  if (column?.kind !== 'category' || !isYesNoColumn(column)) return undefined;
  return { ...column, codes: column.codes.map((code) => (code === codeOfMissing('not_asked') ? 1 : code)) };
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
