import { plainCode } from '../expression/codes';
import type { Variable } from '../model/codebook';
import type { QuestionDeclaration } from '../model/declarations';
import { type Cells, cellsOf, missingCodes, plainCodeOf } from './cells';
import { allOf, anyOf, cases, type Fragment, isIn, joined, sql } from './fragment';
import { createLayers } from './layers';
import { nestedRows } from './rows';
import type { SqlSource } from './source';
import { type CategoryValue, codeOf, invalid, notAsked, type Writer, yesNoValue } from './value';

export interface Box {
  readonly item: string;
  readonly cells: Cells;
  /** Who was not asked for this option; absent: everybody was. */
  readonly outside: Fragment | undefined;
}

/** What a box is, beside the codes of missing kinds. */
const ticked = 0;
const unticked = 1;
const emptyBox = 2;
const strange = 3;
const outsideBox = 4;

/** A multiple response as `recodeMultiple` reads it: what a box left empty means is told by the whole row. */
export function multipleResponse(
  writer: Writer,
  source: SqlSource,
  variable: Variable,
  question: QuestionDeclaration,
  boxes: readonly Box[],
): ReadonlyMap<string, CategoryValue> {
  const { layers } = writer;
  const usual = usualCode(writer, source, variable, question, boxes);
  const plainUsual = layers.define(`usual_code_${variable.name}`, plainCodeOf(writer, usual));
  const states = boxes.map(({ item, cells, outside }) => {
    const read = boxOf(writer, variable, question, cells);
    const isStrange = sql`${read} = ${unticked} AND ${usual} <> '' AND ${cells.code()} <> ${plainUsual}`;
    const branches = [
      ...(outside === undefined ? [] : [{ when: outside, result: sql`${outsideBox}` }]),
      { when: isStrange, result: sql`${strange}` },
    ];
    return layers.define(`box_${variable.name}_${item}`, cases(branches, read));
  });
  const left = layers.define(`left_${variable.name}`, leftEmpty(question, states, usual));
  return new Map(
    boxes.map(({ item }, at) => {
      const box = states[at] ?? sql`${emptyBox}`;
      const answer = cases(
        [
          { when: isIn(box, [unticked, emptyBox]), result: left },
          { when: sql`${box} = ${strange}`, result: sql`${invalid}` },
          { when: sql`${box} = ${outsideBox}`, result: sql`${notAsked}` },
        ],
        box,
      );
      return [item, yesNoValue(writer, `${variable.name}_${item}`, answer)] as const;
    }),
  );
}

/** What the boxes of a row that are not ticked come to. */
function leftEmpty(question: QuestionDeclaration, states: readonly Fragment[], usual: Fragment): Fragment {
  const empty = sql`${codeOf(question.empty ?? 'item_nonresponse')}`;
  const allEmpty = allOf(states.map((state) => isIn(state, [emptyBox, outsideBox])));
  return cases(
    [
      { when: anyOf(states.map((state) => sql`${state} = ${ticked}`)), result: sql`1` },
      ...states.map((state) => ({ when: sql`${state} < 0`, result: state })),
      { when: sql`${usual} <> '' AND ${allEmpty}`, result: empty },
    ],
    question.unticked === 'means_no' ? sql`1` : empty,
  );
}

/** A box by itself: ticked, empty, a declared missing answer, or unticked. */
function boxOf({ layers }: Writer, variable: Variable, question: QuestionDeclaration, cells: Cells): Fragment {
  const { exact, ranges } = missingCodes(variable.scale?.missing ?? []);
  const meanings = new Map([['', emptyBox]]);
  for (const [code, state] of [[plainCode(question.ticked?.text ?? '1'), ticked] as const, ...exact])
    if (!meanings.has(code)) meanings.set(code, state);
  return layers.define(`read_${cells.name}`, cells.meaning({ exact: meanings, ranges }, sql`${unticked}`));
}

/** The most frequent code of an unticked box, over all options and rows; `''` where all unticked boxes are empty. */
function usualCode(
  { dialect, layers }: Writer,
  source: SqlSource,
  variable: Variable,
  question: QuestionDeclaration,
  boxes: readonly Box[],
): Fragment {
  // A subquery of its own, with layers of its own.
  const inner: Writer = { dialect, layers: createLayers(dialect) };
  const written = boxes.flatMap(({ cells: { name } }) => {
    const cells = cellsOf(inner, source, name);
    if (cells === undefined) return [];
    const read = boxOf(inner, variable, question, cells);
    const rows = nestedRows(dialect, source, [cells.text, read]);
    return sql`SELECT ${cells.text} AS cell FROM ${rows} WHERE ${read} = ${unticked}`;
  });
  const counted = sql`SELECT cell, count(*) AS times FROM (${joined(written, sql` UNION ALL `)}) AS unticked GROUP BY cell`;
  const first = sql`SELECT cell FROM (${counted}) AS counted ORDER BY times DESC, ${dialect.ordered(sql`cell`)} LIMIT 1`;
  const usual = sql`(SELECT coalesce(max(cell), '') FROM (${first}) AS usual)`;
  return layers.define(`usual_${variable.name}`, { text: usual.text, reads: [] });
}
