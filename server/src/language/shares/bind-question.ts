import type { ScalarType } from '../expression/types';
import type { Variable } from '../model/codebook';
import type { QuestionDeclaration } from '../model/declarations';
import { type ReadCell, readCategories, readDates, readNumbers, readTexts } from './cell';
import { categoryIds } from './columns';
import { recodeMultiple } from './multiple';
import { type RecodedColumn, recode } from './recode';
import { codedOf } from './text-column';
import type { CategoryColumn, DataTable } from './types';

/** The columns of a question, by item (`''` for a single variable). Columns the data lack are left out. */
export function bindQuestion(
  table: DataTable,
  variable: Variable,
  question: QuestionDeclaration,
  universe: (item?: string) => CategoryColumn | undefined,
): ReadonlyMap<string, RecodedColumn> {
  const { type } = variable;
  if (type === undefined) return new Map();
  if (type.kind !== 'vector') {
    return recodeParts(table, variable, question, type, [{ id: '', column: variable.column ?? variable.name }], () =>
      universe(),
    );
  }
  if (question.type !== 'multiple') return recodeParts(table, variable, question, type.of, variable.items, universe);
  const options = variable.items.map((item) => ({
    item: item.id,
    text: table.columns.get(item.column),
    asked: universe(item.id),
  }));
  // A box whose column is not there may have been the only one ticked, so that none of the others can be read.
  if (options.some((option) => option.text === undefined)) return new Map();
  return recodeMultiple(
    variable,
    question,
    options.flatMap(({ item, text, asked }) =>
      text === undefined ? [] : [{ item, text: codedOf(text), ...(asked === undefined ? {} : { universe: asked }) }],
    ),
  );
}

function recodeParts(
  table: DataTable,
  variable: Variable,
  question: QuestionDeclaration,
  type: ScalarType,
  parts: readonly { readonly id: string; readonly column: string }[],
  universe: (item: string) => CategoryColumn | undefined,
): ReadonlyMap<string, RecodedColumn> {
  const read = readerFor(variable, question, type, table.decimal);
  const recoded = new Map<string, RecodedColumn>();
  for (const { id, column } of parts) {
    const text = table.columns.get(column);
    if (text === undefined) continue;
    const asked = universe(id);
    const recoding = { variable: variable.name, type, read, empty: question.empty ?? 'item_nonresponse' } as const;
    recoded.set(
      id,
      recode(text, {
        ...recoding,
        ...(id === '' ? {} : { item: id }),
        ...(asked === undefined ? {} : { universe: asked }),
      }),
    );
  }
  return recoded;
}

function readerFor(variable: Variable, question: QuestionDeclaration, type: ScalarType, decimal: '.' | ','): ReadCell {
  const missing = variable.scale?.missing ?? [];
  switch (type.kind) {
    case 'yes_no':
    case 'category':
      return readCategories(variable.scale ?? { categories: [], missing: [], groups: [] }, categoryIds(type) ?? []);
    case 'number':
      return readNumbers(missing, question.range, decimal);
    case 'text':
      return readTexts(missing);
    case 'date':
      return readDates(missing);
  }
}
