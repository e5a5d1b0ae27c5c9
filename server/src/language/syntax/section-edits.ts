import { lineEndAfter, lineStartBefore } from '../text/lines';
import { remembered } from '../text/remember';
import type { TextEdit } from '../text/span';
import { insertPair, lineEndOf, removePair } from './edits';
import type { Chunk, Entry, FileSyntax, Place } from './entry';
import { headPairs } from './file';
import { type EntrySection, entrySections, headerKeys } from './sections';
import type { MapNode, Pair } from './tree';

/** An edit of one entry of a file. */
export interface EntryEdit {
  readonly place: Place;
  readonly newText: string;
}

/** An entry as it should stand: after its key on one line, or in lines, its key first, from the column of its key on. */
export interface NewMember {
  /** In YAML, quoted where it must be. */
  readonly key: string;
  /** Without it there is no place for the entry in a section that is written in brackets. */
  readonly flow?: string;
  readonly lines?: readonly string[];
}

/**
 * Adds an entry at the end of a section, in the section's own form and column; where the file has no such section, with one of
 * its own in the order of the language.
 */
export function insertMember(file: FileSyntax, section: EntrySection, member: NewMember): EntryEdit | undefined {
  const last = lastMember(file, section);
  if (last !== undefined) return behind(last, inLines(member, last.indent, lineEndOfFile(file)));
  for (const { entry } of file.entries) {
    const pair = headPairs(entry).find(({ key }) => key.text === section);
    if (pair !== undefined) return inSection(file, entry, pair, member);
  }
  return inNewSection(file, section, member);
}

/** From the end, chunk by chunk: a file's length costs little. */
function lastMember({ chunks }: FileSyntax, section: EntrySection): Entry | undefined {
  for (let at = chunks.length - 1; at >= 0; at--) {
    const chunk = chunks[at];
    const found = chunk === undefined ? undefined : lastMembers(chunk).get(section);
    if (found !== undefined) return found;
  }
  return undefined;
}

const lastMembers = remembered(
  ({ entries }: Chunk): ReadonlyMap<string, Entry> =>
    new Map(entries.filter(({ role }) => role === 'member').map((entry) => [entry.section, entry])),
);

/** Behind all that belongs to an entry, also comments that stand deeper than its key. */
function behind(entry: Entry, newText: string): EntryEdit {
  const at = contentEnd(entry);
  return edit(entry, { span: { start: at, end: at }, newText });
}

function contentEnd({ text, root, indent }: Entry): number {
  const last = root.pairs.at(-1);
  let end = lineEndAfter(text, last?.span.end ?? text.trimEnd().length);
  for (;;) {
    const rest = /^(?:\r\n|\r|\n)([ \t]+)#[^\r\n]*/.exec(text.slice(end));
    if (rest === null || (rest[1]?.length ?? 0) <= indent) return end;
    end += rest[0].length;
  }
}

function inSection(file: FileSyntax, entry: Entry, { key, value }: Pair, member: NewMember): EntryEdit | undefined {
  if (value.kind === 'map') {
    return member.flow === undefined
      ? undefined
      : edit(entry, insertPair(entry.text, value, unquoted(member.key), member.flow));
  }
  if (value.kind !== 'empty') return undefined;
  const at = lineEndAfter(entry.text, key.span.end);
  return edit(entry, { span: { start: at, end: at }, newText: inLines(member, indentOf(file), lineEndOfFile(file)) });
}

function inNewSection(file: FileSyntax, section: EntrySection, member: NewMember): EntryEdit | undefined {
  const end = lineEndOfFile(file);
  const written = `${section}:${inLines(member, indentOf(file), end)}`;
  const whole = file.entries.find(({ entry }) => entry.role === 'whole')?.entry;
  if (whole !== undefined) {
    if (member.flow === undefined) return undefined;
    return edit(whole, insertPair(whole.text, whole.root, section, `{${member.key}: ${member.flow}}`));
  }
  const later = entrySections.slice(entrySections.indexOf(section) + 1) as readonly string[];
  const below = file.entries.findIndex(
    ({ entry }) => entry.role === 'head' && entry.indent === 0 && later.includes(entry.section),
  );
  const next = below > 0 ? file.entries[below]?.entry : undefined;
  if (next !== undefined) {
    const blank = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(next.text)?.[0] ?? '';
    return edit(next, { span: { start: 0, end: 0 }, newText: blank + written + end });
  }
  const last = file.entries.at(-1)?.entry;
  if (last === undefined) return undefined;
  const at = last.text.length;
  const isEnded = at === 0 || /[\r\n]$/.test(last.text);
  return edit(last, { span: { start: at, end: at }, newText: isEnded ? written + end : end + written });
}

/** A member as lines of its own, each with a line end before it. */
function inLines({ key, flow, lines }: NewMember, indent: number, end: string): string {
  const lead = ' '.repeat(indent);
  return (lines ?? [`${key}: ${flow ?? ''}`]).map((line) => end + (line === '' ? '' : lead + line)).join('');
}

/** Takes an entry out with the comments right above it; with the last of its section the section goes as well. */
export function removeMember(file: FileSyntax, { entry, span }: Place): readonly EntryEdit[] {
  if (entry.role !== 'member') return removeFromHead(entry, span.start);
  const start = leadOf(entry);
  const own = edit(entry, { span: { start, end: entry.text.length }, newText: '' });
  const position = file.entries.findIndex((placed) => placed.entry === entry);
  const previous = file.entries[position - 1]?.entry;
  const next = file.entries[position + 1]?.entry;
  const isOnly =
    previous?.role === 'head' && previous.indent === 0 && previous.section === entry.section && next?.role !== 'member';
  if (!isOnly || start > 0) return [own];
  const line = position > 1 ? leadOf(previous) : lineStartBefore(previous.text, headPairs(previous)[0]?.span.start ?? 0);
  return [edit(previous, { span: { start: line, end: previous.text.length }, newText: '' }), own];
}

/** A section in brackets, or a whole file. */
function removeFromHead(entry: Entry, keyStart: number): readonly EntryEdit[] {
  for (const { value: map } of entry.root.pairs) {
    const pair = map.kind === 'map' ? map.pairs.find(({ key }) => holds(key.span, keyStart)) : undefined;
    if (map.kind !== 'map' || pair === undefined) continue;
    const section = entry.root.pairs.find(({ value }) => value === map);
    const isLast = map.pairs.length === 1 && section !== undefined;
    return [edit(entry, isLast ? removePair(entry.text, entry.root, section) : removePair(entry.text, map, pair))];
  }
  return [];
}

/** Where an entry with the comments right above it starts: what a blank line sets apart stays, unless there is nothing else. */
function leadOf({ text, root }: Entry): number {
  let start = lineStartBefore(text, root.pairs[0]?.span.start ?? 0);
  for (;;) {
    const above = start === 0 ? undefined : lineStartBefore(text, start - lineBreakBefore(text, start));
    if (above === undefined || !/^[ \t\uFEFF]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return /^\s*$/.test(text.slice(0, start)) ? 0 : start;
}

function lineBreakBefore(text: string, start: number): number {
  return text.slice(start - 2, start) === '\r\n' ? 2 : 1;
}

/** The column in which the file's own entries stand. */
function indentOf({ entries }: FileSyntax): number {
  return entries.find(({ entry }) => entry.role === 'member')?.entry.indent ?? 2;
}

/** The line end a file uses first. */
export function lineEndOfFile({ chunks }: FileSyntax): string {
  for (const { entries } of chunks) {
    const ended = entries.find(({ lineEnds }) => lineEnds > 0);
    if (ended !== undefined) return lineEndOf(ended.text);
  }
  return lineEndOf('');
}

function holds({ start, end }: MapNode['span'], offset: number): boolean {
  return start <= offset && offset < end;
}

function unquoted(key: string): string {
  return key.replace(/^"(.*)"$/, '$1');
}

function edit(entry: Entry, { span, newText }: TextEdit): EntryEdit {
  return { place: { entry, span }, newText };
}

/**
 * Adds a key of the header behind the last of those that stand above it in the language. `undefined` where the file has none
 * of them.
 */
export function insertHeader(file: FileSyntax, key: string, source: string): EntryEdit | undefined {
  const above = headerKeys.slice(0, headerKeys.indexOf(key));
  for (const { entry } of [...file.entries].reverse()) {
    const pair = [...headPairs(entry)].reverse().find((one) => above.includes(one.key.text));
    if (pair === undefined) continue;
    if (entry.root.flow || entry.role === 'whole') return edit(entry, insertPair(entry.text, entry.root, key, source, pair));
    const at = lineEndAfter(entry.text, pair.span.end);
    return edit(entry, { span: { start: at, end: at }, newText: `${lineEndOfFile(file)}${key}: ${source}` });
  }
  return undefined;
}
