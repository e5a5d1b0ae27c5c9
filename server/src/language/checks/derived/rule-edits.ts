import type { UnknownRule } from '../../expression/value';
import type { DerivedDeclaration } from '../../model/declarations';
import type { Fix, PlacedEdit } from '../../problem';
import { mapPair, removePair } from '../../syntax';
import type { SyntaxNode } from '../../syntax/tree';
import { changeTo, inEntry, pairAt } from '../fixes/edits';

/** Each rule that fits in the place of the one that does not; `min_valid` needs a number that only a person knows. */
export function otherRules(derived: DerivedDeclaration, rules: readonly UnknownRule['rule'][]): readonly Fix[] {
  const written = ruleOf(derived);
  const rule = written?.kind === 'map' ? mapPair(written, 'rule')?.value : written;
  if (rule?.kind !== 'scalar') return [];
  const place = { entry: derived.entry, span: rule.span };
  return rules.filter((one) => one !== 'min_valid').map((one) => changeTo(one, place));
}

/** As many as there are. */
export function otherMinimum(derived: DerivedDeclaration, items: number): readonly Fix[] {
  const value = mapPair(ruleOf(derived), 'min_valid')?.value;
  return value === undefined ? [] : [changeTo(`${items}`, { entry: derived.entry, span: value.span })];
}

export function withoutDontKnow(derived: DerivedDeclaration): readonly PlacedEdit[] {
  const map = ruleOf(derived);
  const pair = mapPair(map, 'dont_know');
  if (map?.kind !== 'map' || pair === undefined) return [];
  return [inEntry(derived.entry, removePair(derived.entry.text, map, pair))];
}

function ruleOf({ id }: DerivedDeclaration): SyntaxNode | undefined {
  return mapPair(pairAt(id.place)?.pair.value, 'unknown')?.value;
}
