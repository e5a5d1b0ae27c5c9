import { Composer, type CST, Parser } from 'yaml';
import { code } from '../text/code';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import { buildTree } from './build';
import { joinBelow } from './build-stray';
import type { Entry, EntryRole, Parsed, SyntaxProblem } from './entry';
import { plainWords } from './errors';
import { readPlain } from './plain';
import { type Repair, repairs, sanitized } from './repair';
import { isTopKey } from './sections';
import { behindDocument } from './split';
import { findTraps } from './traps';
import type { MapNode } from './tree';
import { inOrder, type Tokens } from './walk-tokens';

/**
 * Reads the text of one entry. This is the one place where a text becomes a tree: two readers stand here, a fast one for the
 * texts it understands and a tolerant one for all others, and what both can read they read alike.
 */
export function parseEntry(text: string, role: EntryRole, indent: number, section = ''): Parsed {
  const place = { role, indent, section };
  const mark = mayStray(place) ? markIn(text) : undefined;
  if (mark !== undefined) return unread(text, mark);
  const column = keyColumn(place);
  const parsed = readPlain(text, role, column) ?? parseTolerantly(text, role, column);
  return role === 'head' && indent > 0 ? strayed(text, parsed) : parsed;
}

/** A line that strayed into a section is a problem. Where the language has no such key, that is told of it. */
function strayed(text: string, parsed: Parsed): Parsed {
  const key = parsed.root.pairs[0]?.key;
  if (parsed.problems.length > 0 || (key !== undefined && !isTopKey(key.text))) return parsed;
  const start = key?.span.start ?? Math.max(0, text.search(/^[^\s#]/m));
  const span = key?.span ?? { start, end: lineEndAfter(text, start) };
  const found = `${code(text.slice(span.start, span.end))} stands in another column than the keys above it`;
  return { ...parsed, problems: [{ code: 'yaml-syntax', span, found }] };
}

type EntryPlace = Pick<Entry, 'role' | 'indent' | 'section'>;

/** The column in which an entry's key should stand: that of a line that strayed into a section is the first one. */
export function keyColumn({ role, indent }: EntryPlace): number {
  return role === 'head' ? 0 : indent;
}

/** A line that strayed into a section, or the end of the document with what follows. */
export function mayStray({ role, indent, section }: EntryPlace): boolean {
  return role === 'head' && (indent > 0 || section === behindDocument);
}

function markIn(text: string): RegExpExecArray | undefined {
  return /^(?:---|\.\.\.)(?=\s|$)/m.exec(text) ?? undefined;
}

/** What follows the end of the document is not read. That nothing but blanks and comments follows is no problem. */
function unread(text: string, mark: RegExpExecArray): Parsed {
  const [start, end] = [mark.index, mark.index + mark[0].length];
  const root: MapNode = { kind: 'map', span: { start, end: start }, flow: false, pairs: [] };
  const isEnd = mark[0] === '...' && !/^[ \t]*[^\s#]/m.test(text.slice(end));
  const found = 'a second document starts here';
  return { root, problems: isEnd ? [] : [{ code: 'several-documents', span: { start, end }, found }], comments: [] };
}

/** Reads any text: all of YAML and whatever is damaged. */
export function parseTolerantly(text: string, role: EntryRole, indent: number): Parsed {
  try {
    return read(text, role, indent);
  } catch {
    // The parser runs out of stack on thousands of nested brackets. The core never throws, so the entry is empty instead.
    const everything = { start: 0, end: text.length };
    const problem: SyntaxProblem = {
      code: 'yaml-syntax',
      span: firstLine(text, everything),
      found: 'this is nested too deeply to be read',
    };
    return { root: { kind: 'map', span: everything, flow: false, pairs: [] }, problems: [problem], comments: [] };
  }
}

function read(text: string, role: EntryRole, indent: number): Parsed {
  let made: readonly Repair[] = [];
  let source = sanitized(text, made);
  let tokens = tokensOf(source);
  // Each repair contains one damage; an entry with more of them than this is read as it stands.
  for (let round = 0; round < 20; round++) {
    const [read, from] = [tokens, source];
    const next = repairs(text, source, tokens.inOrder, made, () => firstError(text, from, read.top).length > 0);
    if (next.length === 0) break;
    made = [...made, ...next];
    source = sanitized(text, made);
    tokens = tokensOf(source);
  }
  const found = buildTree(text, tokens, made, role);
  const built = role === 'member' ? { ...found, root: joinBelow(text, found.root, indent) } : found;
  const traps = findTraps(text, built, role, indent);
  const own = [...built.problems, ...traps];
  // What the parser says of a text with damage we know is mostly an echo of that damage.
  const damaged =
    built.problems.length > 0 || traps.some((trap) => trap.code === 'yaml-syntax' || trap.code === 'comment-cuts-text');
  const problems = damaged ? own : [...own, ...firstError(text, source, tokens.top)];
  return { root: built.root, problems: byPlace(problems), comments: built.comments };
}

function tokensOf(source: string): Tokens {
  const top = [...new Parser().parse(source)];
  return { top, inOrder: inOrder(top) };
}

function firstError(text: string, source: string, tokens: readonly CST.Token[]): readonly SyntaxProblem[] {
  const composer = new Composer({ uniqueKeys: false, strict: true, stringKeys: false, logLevel: 'silent' });
  for (const document of composer.compose(tokens, true, source.length)) {
    const [error] = document.errors;
    if (error === undefined) continue;
    const start = Math.min(error.pos[0], Math.max(0, text.length - 1));
    const at = firstLine(text, { start, end: Math.max(start, error.pos[1]) });
    return [{ code: 'yaml-syntax', span: at, found: plainWords(error, text.slice(at.start, at.end)) }];
  }
  return [];
}

/** A span cut at the end of its first line, so that a problem never underlines a whole file. */
function firstLine(text: string, of: Span): Span {
  return { start: of.start, end: Math.min(of.end, lineEndAfter(text, of.start)) };
}

function byPlace(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}
