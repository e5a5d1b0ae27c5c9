import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { createDice } from '../generate';

/** Where in a generated codebook one types and asks, in an order that is random and always the same. */
export interface Places {
  readonly text: string;
  /** After the first letter of a question's label. */
  readonly labels: readonly Place[];
  /** At the end of a question's name in an expression. */
  readonly names: readonly Place[];
  /** Where a question refers to a scale, before its name: nothing is typed yet. */
  readonly references: readonly Place[];
  /** At the end of a scale's name where a question refers to it. */
  readonly scales: readonly Place[];
  /** At the end of the line that begins a question. */
  readonly heads: readonly Place[];
  /** At the end of the id of a scale, with how many questions refer to it. */
  readonly declarations: readonly (Place & { readonly used: number })[];
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export function placesIn(text: string): Places {
  const lines = text.split('\n');
  const used = new Map<string, number>();
  for (const [, scale = ''] of text.matchAll(/^ {4}scale: (\w+)$/gm)) used.set(scale, (used.get(scale) ?? 0) + 1);
  const ends = (pattern: RegExp) => shuffled(endsOf(lines, pattern));
  return {
    text,
    labels: ends(/^ {4}label: \{sv: "./),
    names: ends(/^ {4}(?:ask_if|of): q\d+/),
    references: ends(/^ {4}scale: (?=\w)/),
    scales: ends(/^ {4}scale: \w+/),
    heads: ends(/^ {2}q\d+:$/),
    declarations: endsOf(lines, /^ {2}\w+(?=:$)/).flatMap((place) => {
      const times = used.get(lines[place.line]?.slice(2, place.character) ?? '');
      return times === undefined ? [] : [{ ...place, used: times }];
    }),
  };
}

function endsOf(lines: readonly string[], pattern: RegExp): readonly Place[] {
  return lines.flatMap((text, line) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ line, character: found[0].length }];
  });
}

/** Enough of them for every measure, from all over the file. */
function shuffled(places: readonly Place[]): readonly Place[] {
  const dice = createDice(7);
  return Array.from({ length: 100 }, () => places[dice(places.length)]).flatMap((place) => place ?? []);
}

export function insert(start: Place, text: string): TextDocumentContentChangeEvent {
  return { range: { start, end: start }, text };
}

/** Takes back what was inserted in one line. */
export function remove(start: Place, text: string): TextDocumentContentChangeEvent {
  return { range: { start, end: { line: start.line, character: start.character + text.length } }, text: '' };
}
