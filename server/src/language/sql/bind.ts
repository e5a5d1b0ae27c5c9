import type { TypedExpression } from '../expression';
import type { ScalarType } from '../expression/types';
import type { Codebook, Variable } from '../model/codebook';
import type { QuestionDeclaration } from '../model/declarations';
import { universeOf } from '../model/universe';
import { typedUniverse } from '../shares/binding';
import { categoryIds } from '../shares/columns';
import type { Operand } from '../shares/engine';
import type { SqlBinding } from './binding';
import { boundValues } from './bounds';
import { type Cells, categoriesIn, cellsOf, numbersIn, textsIn } from './cells';
import { derivedValue } from './derived';
import { expressionValue } from './expression';
import { anyOf, type Fragment, isIn } from './fragment';
import { multipleResponse } from './multiple';
import type { SqlSource } from './source';
import { isYesNo, notAsked, type SqlValue, type Writer, within } from './value';

export function bindSource(writer: Writer, codebook: Codebook, source: SqlSource): SqlBinding {
  const values = new Map<string, ReadonlyMap<string, SqlValue>>();
  const valuesOf = (name: string): ReadonlyMap<string, SqlValue> => {
    const kept = values.get(name);
    if (kept !== undefined) return kept;
    // What names itself has no values.
    values.set(name, new Map());
    const variable = codebook.variables.get(name);
    const made = variable === undefined ? new Map() : variableValues(binding, variable);
    values.set(name, made);
    return made;
  };
  const binding: SqlBinding = {
    writer,
    codebook,
    source,
    value: (name, item = '') => valuesOf(name).get(item),
    operand: (operand) => operandValue(operand),
    outside: (universe) => outsideOf(binding, universe),
  };
  const bounds = boundValues(binding);
  const operandValue = (operand: Operand): SqlValue | undefined => {
    if (operand.kind === 'variable') return binding.value(operand.name, operand.item);
    if (operand.kind === 'bound') return bounds(operand.of, operand.side);
    const { expression, universe, item } = operand;
    return expressionValue(writer, 'of', expression, binding.value, { item, outside: binding.outside(universe) });
  };
  return binding;
}

/** Whoever does not meet a condition is outside, and so is who was not asked what it names. */
function outsideOf({ writer, value }: SqlBinding, universe: readonly TypedExpression[]): Fragment | undefined {
  const conditions = universe.flatMap((condition) => {
    const met = expressionValue(writer, 'asked', condition, value, {});
    return met !== undefined && isYesNo(met) ? isIn(met.code, [1, notAsked]) : [];
  });
  return conditions.length === 0 ? undefined : anyOf(conditions);
}

function variableValues(binding: SqlBinding, variable: Variable): ReadonlyMap<string, SqlValue> {
  const { codebook } = binding;
  const outside = (item?: string) => binding.outside(typedUniverse(codebook, universeOf(codebook, variable.name, item)));
  if (variable.declaration.kind === 'question') return questionValues(binding, variable, variable.declaration, outside);
  const value = derivedValue(binding, variable, variable.declaration, outside());
  return new Map(value === undefined ? [] : [['', value]]);
}

/** As `bindQuestion`. */
function questionValues(
  { writer, source }: SqlBinding,
  variable: Variable,
  question: QuestionDeclaration,
  outside: (item?: string) => Fragment | undefined,
): ReadonlyMap<string, SqlValue> {
  const { type, name } = variable;
  if (type === undefined) return new Map();
  const scalar: ScalarType = type.kind === 'vector' ? type.of : type;
  const parts = type.kind === 'vector' ? variable.items : [{ id: '', column: variable.column ?? variable.name }];
  if (type.kind === 'vector' && question.type === 'multiple') {
    const boxes = parts.map(({ id, column }) => ({ item: id, cells: cellsOf(writer, source, column), outside: outside(id) }));
    const present = boxes.flatMap(({ cells, ...box }) => (cells === undefined ? [] : { ...box, cells }));
    return present.length < boxes.length ? new Map() : multipleResponse(writer, source, variable, question, present);
  }
  return new Map(
    parts.flatMap(({ id, column }) => {
      const cells = cellsOf(writer, source, column);
      if (cells === undefined) return [];
      const hint = id === '' ? name : `${name}_${id}`;
      const read = readAs(writer, variable, question, scalar, cells, hint);
      return [[id, within(writer, hint, type.kind === 'vector' ? outside(id) : outside(), read)] as const];
    }),
  );
}

function readAs(
  writer: Writer,
  variable: Variable,
  question: QuestionDeclaration,
  type: ScalarType,
  cells: Cells,
  hint: string,
): SqlValue {
  const missing = variable.scale?.missing ?? [];
  const empty = question.empty ?? 'item_nonresponse';
  switch (type.kind) {
    case 'yes_no':
    case 'category': {
      const ids = categoryIds(type) ?? [];
      const scale = variable.scale ?? { categories: [], missing: [], groups: [] };
      return { kind: 'category', ids, code: writer.layers.define(hint, categoriesIn(cells, scale, ids, empty)) };
    }
    case 'number':
      return numbersIn(writer, cells, missing, question.range, empty);
    case 'text':
    case 'date':
      return textsIn(writer, cells, missing, type.kind, empty);
  }
}
