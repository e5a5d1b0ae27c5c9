import { single } from '../../expression';
import { plainCode, rangeOf, sameCode } from '../../expression/codes';
import type { Variable } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import type { DataTable } from '../../shares';
import { codedOf } from '../../shares/text-column';
import { invalid, kindNumber, undetermined } from './kinds';
import { kindName, quoted, spssName } from './names';
import type { Source } from './source';

/** What the cells of one column mean: the value of a question or item, and why it is missing. */
export function writeCells(
  source: Source,
  variable: Variable,
  question: QuestionDeclaration,
  item: string | undefined,
  column: string,
): void {
  const { writer, table, raw } = source;
  const cell = raw.get(column) ?? 'raw';
  const [value, kind] = [spssName(variable.name, item), kindName(variable.name, item)];
  const texts = textsOf(table, column);
  const missing = missingSpecs(variable, texts);
  const empty = kindNumber(question.empty ?? 'item_nonresponse');
  const type = variable.type === undefined ? 'text' : single(variable.type).kind;
  switch (type) {
    case 'yes_no':
    case 'category': {
      const codes = categorySpecs(variable, texts, type === 'yes_no');
      writer.say(
        `RECODE ${cell} ${codes.map(([spec, number]) => `(${spec}=${number})`).join('')} (ELSE=SYSMIS) INTO ${value}.`,
        `RECODE ${cell} ${[...codes.map(([spec]) => [spec, 0] as const), ...missing, ["' '", empty] as const]
          .map(([spec, number]) => `(${spec}=${number})`)
          .join('')} (ELSE=${invalid}) INTO ${kind}.`,
      );
      break;
    }
    case 'number':
      writer.say(`COMPUTE ${value} = ${numberOf(cell, table.decimal)}.`, recodedKind(cell, missing, empty, undetermined, kind));
      writer.say(
        `IF (${kind} EQ ${undetermined} AND ${withinRange(value, question)}) ${kind} = 0.`,
        `IF (${kind} EQ ${undetermined}) ${kind} = ${invalid}.`,
      );
      break;
    case 'date':
      writeDate(source, cell, value);
      writer.say(
        recodedKind(cell, missing, empty, undetermined, kind),
        `IF (${kind} EQ ${undetermined} AND NOT SYSMIS(${value})) ${kind} = 0.`,
        `IF (${kind} EQ ${undetermined}) ${kind} = ${invalid}.`,
      );
      break;
    case 'text':
      writer.say(
        `STRING ${value} (A${widthOf(texts)}).`,
        `COMPUTE ${value} = ${cell}.`,
        recodedKind(cell, missing, empty, 0, kind),
      );
      break;
  }
  for (const [range, number] of missingRanges(variable)) {
    const whole = writer.scratch('whole');
    const isOpen = type === 'text' ? `${kind} EQ 0` : `${kind} EQ ${invalid} OR ${kind} EQ 0`;
    writer.say(
      `COMPUTE ${whole} = ${numberOf(cell, table.decimal)}.`,
      `IF ((${isOpen}) AND RANGE(${whole}, ${range.low}, ${range.high}) AND TRUNC(${whole}) EQ ${whole}) ${kind} = ${number}.`,
    );
  }
}

type Spec = readonly [string, number];

/** Codes as they are written in the data: `1` also where it says `1.0`. Of two equal codes the first counts. */
function categorySpecs(variable: Variable, texts: readonly string[], isYesNo: boolean): readonly Spec[] {
  const taken = new Set<string>();
  return (variable.scale?.categories ?? []).flatMap(({ id, code }, at): Spec[] => {
    if (code === undefined || taken.has(plainCode(code))) return [];
    taken.add(plainCode(code));
    return [[spellings(code, texts), isYesNo ? (id === 'yes' ? 1 : 0) : at + 1]];
  });
}

function missingSpecs(variable: Variable, texts: readonly string[]): readonly Spec[] {
  const taken = new Set<string>();
  return (variable.scale?.missing ?? []).flatMap(({ code, kind }): Spec[] => {
    if (code === undefined || rangeOf(code) !== undefined || taken.has(plainCode(code))) return [];
    taken.add(plainCode(code));
    return [[spellings(code, texts), kindNumber(kind)]];
  });
}

function missingRanges(variable: Variable) {
  return (variable.scale?.missing ?? []).flatMap(({ code, kind }) => {
    const range = code === undefined ? undefined : rangeOf(code);
    return range === undefined ? [] : [[range, kindNumber(kind)] as const];
  });
}

function spellings(code: string, texts: readonly string[]): string {
  return [...new Set([code, ...texts.filter((text) => sameCode(text, code))])].map(quoted).join(', ');
}

function recodedKind(cell: string, missing: readonly Spec[], empty: number, otherwise: number, kind: string): string {
  const specs = [...missing, ["' '", empty] as const].map(([spec, number]) => `(${spec}=${number})`);
  return `RECODE ${cell} ${specs.join('')} (ELSE=${otherwise}) INTO ${kind}.`;
}

/** A decimal comma is read as a point; then a text with a point is no number. */
export function numberOf(cell: string, decimal: '.' | ','): string {
  return decimal === '.' ? `NUMBER(${cell}, F40)` : `NUMBER(REPLACE(REPLACE(${cell}, '.', 'x'), ',', '.'), F40)`;
}

function withinRange(value: string, { range }: QuestionDeclaration): string {
  const low = range?.low === undefined ? [] : [`${value} GE ${range.low}`];
  const high = range?.high === undefined ? [] : [`${value} LE ${range.high}`];
  return [`NOT SYSMIS(${value})`, ...low, ...high].join(' AND ');
}

/** A day that exists, as the number yyyymmdd. */
function writeDate({ writer }: Source, cell: string, value: string): void {
  const [year, month, day, date] = [
    writer.scratch('year'),
    writer.scratch('month'),
    writer.scratch('day'),
    writer.scratch('date'),
  ];
  writer.say(
    `COMPUTE ${year} = NUMBER(SUBSTR(${cell}, 1, 4), F4).`,
    `COMPUTE ${month} = NUMBER(SUBSTR(${cell}, 6, 2), F2).`,
    `COMPUTE ${day} = NUMBER(SUBSTR(${cell}, 9, 2), F2).`,
    `COMPUTE ${date} = DATE.DMY(${day}, ${month}, ${year}).`,
    `COMPUTE ${value} = $SYSMIS.`,
    `IF (LENGTH(RTRIM(${cell})) EQ 10 AND XDATE.MDAY(${date}) EQ ${day} AND XDATE.MONTH(${date}) EQ ${month}) ${value} = ${year} * 10000 + ${month} * 100 + ${day}.`,
  );
}

/** The distinct texts of a column, none where it is not there. */
export function textsOf(table: DataTable, column: string): readonly string[] {
  const found = table.columns.get(column);
  return found === undefined ? [] : codedOf(found).dictionary;
}

/** In bytes, as strings of SPSS are measured. */
export function widthOf(texts: readonly string[]): number {
  return Math.min(32767, Math.max(1, ...texts.map((text) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length)));
}
