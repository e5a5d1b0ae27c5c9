import type { ItemDeclaration, QuestionDeclaration } from '../../model/declarations';
import { readDeclarations } from '../../model/read';
import type { FileEdit } from '../../problem';
import { insertPair, lineEndOf, mapPair, memberPairs, quoteText } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, ScalarNode, SyntaxNode } from '../../syntax/tree';
import { columnAt, lineStartBefore } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import { locate, type Snapshot } from '../../workspace';
import type { RenameTarget } from './target';

/** What keeps the data where they are: the id was also the name of columns, and is no longer. */
export interface KeptColumn {
  /** The column, or what the columns of the items begin with. */
  readonly column: string;
  readonly isPrefix: boolean;
  /** What would be read without the edits. */
  readonly otherwise: string;
  readonly edit: FileEdit;
}

/**
 * A question reads the column that is called as it is, a battery those that begin so, an item the one that ends so, unless they
 * say otherwise. `undefined` where the name is no column's, or no codebook has data with such a column.
 */
export function keptColumn(snapshot: Snapshot, target: RenameTarget, newName: string): KeptColumn | undefined {
  const { use } = target.name;
  const { entry } = target.declaration;
  const question = questionIn(entry, use.kind === 'item' ? use.owner?.id : use.name);
  if (question === undefined) return undefined;
  const found = use.kind === 'item' ? itemColumn(target, question, newName) : questionColumn(target, question, newName);
  if (found === undefined || !isInData(snapshot, target, found.columns)) return undefined;
  const home = locate(snapshot, { entry, span: { start: 0, end: 0 } });
  if (home === undefined) return undefined;
  const by = home.span.start;
  const { start, end } = found.edit.span;
  const edit = { file: home.file, edits: [{ span: { start: start + by, end: end + by }, newText: found.edit.newText }] };
  return { column: found.column, isPrefix: found.isPrefix, otherwise: found.otherwise, edit };
}

interface Found extends Pick<KeptColumn, 'column' | 'isPrefix' | 'otherwise'> {
  readonly columns: readonly string[];
  /** In offsets of the entry. */
  readonly edit: TextEdit;
}

function questionIn(entry: Entry, id: string | undefined): QuestionDeclaration | undefined {
  return readDeclarations(entry).declarations.find(
    (one): one is QuestionDeclaration => one.kind === 'question' && one.id.text === id,
  );
}

function questionColumn(
  { name, declaration }: RenameTarget,
  question: QuestionDeclaration,
  newName: string,
): Found | undefined {
  const old = name.use.name;
  if (question.id.place !== declaration || question.type === undefined) return undefined;
  const body = bodyOf(question);
  if (body === undefined) return undefined;
  const add = (key: string, column: string) =>
    insertPair(question.entry.text, body, key, quoteText(column, { flow: body.flow }), anchorIn(body));
  if (question.type !== 'battery' && question.type !== 'multiple') {
    if (question.column !== undefined) return undefined;
    return { column: old, isPrefix: false, otherwise: newName, columns: [old], edit: add('column', old) };
  }
  const named = question.items.filter((item) => item.column === undefined);
  if (question.columnPrefix !== undefined || named.length === 0) return undefined;
  const [prefix, columns] = [`${old}_`, named.map(({ id }) => `${old}_${id.text}`)];
  return { column: prefix, isPrefix: true, otherwise: `${newName}_`, columns, edit: add('column_prefix', prefix) };
}

function itemColumn({ declaration }: RenameTarget, question: QuestionDeclaration, newName: string): Found | undefined {
  const item = question.items.find(({ id }) => id.place === declaration);
  if (item === undefined || item.column !== undefined) return undefined;
  const prefix = question.columnPrefix?.text ?? `${question.id.text}_`;
  const column = prefix + item.id.text;
  const edit = itemEdit(question, item, column);
  return edit && { column, isPrefix: false, otherwise: prefix + newName, columns: [column], edit };
}

/** A column that the data, where they are known, do not have need not be kept. */
function isInData(snapshot: Snapshot, { codebooks }: RenameTarget, columns: readonly string[]): boolean {
  return codebooks.some(({ file, own }) => {
    if (own.header.data === undefined) return false;
    const state = snapshot.data.get(file);
    return state?.kind !== 'ready' || columns.some((name) => state.table.columns.has(name));
  });
}

function bodyOf({ entry, id }: QuestionDeclaration): MapNode | undefined {
  const pair = memberPairs(entry).find(
    (one) => one.pair.key.span.start <= id.place.span.start && id.place.span.end <= one.pair.key.span.end,
  );
  return pair?.pair.value.kind === 'map' ? pair.pair.value : undefined;
}

/** Behind what says how it is answered, above its items. */
function anchorIn(body: MapNode): Pair | undefined {
  return mapPair(body, 'scale') ?? mapPair(body, 'type') ?? mapPair(body, 'label') ?? mapPair(body, 'text');
}

function itemEdit(question: QuestionDeclaration, item: ItemDeclaration, column: string): TextEdit | undefined {
  const body = bodyOf(question);
  const pairs = ['items', 'options'].flatMap((key) => {
    const list = mapPair(body, key)?.value;
    return list?.kind === 'map' ? list.pairs.map((pair) => ({ pair, flow: list.flow })) : [];
  });
  const found = pairs.find(({ pair }) => pair.span.start === item.place.span.start);
  return found && withColumn(question.entry.text, found.pair, column, found.flow);
}

/** An item that is nothing but its label gets the long form, in which the label has a key of its own. */
function withColumn(text: string, pair: Pair, column: string, flow: boolean): TextEdit | undefined {
  const { value } = pair;
  const written = quoteText(column, { flow: true });
  switch (value.kind) {
    case 'list':
      return undefined;
    case 'empty':
      return emptyItem(text, pair, written);
    case 'scalar':
      return { span: value.span, newText: `{label: ${inBrackets(text, value)}, column: ${written}}` };
    case 'map':
      if (isLong(value))
        return insertPair(text, value, 'column', quoteText(column, { flow: value.flow }), mapPair(value, 'label'));
      return value.flow || flow
        ? { span: value.span, newText: `{label: ${text.slice(value.span.start, value.span.end)}, column: ${written}}` }
        : deepened(text, value, written);
  }
}

/** `ideas:`, or in brackets `ideas` alone. */
function emptyItem(text: string, { key }: Pair, column: string): TextEdit {
  const colon = /^[ \t]*:/.exec(text.slice(key.span.end))?.[0].length ?? 0;
  const at = key.span.end + colon;
  return { span: { start: at, end: at }, newText: `${colon === 0 ? ':' : ''} {column: ${column}}` };
}

function isLong(item: SyntaxNode): boolean {
  return ['label', 'column', 'ask_if', 'reverse'].some((key) => mapPair(item, key) !== undefined);
}

/** As it is written where that also holds inside brackets. */
function inBrackets(text: string, scalar: ScalarNode): string {
  const isQuoted = scalar.style === 'single' || scalar.style === 'double';
  return isQuoted ? text.slice(scalar.span.start, scalar.span.end) : quoteText(scalar.text, { flow: true });
}

/** The languages of the label move one step to the right, under `label:`. */
function deepened(text: string, map: MapNode, column: string): TextEdit {
  const lineEnd = lineEndOf(text);
  const indent = ' '.repeat(columnAt(text, map.span.start));
  const start = lineStartBefore(text, map.span.start);
  const lines = text.slice(start, map.span.end).split(/\r\n|\r|\n/);
  const moved = lines.map((line) => (line.trim() === '' ? line : `  ${line}`));
  return {
    span: { start, end: map.span.end },
    newText: [`${indent}label:`, ...moved, `${indent}column: ${column}`].join(lineEnd),
  };
}
