import { type Cursor, childAt, textBetween } from '../../syntax';
import { lineAround } from '../../syntax/positions';
import { hasColon, textFrom } from './edit';
import type { CompletionPlace } from './types';

/** The cursor with what a completion may replace there without harm; `undefined` where nothing can be completed. */
export function cursorForEdits(cursor: Cursor): Cursor | undefined {
  if (cursor.spot === 'new-value') return beforeValue(cursor);
  const { placed, offset, spot, replace, scalar } = cursor;
  const { text } = placed.entry;
  if (scalar === undefined) return cursor.flow && isJunk(text.slice(offset - placed.start)) ? undefined : cursor;
  const typed = text.slice(replace.start - placed.start, offset - placed.start);
  if (spot === 'key' && !isKeyBegun(cursor, typed)) return undefined;
  const source = text.slice(scalar.span.start, scalar.span.end);
  const isOne = /^(?:"[^\r\n]+"|'[^\r\n]+'|[^\r\n"':,[\]{}#]*)$/.test(source) && !(spot === 'key' && /\s/.test(source));
  if (isOne) return cursor;
  const word = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset - placed.start))?.[0] ?? '';
  const end = Math.min(replace.end, offset + word.length);
  const rest = text.slice(end - placed.start, scalar.span.end).trim();
  if (spot === 'value' && rest !== '' && !/^["']/.test(source)) return undefined;
  if (spot === 'key' && cursor.flow && isJunk(rest)) return undefined;
  return { ...cursor, replace: { start: replace.start, end } };
}

/** In brackets, what no comma could make a part of its own. */
function isJunk(behind: string): boolean {
  return !/^[ \t]*(?:[\r\n]|$|[\p{L}\p{N}_"'{}[\],#-])/u.test(behind);
}

/** One word; in front of a word at the top nothing is begun. */
function isKeyBegun({ path, scalar }: Cursor, typed: string): boolean {
  return /^["']?[\w-]*$/.test(typed) && (path.length > 1 || typed !== '' || scalar?.text === '');
}

/** Between a colon and a value on its line, the value is replaced; brackets are not. */
function beforeValue(cursor: Cursor): Cursor | undefined {
  const { placed, offset, path, replace } = cursor;
  const at = offset - placed.start;
  const value = childAt(placed.entry.root, placed.entry.role === 'member' ? path.slice(1) : path);
  if (value === undefined || value.kind === 'empty' || value.span.start <= at) return cursor;
  if (value.kind !== 'scalar' || /[\r\n]/.test(placed.entry.text.slice(at, value.span.end))) return undefined;
  return { ...cursor, replace: { start: replace.start, end: placed.start + value.span.end } };
}

/** Whether a new key can stand here: what follows on its line or in deeper lines would become its value. */
export function hasRoom(place: CompletionPlace): boolean {
  const { flow, replace, indent, path, scalar, placed } = place.cursor;
  // A colon alone in the first column, amid a section: with a name in front of it, what stands below would be of another.
  const isAmid = placed.entry.role === 'head' && placed.entry.section !== '' && path.length === 1;
  if (isAmid && scalar?.text === '' && hasColon(place)) return false;
  if (flow || hasColon(place)) return true;
  return /^(?:[ \t]*$|[ \t]+#)/.test(textFrom(place, replace.end)) && indentBelow(place) <= indent;
}

/** The column of the next line that says something; 0 where there is none near. */
function indentBelow({ snapshot, file, offset }: CompletionPlace): number {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return 0;
  const { end } = lineAround(syntax, offset);
  const below = textBetween(syntax, { start: end, end: end + near });
  return /[\r\n]([ \t]*)[^\s#]/.exec(below)?.[1]?.length ?? 0;
}

/** As far as blank lines and comments are skipped, in UTF-16 units. */
const near = 5000;
