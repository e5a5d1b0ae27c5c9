import type { System } from './system';

/**
 * Whether a reader who knows all that is shown can't tell a quantity: there are other numbers, whole and not negative, that give
 * the same shown ones and differ in it. They are looked for by changing the quantity by one and mending every sum it is in, so
 * what is found is proof. Where none is found within the budget, the quantity counts as told: the error is on the safe side.
 */
export interface Witness {
  /** The quantities it changes, with how much: all of them are protected by it. */
  readonly changes: ReadonlyMap<number, number>;
}

export function witnessFor(system: System, isKnown: (index: number) => boolean, index: number): Witness | undefined {
  for (const change of [1, -1]) {
    const search: Search = { system, isKnown, changes: new Map(), excess: new Map(), budget: { steps: 3000 } };
    if (!canChange(search, index, change)) continue;
    apply(search, index, change);
    if (mend(search)) return { changes: search.changes };
  }
  return undefined;
}

interface Search {
  readonly system: System;
  readonly isKnown: (index: number) => boolean;
  readonly changes: Map<number, number>;
  /** Sums that don't add up, with how much their parts are too many. */
  readonly excess: Map<number, number>;
  readonly budget: { steps: number };
}

/** Mends the sum that leaves least choice first, by each of its members in turn, until all add up. */
function mend(search: Search): boolean {
  const hardest = hardestOf(search);
  if (hardest === undefined) return true;
  for (const { member, change } of hardest) {
    if (search.budget.steps-- <= 0) return false;
    apply(search, member, change);
    if (mend(search)) return true;
    undo(search, member, change);
  }
  return false;
}

interface Choice {
  readonly member: number;
  readonly change: number;
}

function hardestOf(search: Search): readonly Choice[] | undefined {
  let hardest: readonly Choice[] | undefined;
  for (const [at, excess] of search.excess) {
    const choices = choicesFor(search, at, excess);
    if (hardest === undefined || choices.length < hardest.length) hardest = choices;
    if (hardest.length === 0) return hardest;
  }
  return hardest;
}

/** Those in fewer sums first: a quantity that no table shows often stands in one alone. */
function choicesFor(search: Search, at: number, excess: number): readonly Choice[] {
  const equation = search.system.equations[at];
  if (equation === undefined) return [];
  const freedom = ({ member }: Choice): number => search.system.equationsOf[member]?.length ?? 0;
  return [equation.whole, ...equation.parts]
    .map((member): Choice => ({ member, change: member === equation.whole ? excess : -excess }))
    .filter(({ member, change }) => canChange(search, member, change))
    .sort((a, b) => freedom(a) - freedom(b));
}

/** Each quantity changes once, and no count falls below none. */
function canChange({ system, isKnown, changes }: Search, index: number, change: number): boolean {
  const quantity = system.quantities[index];
  if (quantity === undefined || isKnown(index) || changes.has(index)) return false;
  return quantity.isAmount || quantity.value + change >= 0;
}

function apply(search: Search, index: number, change: number): void {
  search.changes.set(index, change);
  shift(search, index, change);
}

function undo(search: Search, index: number, change: number): void {
  search.changes.delete(index);
  shift(search, index, -change);
}

function shift({ system, excess }: Search, index: number, change: number): void {
  for (const at of system.equationsOf[index] ?? []) {
    const now = (excess.get(at) ?? 0) + (system.equations[at]?.whole === index ? -change : change);
    if (now === 0) excess.delete(at);
    else excess.set(at, now);
  }
}
