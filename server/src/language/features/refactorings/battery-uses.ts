import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { AnyDeclaration, TestDeclaration } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { usesNamed } from '../../model/use-index';
import type { PlacedEdit } from '../../problem';
import { mapPair, memberPairs, removePair } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { codebookOf, importersOf } from '../../workspace';
import type { FutureItem } from './battery-questions';
import { comparesTwo } from './inline-scale';
import type { Selected } from './types';

/** Every use of the questions as a use of the items; `undefined` where one can't name an item. */
export function batteryUses(
  { snapshot, file, codebook }: Selected,
  items: readonly FutureItem[],
  battery: string,
): readonly PlacedEdit[] | undefined {
  const ids = items.map(({ declaration }) => declaration.id.text);
  const edits: PlacedEdit[] = [];
  for (const reader of [codebookOf(snapshot, file) ?? codebook, ...importersOf(snapshot, file)]) {
    const uses = ids.flatMap((name) => usesNamed(reader, { kind: 'variable', name })).filter((use) => !use.declares);
    for (const entry of new Set(uses.map(({ place }) => place.entry))) {
      const places = uses.map(({ place }) => place).filter((place) => place.entry === entry);
      const own = usesInEntry(reader, entry, places, ids, battery);
      if (own === undefined) return undefined;
      edits.push(...own);
    }
  }
  return edits;
}

function usesInEntry(
  codebook: Codebook,
  entry: Entry,
  places: readonly Place[],
  ids: readonly string[],
  battery: string,
): readonly PlacedEdit[] | undefined {
  const { declarations } = readDeclarations(entry);
  const inExpressions = declarations.flatMap((declaration) => expressionPlaces(codebook, declaration, ids));
  if (inExpressions.includes('compared')) return undefined;
  const named = inExpressions.filter((place) => place !== 'compared');
  const tests = declarations.filter((declaration) => declaration.kind === 'test');
  const others = places.filter((place) => !named.some((one) => one.span.start === place.span.start));
  const inTests = tests.flatMap((test) => testEdits(test, ids, battery));
  if (others.length > 0 && (tests.length === 0 || inTests.length === 0)) return undefined;
  return [
    ...named.map(({ span }) => ({ place: { entry, span: { start: span.start, end: span.start } }, newText: `${battery}.` })),
    ...inTests,
  ];
}

/** Where an expression names one of the questions; `compared` where it stands beside another variable. */
function expressionPlaces(
  codebook: Codebook,
  declaration: AnyDeclaration,
  ids: readonly string[],
): readonly (Place | 'compared')[] {
  return expressionsIn(declaration).flatMap(({ text, where, expected }): readonly (Place | 'compared')[] => {
    const { typed, uses } = checkedExpression(codebook, text, where, expected).checked;
    const named = uses.filter(({ name, meaning }) => meaning.kind === 'variable' && ids.includes(name));
    if (named.some(({ name }) => comparesTwo(typed, name))) return ['compared'];
    return named.map(({ span }) => text.toPlace(span));
  });
}

/** `{q1: yes, q2: no}` becomes `{battery: {q1: yes, q2: no}}`, where the first of them stood. */
function testEdits({ entry, id }: TestDeclaration, ids: readonly string[], battery: string): readonly PlacedEdit[] {
  const test = memberPairs(entry).find(({ pair }) => pair.key.text === id.text)?.pair.value;
  return ['given', 'expect'].flatMap((key) => {
    const map = mapPair(test, key)?.value;
    return map?.kind === 'map' ? answerEdits(entry, map, ids, battery) : [];
  });
}

function answerEdits(entry: Entry, map: MapNode, ids: readonly string[], battery: string): readonly PlacedEdit[] {
  const answers = map.pairs.filter(({ key }) => ids.includes(key.text));
  const [first, ...others] = answers;
  if (first === undefined) return [];
  const source = answers.map(({ span }) => entry.text.slice(span.start, span.end)).join(', ');
  const removals = others.map((pair) => removePair(entry.text, map, pair));
  return [
    { place: { entry, span: first.span }, newText: `${battery}: {${source}}` },
    ...removals.map(({ span, newText }) => ({ place: { entry, span }, newText })),
  ];
}
