import type { TypedExpression } from '../expression';
import type { Codebook, Variable } from '../model/codebook';
import { query } from '../model/query';
import { universeOf } from '../model/universe';
import { remembered } from '../text/remember';
import { bindDerived } from './bind-derived';
import { bindQuestion } from './bind-question';
import { type Binding, type BoundData, typedUniverse } from './binding';
import { boundColumns } from './bound-columns';
import { codeOfMissing, isYesNoColumn } from './columns';
import { drawnAlone } from './drawn';
import { drawnOf } from './drawn-by-design';
import { evaluateColumn } from './evaluate-column';
import { findingsOf } from './findings';
import { fastestKernel } from './kernel';
import { lookUpColumn, rowsOf } from './placed';
import type { RecodedColumn } from './recode';
import type { CategoryColumn, DataTable, ValueColumn } from './types';
import { weightsOf } from './weights';

export type { BoundData } from './binding';

/** Gives a table the meaning of a codebook. Nothing is recoded before it is asked for; what is, is kept while it is right. */
export function bindData(codebook: Codebook, table: DataTable): BoundData {
  const binding = bindingOf(codebook, table);
  const kept = keptOf(table);
  return {
    codebook,
    table,
    rows: table.rows,
    get weights() {
      return kept.weights(codebook, '').weights;
    },
    get weighted() {
      return kept.weights(codebook, '').weighted;
    },
    designed: codebook.data?.design !== undefined,
    drawn: (designed) => (designed ? drawnByDesign(table)(codebook, '').drawn : kept.alone),
    column: binding.column,
    operand: operandColumns(binding),
    kernel: binding.kernel,
    findings: () => kept.findings(codebook, ''),
  };
}

/** What is computed from a table, for each codebook that gives it a meaning. */
const keptOf = remembered((table: DataTable) => ({
  kernel: fastestKernel(),
  weights: query((codebook: Codebook, _: '') => weightsOf(codebook, table)),
  alone: drawnAlone(table.rows),
  findings: query((codebook: Codebook, _: '') =>
    findingsOf(bindingOf(codebook, table), drawnByDesign(table)(codebook, '').findings),
  ),
  recoded: query(
    (codebook: Codebook, name: string): ReadonlyMap<string, RecodedColumn> => {
      const variable = codebook.variables.get(name);
      return variable === undefined ? noColumns : recodeVariable(bindingOf(codebook, table), variable);
    },
    // What names itself ends.
    { meanwhile: noColumns },
  ),
  condition: query((codebook: Codebook, condition: TypedExpression) => conditionColumn(bindingOf(codebook, table), condition)),
}));

const drawnByDesign = remembered((table: DataTable) => query((codebook: Codebook, _: '') => drawnOf(codebook, table, true)));

const noColumns: ReadonlyMap<string, RecodedColumn> = new Map();

function bindingOf(codebook: Codebook, table: DataTable): Binding {
  const kept = keptOf(table);
  const recoded = (name: string) => kept.recoded(codebook, name);
  return {
    codebook,
    table,
    kernel: kept.kernel,
    recoded,
    column: (name, item = '') => recoded(name).get(item)?.column,
    universe: (universe) => conjunction(universe.flatMap((condition) => kept.condition(codebook, condition) ?? [])),
  };
}

function operandColumns(binding: Binding): BoundData['operand'] {
  const bounds = boundColumns(binding);
  const ofItems = new Map<string, Map<TypedExpression, { readonly column: ValueColumn | undefined }>>();
  return (operand) => {
    if (operand.kind === 'variable') return binding.column(operand.name, operand.item);
    if (operand.kind === 'bound') return bounds(operand.of, operand.side);
    const { expression, universe, item } = operand;
    const kept = ofItems.get(item ?? '') ?? new Map<TypedExpression, { readonly column: ValueColumn | undefined }>();
    ofItems.set(item ?? '', kept);
    const known = kept.get(expression);
    if (known !== undefined) return known.column;
    const column = evaluateColumn(expression, binding.table.rows, binding.column, {
      item,
      universe: binding.universe(universe),
      kernel: binding.kernel,
    });
    kept.set(expression, { column });
    return column;
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
  const column = evaluateColumn(condition, binding.table.rows, binding.column, { kernel: binding.kernel });
  if (column?.kind !== 'category' || !isYesNoColumn(column)) return undefined;
  return lookUpColumn([column], column.ids, binding.table.rows, ([code = 0]) =>
    code === codeOfMissing('not_asked') ? 1 : code,
  );
}

/** Three-valued and: a no decides, a missing part leaves it open. */
function conjunction(columns: readonly CategoryColumn[]): CategoryColumn | undefined {
  const [first, ...others] = columns;
  return others.reduce(
    (both, other) =>
      both &&
      lookUpColumn([both, other], both.ids, rowsOf(both), ([one = 0, another = 0]) => {
        if (one === 1 || another === 1) return 1;
        return another < 0 ? codeOfMissing('undetermined') : one;
      }),
    first,
  );
}
