import type { QuestionDeclaration, ScalarType } from '../../server/src/language';
import { type Codebook, known, type MissingKind, missing, type Value, type Variable } from '../../server/src/language';
import type { DataTable, TextColumn } from '../../server/src/language/shares';

/** One respondent: what stands in the cells of the data file, and what it means before anybody looks at routing. */
export interface GeneratedRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, Value>;
}

/** A cell and its meaning. */
interface Answer {
  readonly cell: string;
  readonly value: Value;
}

/** A random respondent of a codebook: answers, missing codes, empty cells and codes nobody declared; the same for the same seed. */
export function generatedRow(codebook: Codebook, seed: number): GeneratedRow {
  const draw = drawing(seed);
  const cells = new Map<string, string>();
  const answers = new Map<string, Value>();
  for (const variable of codebook.variables.values()) {
    const { declaration } = variable;
    if (declaration.kind !== 'question' || variable.type === undefined) continue;
    for (const [name, column, answer] of answersTo(variable, declaration, draw)) {
      cells.set(column, answer.cell);
      answers.set(name, answer.value);
    }
  }
  return { cells, answers };
}

type Draw = <T>(from: readonly [T, ...T[]]) => T;

/** A linear congruential generator is random enough to meet every combination now and then. */
function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (from) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] ?? from[0];
  };
}

type Part = readonly [name: string, column: string, answer: Answer];

function answersTo(variable: Variable, question: QuestionDeclaration, draw: Draw): readonly Part[] {
  const { type, name, items } = variable;
  if (type === undefined) return [];
  if (type.kind !== 'vector') return [[name, variable.column ?? name, draw(possible(variable, question, type))]];
  if (question.type === 'multiple') return ticks(variable, question, draw);
  const of = possible(variable, question, type.of);
  return items.map((item) => [`${name}.${item.id}`, item.column, draw(of)]);
}

function possible(
  { scale }: Variable,
  { empty, range }: QuestionDeclaration,
  type: ScalarType,
): readonly [Answer, ...Answer[]] {
  const codes = (scale?.missing ?? []).flatMap(({ code, kind }) =>
    code === undefined ? [] : [{ cell: code.replace(/\.\..*/, ''), value: missing(kind) }],
  );
  const unusual: readonly [Answer, ...Answer[]] = [{ cell: '', value: missing(empty ?? 'item_nonresponse') }, ...codes];
  switch (type.kind) {
    case 'text':
      return [...unusual, ...['a', 'b'].map((cell) => ({ cell, value: known(cell) }))];
    case 'date':
      return [...unusual, invalid, ...['2019-12-31', '2020-12-31'].map((cell) => ({ cell, value: known(cell) }))];
    case 'number': {
      const low = range?.low ?? 0;
      const high = range?.high ?? low + 300;
      const numbers = [low, high, low + (high - low) / 4, Math.floor((low + high) / 2)];
      return [...unusual, invalid, ...numbers.map((number) => ({ cell: `${number}`, value: known(number) }))];
    }
    default: {
      const chosen = (scale?.categories ?? []).flatMap(({ id, code }): readonly Answer[] => {
        const value = type.kind === 'yes_no' ? known(id === 'yes') : known(id);
        return code === undefined ? [] : [{ cell: code, value }];
      });
      return [...unusual, invalid, ...chosen, ...chosen];
    }
  }
}

const invalid: Answer = { cell: 'undeclared', value: missing('invalid') };

/** A row of boxes coded 0 where not ticked; empty throughout only where that is no answer whatever other rows look like. */
function ticks({ name, items }: Variable, question: QuestionDeclaration, draw: Draw): readonly Part[] {
  const kind: MissingKind = question.empty ?? 'item_nonresponse';
  const isEmpty = question.unticked !== 'means_no' && draw([true, false, false]);
  const boxes = items.map((item) => ({ item, ticked: !isEmpty && draw([true, false]) }));
  const isOpen = isEmpty || (question.unticked !== 'means_no' && boxes.every(({ ticked }) => !ticked));
  return boxes.map(({ item, ticked }): Part => {
    const cell = isEmpty ? '' : ticked ? (question.ticked?.text ?? '1') : '0';
    return [`${name}.${item.id}`, item.column, { cell, value: isOpen ? missing(kind) : known(ticked) }];
  });
}

/** A data file of such respondents. */
export function tableOf(rows: readonly GeneratedRow[]): DataTable {
  const names = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const columns = names.map((name) =>
    columnOf(
      name,
      rows.map(({ cells }) => cells.get(name) ?? ''),
    ),
  );
  const dialect = { delimiter: ',', decimal: '.', encoding: 'utf-8' } as const;
  return { file: 'data.csv', rows: rows.length, columns: new Map(columns.map((column) => [column.name, column])), ...dialect };
}

function columnOf(name: string, cells: readonly string[]): TextColumn {
  const dictionary = [...new Set(cells)];
  return { kind: 'codes', name, dictionary, codes: Uint32Array.from(cells, (cell) => dictionary.indexOf(cell)) };
}
