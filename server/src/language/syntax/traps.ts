import { columnAt, lineStartBefore } from '../text/lines';
import type { Built } from './build';
import type { EntryRole, SyntaxProblem } from './entry';
import type { MapNode, ScalarNode, SyntaxNode } from './tree';

/** Texts that YAML reads without complaint and that hardly mean what YAML reads. */
export function findTraps(text: string, built: Built, role: EntryRole, indent: number): readonly SyntaxProblem[] {
  const values: ScalarNode[] = [];
  const maps: MapNode[] = [];
  collect(built.root, values, maps);
  const cut = cutByComments(text, built, values);
  return [
    ...openBrackets(text, built, cut),
    ...cut,
    ...values.flatMap(accidentalContinuation),
    ...maps.flatMap(duplicateKeys),
    ...(role === 'whole' ? [] : misplaced(text, built.root, indent)),
  ];
}

function collect(node: SyntaxNode, values: ScalarNode[], maps: MapNode[]): void {
  if (node.kind === 'scalar') values.push(node);
  else if (node.kind === 'list') for (const item of node.items) collect(item, values, maps);
  else if (node.kind === 'map') {
    maps.push(node);
    for (const pair of node.pairs) collect(pair.value, values, maps);
  }
}

/**
 * `Question #3 of 5` loses ` #3 of 5`. A comment is taken for a cut text where it follows a plain value on the same line and
 * nothing but the next word stands behind its `#`: a comment that is meant has a space there. Behind brackets that it leaves
 * open any comment cuts.
 */
function cutByComments(text: string, built: Built, values: readonly ScalarNode[]): readonly SyntaxProblem[] {
  const ends = new Set(values.filter((value) => value.style === 'plain').map((value) => value.span.end));
  return built.comments.flatMap((comment): readonly SyntaxProblem[] => {
    const said = text.slice(comment.start, comment.end);
    const before = blanksStart(text, comment.start);
    if (!ends.has(before) || before === comment.start || /^#\s*codebook-ignore/.test(said)) return [];
    const opensBracket = built.unclosed.some((bracket) => onOneLine(text, bracket.start, comment.start));
    if (/^#[ \t!#]/.test(said) && !opensBracket) return [];
    return [{ code: 'comment-cuts-text', span: comment, found: 'a space and `#` start a comment here' }];
  });
}

function blanksStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** A bracket that is never closed, unless a comment or an open quote on its line took the closing one. */
function openBrackets(text: string, built: Built, cut: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const causes = [...cut, ...built.problems.filter((problem) => problem.code === 'open-quote')];
  return built.unclosed.flatMap((span): readonly SyntaxProblem[] => {
    if (causes.some((cause) => onOneLine(text, span.start, cause.span.start))) return [];
    return [{ code: 'yaml-syntax', span, found: `\`${text.slice(span.start, span.end)}\` is never closed` }];
  });
}

function onOneLine(text: string, from: number, to: number): boolean {
  return from <= to && !/[\r\n]/.test(text.slice(from, to));
}

/**
 * A name continued by a single word on the next line, as when a key is being typed too deep: `stage: results⏎      ty`.
 * Texts of several words may well continue.
 */
function accidentalContinuation(value: ScalarNode): readonly SyntaxProblem[] {
  if (value.style !== 'plain' || value.offsets === undefined) return [];
  const words = /^[\w.-]+ ([a-z][a-z0-9_]*)$/.exec(value.text);
  const word = words?.[1];
  if (word === undefined) return [];
  const span = { start: value.span.end - word.length, end: value.span.end };
  return [{ code: 'accidental-continuation', span, found: `\`${word}\` continues the text of the line above` }];
}

function duplicateKeys(map: MapNode): readonly SyntaxProblem[] {
  const first = new Map<string, ScalarNode>();
  return map.pairs.flatMap(({ key }): readonly SyntaxProblem[] => {
    const earlier = first.get(key.text);
    if (earlier === undefined) first.set(key.text, key);
    if (earlier === undefined || key.text === '') return [];
    return [{ code: 'duplicate-key', span: key.span, found: `\`${key.text}\` stands here again`, first: earlier.span }];
  });
}

/** An entry whose key stands in another column than it should: the one thing that depends on more than the entry's text. */
export function misplaced(text: string, root: MapNode, indent: number): readonly SyntaxProblem[] {
  const key = root.pairs[0]?.key;
  if (key === undefined) return [];
  const explicit = /\?[ \t]+$/.exec(text.slice(lineStartBefore(text, key.span.start), key.span.start))?.[0] ?? '';
  const column = columnAt(text, key.span.start - explicit.length);
  if (column === indent) return [];
  return [{ code: 'yaml-syntax', span: key.span, found: `\`${key.text}\` stands in another column than the keys above it` }];
}
