import type { MissingKind } from '../expression/value';
import type { Variable } from '../model/codebook';
import type { QuestionDeclaration } from '../model/declarations';
import { readMissingCodes, sameCode } from './cell';
import { draftColumn } from './columns';
import { mostFrequent, type RecodedColumn } from './recode';
import type { CategoryColumn, DataFinding, TextColumn } from './types';

export interface OptionColumn {
  readonly item: string;
  readonly text: TextColumn;
  /** Who was asked for this option; absent: everybody. */
  readonly universe?: CategoryColumn;
}

/**
 * A multiple response as one yes/no column per option. What a box left empty means is told by the whole row: with another
 * box ticked it is a no; with none ticked it is what `unticked` says. A row of empty cells, in data that code unticked
 * boxes, is one nobody answered.
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
    const boxes = options.map((option) => read.box(option.text, row));
    const none = boxes.includes('ticked') ? undefined : read.noneTicked(boxes);
    for (const [index, option] of options.entries()) {
      const draft = drafts[index];
      if (option.universe?.codes[row] === 1) {
        draft?.setMissing(row, 'not_asked');
        if (boxes[index] === 'ticked') outside[index] = (outside[index] ?? 0) + 1;
      } else if (none !== undefined) draft?.setMissing(row, none);
      else draft?.setCategory(row, boxes[index] === 'ticked' ? 0 : 1);
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

type Box = 'ticked' | 'unticked' | 'empty' | MissingKind;

interface BoxReader {
  readonly box: (text: TextColumn, row: number) => Box;
  /** The missing kind of all options where no box is ticked; `undefined` where that means no to all. */
  readonly noneTicked: (boxes: readonly Box[]) => MissingKind | undefined;
  readonly strange: (text: TextColumn) => readonly string[];
}

function readBoxes(question: QuestionDeclaration, variable: Variable, options: readonly OptionColumn[]): BoxReader {
  const ticked = question.ticked?.text ?? '1';
  const readMissing = readMissingCodes(variable.scale?.missing ?? []);
  const boxOf = (cell: string): Box => {
    if (cell === '') return 'empty';
    if (sameCode(cell, ticked)) return 'ticked';
    const declared = readMissing(cell);
    return declared?.kind === 'missing' ? declared.missing : 'unticked';
  };
  const boxes = new Map(options.map(({ text }) => [text, text.dictionary.map(boxOf)]));
  const usual = usualUntickedCode(options, boxes);
  const empty = question.empty ?? 'item_nonresponse';
  return {
    box: (text, row) => boxes.get(text)?.[text.codes[row] ?? 0] ?? 'empty',
    noneTicked(row) {
      const declared = row.find((box): box is MissingKind => box !== 'empty' && box !== 'unticked' && box !== 'ticked');
      if (declared !== undefined) return declared;
      if (usual !== undefined && row.every((box) => box === 'empty')) return empty;
      return question.unticked === 'means_no' ? undefined : empty;
    },
    strange: (text) =>
      text.dictionary.filter((cell) => boxOf(cell) === 'unticked' && usual !== undefined && !sameCode(cell, usual)),
  };
}

/** Data code an unticked box by leaving it empty or by one code, the most frequent one; any other is unknown. */
function usualUntickedCode(
  options: readonly OptionColumn[],
  boxes: ReadonlyMap<TextColumn, readonly Box[]>,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of options) {
    const meanings = boxes.get(text) ?? [];
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

function countCells(text: TextColumn, cell: string): number {
  const wanted = text.dictionary.indexOf(cell);
  return text.codes.reduce((count, code) => (code === wanted ? count + 1 : count), 0);
}
