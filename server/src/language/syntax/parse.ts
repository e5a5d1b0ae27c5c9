import { Composer, type CST, Parser } from 'yaml';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import { buildTree } from './build';
import type { EntryRole, SyntaxProblem } from './entry';
import { plainWords } from './errors';
import { readPlain } from './plain';
import { type Repair, repairs, sanitized } from './repair';
import { findTraps } from './traps';
import type { MapNode } from './tree';

export interface Parsed {
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
}

/**
 * Reads the text of one entry. This is the one place where a text becomes a tree: two readers stand here, a fast one for the
 * texts it understands and a tolerant one for all others, and what both can read they read alike.
 */
export function parseEntry(text: string, role: EntryRole, indent: number): Parsed {
  return readPlain(text, role, indent) ?? parseTolerantly(text, role, indent);
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
    const next = repairs(text, source, tokens, made, () => firstError(text, from, read).length > 0);
    if (next.length === 0) break;
    made = [...made, ...next];
    source = sanitized(text, made);
    tokens = tokensOf(source);
  }
  const built = buildTree(text, tokens, made, role);
  const traps = findTraps(text, built, role, indent);
  const own = [...built.problems, ...traps];
  // What the parser says of a text with damage we know is mostly an echo of that damage.
  const damaged =
    built.problems.length > 0 || traps.some((trap) => trap.code === 'yaml-syntax' || trap.code === 'comment-cuts-text');
  const problems = damaged ? own : [...own, ...firstError(text, source, tokens)];
  return { root: built.root, problems: inOrder(problems), comments: built.comments };
}

function tokensOf(source: string): readonly CST.Token[] {
  return [...new Parser().parse(source)];
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

function inOrder(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}
