import type { Codebook } from '../../model/codebook';
import type { Cell } from '../types';
import { type Facet, facetKey, isSaidByBoth } from './facet';
import { facetsOfIndicator } from './facets-of-indicator';
import { facetsOfVariable } from './facets-of-variable';
import { periodLength } from './period';
import type { Disparity, DisparityAspect, DisparityDetail } from './types';
import { type ItemsRead, type TableOf, variablesBehind } from './variables-behind';

/** What differs between two rounds as wholes: how long a time the answers are about, and who answers. */
export function roundDisparities(earlier: Codebook, now: Codebook): readonly Disparity[] {
  return disparitiesOf(undefined, facetsOfRound(earlier), facetsOfRound(now));
}

function facetsOfRound(codebook: Codebook): readonly Facet[] {
  const { unit } = codebook.header;
  const length = periodLength(codebook.header.wave);
  return [
    ...(length === undefined ? [] : [{ aspect: 'reference_period', said: length } as const]),
    ...(unit?.type === undefined ? [] : [{ aspect: 'unit', said: unit.type.text } as const]),
  ];
}

/**
 * What differs in what a table rests on: its own definition, and that of every question and derived variable behind it and behind
 * its groups. Mechanical: what is written is compared, not what is meant.
 */
export function tableDisparities(earlier: TableOf, now: TableOf): readonly Disparity[] {
  const subject = now.table.subject.id;
  const own = disparitiesOf(subject, facetsOfTable(earlier), facetsOfTable(now));
  const [before, after] = [variablesBehind(earlier), variablesBehind(now)];
  const ofVariables = Array.from(after).flatMap(([name, items]) => {
    const itemsBefore = before.get(name);
    if (itemsBefore === undefined) return [];
    const facets = (codebook: Codebook, read: ItemsRead) => facetsOfVariable(codebook, name).filter((one) => isOf(one, read));
    return disparitiesOf(name, facets(earlier.codebook, itemsBefore), facets(now.codebook, items));
  });
  return [...own, ...ofVariables];
}

/** Whether a number is concerned: what differs of single items concerns the numbers of those. */
export function concerns({ aspect, changes }: Disparity, { item }: Pick<Cell, 'item'>): boolean {
  const isOfItems = aspect === 'item_text' || (aspect === 'routing' && changes.every(({ part }) => part !== undefined));
  return !isOfItems || item === undefined || changes.some(({ part }) => part === item);
}

/** Whether a facet matters where these items are read: what is said of another item does not. */
function isOf({ aspect, part }: Facet, items: ItemsRead): boolean {
  if (items === 'all') return true;
  if (aspect === 'items') return false;
  const isOfItem = aspect === 'item_text' || (aspect === 'routing' && part !== undefined);
  return !isOfItem || (part !== undefined && items.has(part));
}

function facetsOfTable({ codebook, table }: TableOf): readonly Facet[] {
  const { subject, base, weighted } = table;
  return [
    { aspect: 'measure', said: subject.measure },
    { aspect: 'base', said: base },
    { aspect: 'weight', said: weighted ? 'weighted' : 'unweighted' },
    ...(subject.kind === 'indicator' ? facetsOfIndicator(codebook, subject.id) : []),
  ];
}

/** What two rounds say of one thing, told apart by aspect. */
function disparitiesOf(of: string | undefined, earlier: readonly Facet[], now: readonly Facet[]): readonly Disparity[] {
  const before = new Map(earlier.map((facet) => [facetKey(facet), facet]));
  const after = new Map(now.map((facet) => [facetKey(facet), facet]));
  const changes = new Map<DisparityAspect, DisparityDetail[]>();
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [one, other] = [before.get(key), after.get(key)];
    const facet = other ?? one;
    if (facet === undefined || one?.said === other?.said) continue;
    if (isSaidByBoth(facet.aspect) && (one === undefined || other === undefined)) continue;
    const { aspect, said: _, ...place } = facet;
    const found = changes.get(aspect) ?? [];
    found.push({ ...place, earlier: one?.said ?? '', now: other?.said ?? '' });
    changes.set(aspect, found);
  }
  return Array.from(changes, ([aspect, found]) => ({ aspect, ...(of === undefined ? {} : { of }), changes: found }));
}
