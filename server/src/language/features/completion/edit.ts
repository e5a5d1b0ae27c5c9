import type { Labels } from '../../expression/types';
import { labelIn } from '../../model/labels';
import { lineEndOfFile, quoteText, textBetween } from '../../syntax';
import { lineAround } from '../../syntax/positions';
import type { Span, TextEdit } from '../../text/span';
import type { Completion, CompletionPlace } from './types';

/** A name or value written at the cursor, quoted where YAML would read it otherwise. */
export function writeScalar(place: CompletionPlace, text: string): TextEdit {
  return writeSource(place, quoteText(text, { flow: place.cursor.flow }));
}

export function writeSource(place: CompletionPlace, source: string): TextEdit {
  const { cursor } = place;
  return { span: cursor.replace, newText: cursor.prefix + source + (isBeforeAnother(place) ? ',' : '') };
}

/** In brackets, in front of what a comma must set apart. */
function isBeforeAnother(place: CompletionPlace): boolean {
  const { flow, replace } = place.cursor;
  return flow && /^[ \t]*[^\s,:\]}#]/.test(textFrom(place, replace.end));
}

/** A text with places to fill in. */
export interface Template {
  readonly text: string;
  readonly stops: readonly Span[];
}

/** A place of a template, with what is suggested for it. */
export function stop(suggested = ''): string {
  return `\0${suggested}\0`;
}

/** A text whose places are marked by `stop`. */
export function template(marked: string): Template {
  const parts = marked.split('\0');
  const stops: Span[] = [];
  let at = 0;
  for (const [index, { length }] of parts.entries()) {
    if (index % 2 === 1) stops.push({ start: at, end: at + length });
    at += length;
  }
  return { text: parts.join(''), stops };
}

/** A template written at the cursor. */
export function writeTemplate(place: CompletionPlace, { text, stops }: Template): Pick<Completion, 'edit' | 'stops'> {
  const by = place.cursor.prefix.length;
  return {
    edit: writeSource(place, text),
    stops: stops.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}

/** A new key with what must follow it; a key that has its colon already is only renamed. */
export function writeKey(place: CompletionPlace, key: string, value: string): Pick<Completion, 'edit' | 'stops'> {
  const source = quoteText(key, { flow: place.cursor.flow });
  if (hasColon(place)) return { edit: writeSource(place, source) };
  return writeTemplate(place, template(`${source}:${value}`));
}

/** Whether the word at the cursor is a key already. */
export function hasColon(place: CompletionPlace): boolean {
  return /^[ \t]*:/.test(textFrom(place, place.cursor.replace.end));
}

/** A line below the key, one step deeper. */
export function deeperLine(place: CompletionPlace): string {
  return lineEnd(place) + ' '.repeat(place.cursor.indent + 2);
}

/** How lines end in the file. */
export function lineEnd({ snapshot, file }: CompletionPlace): string {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? '\n' : lineEndOfFile(syntax);
}

/** The text from an offset of the file to the end of its line. */
export function textFrom({ snapshot, file }: CompletionPlace, offset: number): string {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? '' : textBetween(syntax, { start: offset, end: lineAround(syntax, offset).end });
}

/** The line of the cursor, as far as it is before it. */
export function lineBefore({ snapshot, file, offset }: CompletionPlace): string {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? '' : textBetween(syntax, { start: lineAround(syntax, offset).start, end: offset });
}

export function freeId(base: string, isTaken: (id: string) => boolean): string {
  let number = 2;
  if (!isTaken(base)) return base;
  while (isTaken(`${base}_${number}`)) number++;
  return `${base}_${number}`;
}

export function labelFor({ language }: CompletionPlace, labels: Labels, id: string): string {
  const label = labelIn(labels, language, id);
  return label === id ? '' : label;
}

/** By its id, and by the words of its label. */
export function filterOf(id: string, label: string): string {
  return label === '' ? id : `${id} ${label}`;
}
