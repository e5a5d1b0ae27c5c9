import type { Variable } from '../model/codebook';
import { columnsNamedByData } from '../model/data-columns';
import type { Binding } from './binding';
import { copyFinding } from './copy';
import { repeatedCells } from './text-column';
import type { DataFinding, TextColumn, ValueColumn } from './types';
import { weightsOf } from './weights';

/** What the data say against the codebook: columns first, then the variables in their order. */
export function findingsOf(binding: Binding, ofDesign: readonly DataFinding[]): readonly DataFinding[] {
  const { codebook, table } = binding;
  return [
    ...dataColumns(binding),
    ...weightsOf(codebook, table).findings,
    ...ofDesign,
    ...repeatedIds(binding),
    ...[...codebook.variables.values()].flatMap((variable) => variableFindings(binding, variable)),
  ];
}

function dataColumns({ codebook, table }: Binding): readonly DataFinding[] {
  const named = columnsNamedByData(codebook.data).map((name) => name.text);
  return [...new Set(named)].filter((name) => !table.columns.has(name)).map((column) => missingColumn({ column }));
}

function missingColumn(where: Pick<DataFinding, 'variable' | 'item' | 'column'>): DataFinding {
  return { kind: 'column-missing', ...where, count: 0, examples: [] };
}

/** Respondents beyond the first with an id. Empty ids are not counted: they name nobody. */
function repeatedIds({ codebook, table }: Binding): readonly DataFinding[] {
  const column = table.columns.get(codebook.data?.id?.text ?? '');
  if (column === undefined) return [];
  const count = repeatedCells(column);
  return count === 0 ? [] : [{ kind: 'repeated-id', column: column.name, count, examples: [] }];
}

function variableFindings(binding: Binding, variable: Variable): readonly DataFinding[] {
  const { declaration } = variable;
  if (declaration.kind === 'derived') return derivedFindings(binding, variable);
  const parts = variable.type?.kind === 'vector' ? variable.items : [{ id: '', column: variable.column ?? variable.name }];
  const recoded = binding.recoded(variable.name);
  return parts.flatMap(({ id, column }) => {
    const where = { variable: variable.name, ...(id === '' ? {} : { item: id }), column };
    if (!binding.table.columns.has(column)) return variable.type === undefined ? [] : [missingColumn(where)];
    const part = recoded.get(id);
    return part === undefined ? [] : [...part.findings, ...neverChosen(part.column, where, declaration.type === 'multiple')];
  });
}

function derivedFindings(binding: Binding, variable: Variable): readonly DataFinding[] {
  if (variable.column === undefined) return [];
  const where = { variable: variable.name, column: variable.column };
  const copy: TextColumn | undefined = binding.table.columns.get(variable.column);
  if (copy === undefined) return [missingColumn(where)];
  const column = binding.column(variable.name);
  const finding = column === undefined ? undefined : copyFinding(column, copy, binding.table.decimal, variable.name);
  return finding === undefined ? [] : [finding];
}

/** Categories of a question nobody chose, though somebody answered. A box never ticked counts, one never unticked doesn't. */
function neverChosen(
  column: ValueColumn,
  where: Pick<DataFinding, 'variable' | 'item' | 'column'>,
  onlyYes: boolean,
): readonly DataFinding[] {
  if (column.kind !== 'category') return [];
  const chosen = new Set(column.codes);
  if (!column.ids.some((_, code) => chosen.has(code))) return [];
  const never = column.ids.filter((id, code) => !chosen.has(code) && (!onlyYes || id === 'yes'));
  if (never.length === 0) return [];
  return [{ kind: 'category-never-chosen', ...where, count: 0, examples: never.map((text) => ({ text, count: 0 })) }];
}
