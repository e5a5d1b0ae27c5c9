import type { NumberTexts, TextColumn } from '../language';

const candidates = [';', '\t', ',', '|'] as const;
const sampledLines = 20;

/** In characters. */
const sampled = 65536;

/** How the records of a text are told from one another. */
export interface Dialect {
  readonly delimiter: string;
  /** How long a first line is that states the delimiter, in characters; 0 where there is none. */
  readonly skipped: number;
  /** Whether a line without anything is no record. In a table of one column it is a respondent without an answer. */
  readonly skipsBlank: boolean;
}

/** The dialect of a text, of which the beginning is enough. */
export function dialectOf(text: string, wanted?: string): Dialect {
  const [line = '', stated] = separatorLine.exec(text) ?? [];
  const body = text.slice(line.length, line.length + sampled);
  const delimiter = wanted ?? stated ?? detectDelimiter(body);
  return { delimiter, skipped: line.length, skipsBlank: firstLine(text, line.length).includes(delimiter) };
}

/** Spreadsheets may write the delimiter into a first line of its own, which is no header. */
const separatorLine = /^sep=([^\r\n])(?:\r\n|\r|\n)/i;

function firstLine(text: string, from: number): string {
  const breaks = /[\r\n]/g;
  breaks.lastIndex = from;
  return text.slice(from, breaks.exec(text)?.index ?? text.length);
}

/**
 * The delimiter of a table: the one that cuts the first lines into equally many fields, and most of them. A table of one
 * column has none of them and reads the same with any, so it gets a comma.
 */
function detectDelimiter(text: string): string {
  const lines = firstLines(text);
  let best = { delimiter: ',', agreeing: 0, cuts: 0 };
  for (const delimiter of candidates) {
    const [cuts = 0, ...rest] = lines.map((line) => countOutsideQuotes(line, delimiter));
    if (cuts === 0) continue;
    const agreeing = rest.filter((count) => count === cuts).length;
    if (best.cuts === 0 || agreeing > best.agreeing || (agreeing === best.agreeing && cuts > best.cuts)) {
      best = { delimiter, agreeing, cuts };
    }
  }
  return best.delimiter;
}

/** Lines of the header and the first records; a line break inside quotes doesn't end one. */
function firstLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  const end = Math.min(text.length, sampled);
  for (let at = 0; at < end && lines.length < sampledLines; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (quoted || (character !== '\n' && character !== '\r')) continue;
    if (at > start) lines.push(text.slice(start, at));
    start = at + 1;
  }
  if (lines.length < sampledLines && start < end) lines.push(text.slice(start, end));
  return lines;
}

function countOutsideQuotes(line: string, wanted: string): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === wanted && !quoted) count++;
  }
  return count;
}

/** The decimal sign most cells with a fraction have: a point unless the commas are more. */
export function detectDecimal(columns: Iterable<TextColumn>): '.' | ',' {
  let commas = 0;
  let points = 0;
  for (const column of columns) {
    if (column.kind === 'numbers') {
      if (column.sign === ',') commas += withDecimals(column);
      else points += withDecimals(column);
      continue;
    }
    for (const cell of column.dictionary) {
      if (/^[-+]?\d+,\d+$/.test(cell)) commas++;
      else if (/^[-+]?\d+\.\d+$/.test(cell)) points++;
    }
  }
  return commas > points ? ',' : '.';
}

function withDecimals({ numbers, decimals }: NumberTexts): number {
  if (decimals === 0) return 0;
  let count = 0;
  for (const value of numbers) if (!Number.isNaN(value) && (decimals !== undefined || !Number.isInteger(value))) count++;
  return count;
}
