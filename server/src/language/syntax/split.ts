import { lineStarts } from '../text/lines';
import type { EntryRole } from './entry';

/** Top-level keys that hold entries, each parsed by itself. */
export const entrySections = ['frames', 'stages', 'scales', 'questions', 'derived', 'indicators', 'figures', 'tests'] as const;

export type EntrySection = (typeof entrySections)[number];

export function holdsEntries(section: string): section is EntrySection {
  return (entrySections as readonly string[]).includes(section);
}

/** Where an entry starts; it ends where the next one starts. */
export interface Piece {
  readonly start: number;
  readonly section: string;
  readonly role: EntryRole;
  /** The column its key should stand in. */
  readonly indent: number;
}

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'content';
  /** The line without its indentation and line end; only for content. */
  readonly content: string;
}

/**
 * Cuts a text into entries by indentation, without parsing. There is always at least one piece and the first starts at 0.
 * Whatever stands deeper than an entry's key belongs to the entry, so an open quote cannot reach the next one.
 */
export function split(text: string): readonly Piece[] {
  const lines = readLines(text);
  return cannotBeSplit(lines) ? [whole] : cut(text, lines);
}

export const whole: Piece = { start: 0, section: '', role: 'whole', indent: 0 };

function cut(text: string, lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let section: string | undefined;
  let memberIndent: number | undefined;
  const add = (at: number, piece: Omit<Piece, 'start'>) =>
    pieces.push({ ...piece, start: pieces.length === 0 ? 0 : leadStart(text, lines, at, pieces.at(-1)?.start ?? 0) });
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'content') continue;
    if (line.indent === 0) {
      if (pieces.length > 0 && continues(line)) continue;
      add(at, { section: keyOf(line.content), role: 'head', indent: 0 });
      section = bareSection(line.content);
      memberIndent = undefined;
    } else if (section !== undefined) {
      if (memberIndent === undefined && !startsKey(line.content)) section = undefined;
      else if (line.indent <= (memberIndent ?? line.indent) && !continues(line)) {
        memberIndent ??= line.indent;
        add(at, { section, role: 'member', indent: memberIndent });
      }
    } else if (pieces.length === 0) add(at, { section: '', role: 'head', indent: 0 });
  }
  return pieces.length > 0 ? pieces : [{ start: 0, section: '', role: 'head', indent: 0 }];
}

/** Flow style at the top, several documents and directives, a list, explicit keys, everything indented. */
function cannotBeSplit(lines: readonly Line[]): boolean {
  const content = lines.filter((line) => line.kind === 'content');
  const first = content[0]?.content ?? 'key';
  if (/^(?:[[{%|>]|-(?:\s|$))/.test(first)) return true;
  if (content.length > 0 && !content.some((line) => line.indent === 0)) return true;
  return content.some(
    (line) => (line.indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line.content)) || /^\?(?:\s|$)/.test(line.content),
  );
}

/** Comments and blank lines directly above an entry belong to it, where the comments stand in its column. */
function leadStart(text: string, lines: readonly Line[], at: number, previousStart: number): number {
  const indent = lines[at]?.indent ?? 0;
  let first = at;
  while (first > 0 && leads(lines[first - 1], indent)) first--;
  // A block text that keeps its trailing line ends (`|+`) keeps the blank lines below it.
  if (first < at && lines[first]?.kind === 'blank') {
    const above = text.slice(previousStart, lines[first]?.start);
    if (/[|>]\d?\+\d?[ \t]*(?:#.*)?$/m.test(above)) while (first < at && lines[first]?.kind === 'blank') first++;
  }
  return lines[first]?.start ?? 0;
}

function leads(line: Line | undefined, indent: number): boolean {
  return line !== undefined && (line.kind === 'blank' || (line.kind === 'comment' && line.indent === indent));
}

/** A list at its key's own column and a closing bracket belong to the entry above. */
function continues(line: Line): boolean {
  return /^(?:-(?:\s|$)|[}\]])/.test(line.content);
}

function startsKey(content: string): boolean {
  return !/^(?:-(?:\s|$)|[[{|>])/.test(content);
}

/** `questions:` alone on its line, also quoted or with a comment. */
function bareSection(content: string): EntrySection | undefined {
  const bare = /^(?:"(\w+)"|'(\w+)'|(\w+))[ \t]*:(?:[ \t]+(?:#.*)?)?$/.exec(content);
  const name = bare?.[1] ?? bare?.[2] ?? bare?.[3] ?? '';
  return holdsEntries(name) ? name : undefined;
}

function keyOf(content: string): string {
  const key = /^(?:"([^"]*)"|'([^']*)'|([^:#]*?))[ \t]*(?::(?:\s|$)|$)/.exec(content);
  return key?.[1] ?? key?.[2] ?? key?.[3] ?? '';
}

function readLines(text: string): readonly Line[] {
  const starts = lineStarts(text);
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? text.length;
    const from = at === 0 && text.startsWith('\uFEFF') ? 1 : start;
    let first = from;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    const code = first < end ? text.charCodeAt(first) : 10;
    const kind = code === 10 || code === 13 ? 'blank' : code === 35 ? 'comment' : 'content';
    const content = kind === 'content' ? text.slice(first, end).trimEnd() : '';
    return { start, indent: first - from, kind, content };
  });
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
