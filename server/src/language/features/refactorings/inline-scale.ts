import { partsOf } from '../../expression';
import type { TypedExpression } from '../../expression/typed';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ScaleDeclaration } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { usesNamed } from '../../model/use-index';
import type { PlacedEdit } from '../../problem';
import { lineEndOfFile, mapPair, memberPairs, removeMember } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, ScalarNode } from '../../syntax/tree';
import { columnAt, lineEndAfter } from '../../text/lines';
import { codebookOf, importersOf, locate } from '../../workspace';
import { blockBelow, holdsComment, inBrackets, inFiles, touches } from './sources';
import type { Refactoring, Selected } from './types';

/**
 * The scale that a question names, written in the question; with its last use the scale goes. Not where the question is compared
 * with another on the same scale, as the two would then stand on scales of their own.
 */
export function inlineScale(selected: Selected): readonly Refactoring[] {
  const { snapshot, entry, language } = selected;
  const use = scaleNamedAt(selected);
  const found = use === undefined ? undefined : declaredScale(selected, use.name.text);
  if (use === undefined || found === undefined || isComparedWithAnother(selected, use.question)) return [];
  const isLast = isLastUse(selected, found.scale);
  const carried = isLast ? commentsOutside(found) : [];
  const written = inQuestion(selected, use, found, carried);
  if (written === undefined) return [];
  const goes = isLast && (carried.length === 0 || written.length > 1);
  const removal = goes ? removalOf(selected, found) : [];
  const edits = inFiles(snapshot, [
    ...written.map((edit) => ({ place: { entry, span: edit.span }, newText: edit.newText })),
    ...removal,
  ]);
  const id = use.name.text;
  const title = language === 'sv' ? `Skriv in skalan \`${id}\` i frågan` : `Write the scale \`${id}\` in the question`;
  return edits === undefined ? [] : [{ kind: 'inline', title, edits }];
}

interface ScaleUse {
  readonly question: string;
  readonly body: MapNode;
  readonly pair: Pair;
  readonly name: ScalarNode;
}

function scaleNamedAt({ entry, span }: Selected): ScaleUse | undefined {
  if (entry.problems.length > 0 || span.end > entry.text.length) return undefined;
  for (const { section, pair: question } of memberPairs(entry)) {
    const pair = section === 'questions' ? mapPair(question.value, 'scale') : undefined;
    if (question.value.kind !== 'map' || pair?.value.kind !== 'scalar' || !touches(pair.span, span)) continue;
    return { question: question.key.text, body: question.value, pair, name: pair.value };
  }
  return undefined;
}

interface DeclaredScale {
  readonly scale: ScaleDeclaration;
  readonly entry: Entry;
  readonly pair: Pair;
  readonly body: MapNode;
}

function declaredScale({ codebook }: Selected, id: string): DeclaredScale | undefined {
  const scale = codebook.scales.get(id);
  if (scale === undefined || scale.entry.problems.length > 0) return undefined;
  const pair = memberPairs(scale.entry).find((one) => one.section === 'scales' && one.pair.key.text === id)?.pair;
  return pair?.value.kind === 'map' ? { scale, entry: scale.entry, pair, body: pair.value } : undefined;
}

/** In brackets, or in lines with the comments that come along; `undefined` where a comment would be lost. */
function inQuestion(
  { syntax, entry }: Selected,
  { body, pair, name }: ScaleUse,
  found: DeclaredScale,
  carried: readonly string[],
): readonly { readonly span: ScalarNode['span']; readonly newText: string }[] | undefined {
  const block = body.flow ? undefined : blockBelow(found.entry, found.pair);
  if (block === undefined) {
    if (holdsComment(found.entry, found.body.span)) return undefined;
    return [{ span: name.span, newText: inBrackets(found.entry.text, found.body) }];
  }
  const colon = entry.text.indexOf(':', pair.key.span.end) + 1;
  const lead = lineEndOfFile(syntax) + ' '.repeat(columnAt(entry.text, pair.key.span.start) + 2);
  const at = lineEndAfter(entry.text, name.span.end);
  const lines = [...carried, ...block.lines];
  return [
    { span: { start: colon, end: name.span.end }, newText: '' },
    { span: { start: at, end: at }, newText: lines.map((line) => (line === '' ? lead.trimEnd() : lead + line)).join('') },
  ];
}

/** Comments of an entry that stand outside its map: above its key, at its key and below. */
function commentsOutside({ entry, pair }: DeclaredScale): readonly string[] {
  const block = blockBelow(entry, pair)?.span ?? pair.value.span;
  if (entry.role !== 'member') return [];
  return entry.comments
    .filter(({ start }) => start < block.start || block.end <= start)
    .map(({ start, end }) => entry.text.slice(start, end));
}

function removalOf({ syntax }: Selected, { entry, pair }: DeclaredScale): readonly PlacedEdit[] {
  return removeMember(syntax, { entry, span: pair.key.span });
}

/** Whether nothing else in any file that can see the scale names it, and it stands in this file. */
function isLastUse({ snapshot, file }: Selected, { id, place }: ScaleDeclaration): boolean {
  const home = locate(snapshot, place)?.file;
  const own = home === undefined ? undefined : codebookOf(snapshot, home);
  if (id === undefined || home !== file || own === undefined) return false;
  let uses = 0;
  for (const reader of [own, ...importersOf(snapshot, home)]) {
    for (const use of usesNamed(reader, { kind: 'scale', name: id.text })) {
      if (!use.declares && ++uses > 1) return false;
    }
  }
  return uses === 1;
}

function isComparedWithAnother({ snapshot, file, codebook }: Selected, question: string): boolean {
  return [codebook, ...importersOf(snapshot, file)].some((one) => {
    const uses = usesNamed(one, { kind: 'variable', name: question }).filter((use) => !use.declares);
    const entries = new Set(uses.map(({ place }) => place.entry));
    return [...entries].some((entry) => typedIn(one, entry).some((typed) => comparesTwo(typed, question)));
  });
}

function typedIn(codebook: Codebook, entry: Entry): readonly TypedExpression[] {
  return readDeclarations(entry)
    .declarations.flatMap(expressionsIn)
    .map(({ text, where, expected }) => checkedExpression(codebook, text, where, expected).checked.typed);
}

/** Whether a variable stands beside another one in a comparison. */
export function comparesTwo(typed: TypedExpression, variable: string): boolean {
  if (typed.kind === 'comparison' && typed.left.kind === 'reading' && typed.right.kind === 'reading') {
    if (typed.left.variable === variable || typed.right.variable === variable) return true;
  }
  return partsOf(typed).some((part) => comparesTwo(part, variable));
}
