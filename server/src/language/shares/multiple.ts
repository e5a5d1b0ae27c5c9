import { sameCode } from '../expression/codes';
import type { MissingKind } from '../expression/value';
import type { Variable } from '../model/codebook';
import type { QuestionDeclaration } from '../model/declarations';
import { readMissingCodes } from './cell';
import { draftColumn } from './columns';
import { mostFrequent, type RecodedColumn } from './recode';
import type { CategoryColumn, CodedColumn, DataFinding } from './types';

interface OptionColumn {
  readonly item: string;
  readonly text: CodedColumn;
  /** Who was asked for this option; absent: everybody. */
  readonly universe?: CategoryColumn;
}

/**
 * A multiple response as one yes/no column per option. What a box left empty means is told by the whole row: with another
 * box ticked it is a no; with none ticked it is what `unticked` says. A row of empty cells, in data that code unticked
 * boxes, is one nobody answered. A box with a code of its own, a missing answer's or an unknown one, is never a no, and a box that was
 * ticked where nobody was asked is left out.
 */
export function recodeMultiple(
  variable: Variable,
  question: QuestionDeclaration,
  options: readonly OptionColumn[],
): ReadonlyMap<string, RecodedColumn> {
  const rows = options[0]?.text.codes.length ?? 0;
  const read = readBoxes(question, variable, options);
  const drafts = options.map(() => draftColumn({ kind: 'yes_no' }, rows));
  const outside = options.map(() => 0);
  let clashes = 0;
  for (let row = 0; row < rows; row++) {
    const cells = options.map((option) => read.box(option.text, row));
    const boxes = options.map(({ universe }, index) => (universe?.codes[row] === 1 ? 'outside' : (cells[index] ?? 'empty')));
    const unticked = boxes.includes('ticked') ? 'no' : read.noneTicked(boxes);
    for (const [index, box] of boxes.entries()) {
      const answer = box === 'unticked' || box === 'empty' ? unticked : box;
      if (answer === 'ticked') drafts[index]?.setCategory(row, 0);
      else if (answer === 'no') drafts[index]?.setCategory(row, 1);
      else drafts[index]?.setMissing(row, kindOf(answer));
      if (box === 'outside' && cells[index] === 'ticked') outside[index] = (outside[index] ?? 0) + 1;
    }
    if (clash(question, options, boxes)) clashes++;
  }
  return new Map(
    options.flatMap((option, index) => {
      const column = drafts[index]?.column;
      if (column === undefined) return [];
      const findings = optionFindings(variable.name, option, outside[index] ?? 0, read.strange(option.text));
      const all = index === 0 && clashes > 0 ? [...findings, clashFinding(variable.name, option, clashes)] : findings;
      return [[option.item, { column, findings: all }] as const];
    }),
  );
}

type Box = 'ticked' | 'unticked' | 'empty' | 'strange' | 'outside' | MissingKind;

function kindOf(box: 'strange' | 'outside' | MissingKind): MissingKind {
  return box === 'outside' ? 'not_asked' : box === 'strange' ? 'invalid' : box;
}

const states: readonly Box[] = ['ticked', 'unticked', 'empty', 'strange', 'outside'];

interface BoxReader {
  readonly box: (text: CodedColumn, row: number) => Box;
  /** What the unticked boxes of a row without ticks are. */
  readonly noneTicked: (boxes: readonly Box[]) => 'no' | MissingKind;
  readonly strange: (text: CodedColumn) => readonly string[];
}

function readBoxes(question: QuestionDeclaration, variable: Variable, options: readonly OptionColumn[]): BoxReader {
  const ticked = question.ticked?.text ?? '1';
  const readMissing = readMissingCodes(variable.scale?.missing ?? []);
  const boxOf = (cell: string): Exclude<Box, 'outside' | 'strange'> => {
    if (cell === '') return 'empty';
    if (sameCode(cell, ticked)) return 'ticked';
    const declared = readMissing(cell);
    return declared?.kind === 'missing' ? declared.missing : 'unticked';
  };
  const usual = usualUntickedCode(options, boxOf);
  const isStrange = (cell: string): boolean => boxOf(cell) === 'unticked' && usual !== undefined && !sameCode(cell, usual);
  const boxes = new Map(
    options.map(({ text }) => [text, text.dictionary.map((cell): Box => (isStrange(cell) ? 'strange' : boxOf(cell)))]),
  );
  const empty = question.empty ?? 'item_nonresponse';
  return {
    box: (text, row) => boxes.get(text)?.[text.codes[row] ?? 0] ?? 'empty',
    noneTicked(row) {
      const declared = row.find((box): box is MissingKind => !states.includes(box));
      if (declared !== undefined) return declared;
      const asked = row.filter((box) => box !== 'outside');
      if (usual !== undefined && asked.every((box) => box === 'empty')) return empty;
      return question.unticked === 'means_no' ? 'no' : empty;
    },
    strange: (text) => text.dictionary.filter(isStrange),
  };
}

/** Data code an unticked box by leaving it empty or by one code, the most frequent one; any other is unknown. */
function usualUntickedCode(options: readonly OptionColumn[], boxOf: (cell: string) => Box): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of options) {
    const meanings = text.dictionary.map(boxOf);
    for (const code of text.codes) {
      const cell = text.dictionary[code] ?? '';
      if (meanings[code] === 'unticked') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  return mostFrequent([...counts].map(([text, count]) => ({ text, count })))[0]?.text;
}

function clash(question: QuestionDeclaration, options: readonly OptionColumn[], boxes: readonly Box[]): boolean {
  const isExclusive = (item: string): boolean => question.exclusive.some((name) => name.text === item);
  const ticked = options.filter((_, index) => boxes[index] === 'ticked');
  return ticked.length > 1 && ticked.some((option) => isExclusive(option.item));
}

function clashFinding(variable: string, option: OptionColumn, count: number): DataFinding {
  return { kind: 'exclusive-with-others', variable, column: option.text.name, count, examples: [] };
}

function optionFindings(
  variable: string,
  { item, text }: OptionColumn,
  outside: number,
  strange: readonly string[],
): readonly DataFinding[] {
  const named = { variable, item, column: text.name };
  const counted = strange.map((cell) => ({ text: cell, count: countCells(text, cell) }));
  const findings: DataFinding[] = [];
  if (outside > 0) findings.push({ kind: 'answer-outside-universe', ...named, count: outside, examples: [] });
  if (counted.length > 0) {
    const count = counted.reduce((sum, one) => sum + one.count, 0);
    findings.push({ kind: 'unknown-code', ...named, count, examples: mostFrequent(counted) });
  }
  return findings;
}

function countCells(text: CodedColumn, cell: string): number {
  const wanted = text.dictionary.indexOf(cell);
  let count = 0;
  for (const code of text.codes) if (code === wanted) count++;
  return count;
}
