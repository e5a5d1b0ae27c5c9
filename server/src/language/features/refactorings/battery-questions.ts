import type { QuestionDeclaration } from '../../model/declarations';
import { variablesNamedBy } from '../../model/dependencies';
import { readDeclarations } from '../../model/read';
import { mapPair, memberPairs } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair } from '../../syntax/tree';
import type { Selected } from './types';

/** A question that can become an item. */
export interface FutureItem {
  readonly declaration: QuestionDeclaration;
  readonly entry: Entry;
  readonly pair: Pair;
  readonly body: MapNode;
}

/** What an item can carry, or a battery for all of them. */
const carried: readonly string[] = ['label', 'text', 'scale', 'stage', 'ask_if', 'column', 'type'];

/** The selected questions, all of them or none. */
export function batteryQuestions(selected: Selected): readonly FutureItem[] {
  const { syntax, start, span, codebook } = selected;
  if (span.end <= span.start || selected.entry.section !== 'questions') return [];
  const end = start + span.end;
  const first = syntax.entries.findIndex(({ entry }) => entry === selected.entry);
  const touched: Entry[] = [];
  for (let at = first; (syntax.entries[at]?.start ?? end) < end; at++) {
    const placed = syntax.entries[at];
    if (placed === undefined || placed.start + keyStart(placed.entry) >= end) break;
    if (placed.entry.role === 'member') touched.push(placed.entry);
  }
  const items = touched.flatMap((entry) => itemOf(selected, entry) ?? []);
  const ids = new Set(items.map(({ declaration }) => declaration.id.text));
  const isWhole = items.length === touched.length && ids.size === items.length;
  const alike = items.every((item) => isLike(item, items[0]));
  const isFree = items.every(
    ({ declaration }) => !variablesNamedBy(codebook, declaration.id.text).some((name) => ids.has(name)),
  );
  return isWhole && alike && isFree ? items : [];
}

function keyStart({ root }: Entry): number {
  return root.pairs[0]?.key.span.start ?? 0;
}

function itemOf({ codebook }: Selected, entry: Entry): FutureItem | undefined {
  const [member, ...others] = memberPairs(entry);
  const declaration = readDeclarations(entry).declarations.find((one) => one.kind === 'question');
  if (member === undefined || others.length > 0 || member.section !== 'questions' || entry.problems.length > 0)
    return undefined;
  const { pair } = member;
  if (declaration?.type !== 'single' || pair.value.kind !== 'map') return undefined;
  if (pair.value.pairs.some(({ key }) => !carried.includes(key.text))) return undefined;
  const hasBoth = mapPair(pair.value, 'label') !== undefined && mapPair(pair.value, 'text') !== undefined;
  return hasBoth || codebook.variables.get(declaration.id.text)?.declaration !== declaration
    ? undefined
    : { declaration, entry, pair, body: pair.value };
}

function isLike({ declaration }: FutureItem, first: FutureItem | undefined): boolean {
  const [own, other] = [declaration, first?.declaration];
  const [scale, others] = [own.scale, other?.scale];
  const isNamed = scale !== undefined && others !== undefined && !('kind' in scale) && !('kind' in others);
  return isNamed && scale.text === others.text && own.stage?.text === other?.stage?.text;
}
