import { type Hiding, hide } from './hiding';
import type { Sensitive } from './primary';
import type { Equation, Quantity, System } from './system';
import { witnessFor } from './witness';

/** What is shown, hidden, and known to be safe, while further quantities are hidden. */
export interface Protecting {
  readonly system: System;
  readonly sensitive: Sensitive;
  readonly hidden: Hiding;
  /** Quantities of which a witness was found: it stays one when more is hidden. */
  readonly proven: Set<number>;
  readonly minCountOf: (groups: Quantity['groups']) => number;
}

/**
 * Hides further quantities until none that is hidden or sensitive follows from what is shown: first so that no sum has one
 * unknown member alone, or several that together are few; then, for each, until other numbers are found that would look the
 * same (`witnessFor`).
 */
export function hideFurther(state: Protecting): void {
  closeSums(
    state,
    concerned(state).flatMap((index) => state.system.equationsOf[index] ?? []),
  );
  for (const index of state.sensitive.keys()) protectOne(state, index);
  // What is hidden on the way must not be told either: it is met at the end of the map.
  for (const index of state.hidden.keys()) protectOne(state, index);
}

function protectOne(state: Protecting, index: number): void {
  while (!state.proven.has(index) && !isProven(state, index)) {
    const candidates = nearby(state, index);
    if (candidates.length === 0) return;
    closeSums(state, hideOne(state, coverFor(state, index, candidates), ruleFor(state, [index])));
  }
}

/** So many candidates are tried, the cheapest first, whether hiding one alone is enough. */
const mostTried = 24;

function coverFor(state: Protecting, index: number, candidates: readonly number[]): number {
  const cheapestFirst = byPrice(state, candidates, 0);
  const isEnough = (cover: number): boolean =>
    witnessFor(state.system, (one) => one !== cover && !isUnknown(state, one), index) !== undefined;
  return cheapestFirst.slice(0, mostTried).find(isEnough) ?? cheapestFirst[0] ?? -1;
}

function concerned({ hidden, sensitive }: Protecting): readonly number[] {
  return [...new Set([...sensitive.keys(), ...hidden.keys()])];
}

/** Hides one quantity; the sums that it and what goes with it are in may have opened. */
function hideOne({ system, hidden }: Protecting, index: number, rule: string): readonly number[] {
  const before = new Set(hidden.keys());
  hide(system, hidden, index, rule);
  return [...hidden.keys()].filter((one) => !before.has(one)).flatMap((one) => system.equationsOf[one] ?? []);
}

function isUnknown({ system, hidden }: Protecting, index: number): boolean {
  return hidden.has(index) || system.quantities[index]?.isShown !== true;
}

function isProven(state: Protecting, index: number): boolean {
  const witness = witnessFor(state.system, (one) => !isUnknown(state, one), index);
  for (const changed of witness?.changes.keys() ?? []) state.proven.add(changed);
  return witness !== undefined;
}

function closeSums(state: Protecting, opened: readonly number[]): void {
  const queue = new Set(opened);
  for (const at of queue) {
    queue.delete(at);
    const equation = state.system.equations[at];
    const gap = equation === undefined ? undefined : gapIn(state, equation);
    if (gap === undefined) continue;
    queue.add(at);
    for (const one of hideOne(state, cheapest(state, gap.candidates, gap.lacking), gap.rule)) queue.add(one);
  }
}

interface Gap {
  readonly candidates: readonly number[];
  /** How many respondents short of the limit those hidden in the sum are. */
  readonly lacking: number;
  readonly rule: string;
}

/** What a sum tells that it must not: one unknown member, or several that are few together. */
function gapIn(state: Protecting, { whole, parts }: Equation): Gap | undefined {
  const members = [whole, ...parts];
  const unknown = members.filter((member) => isUnknown(state, member));
  const lacking = lackingIn(state, whole, parts);
  const isTold = unknown.length === 1 && unknown.some((one) => state.hidden.has(one) || state.sensitive.has(one));
  if (!isTold && lacking <= 0) return undefined;
  const candidates = members.filter((member) => !isUnknown(state, member));
  return candidates.length === 0 ? undefined : { candidates, lacking, rule: ruleFor(state, unknown) };
}

/** Of a sum whose whole is told, how many respondents those hidden in it lack. Amounts, and what no table shows, are not counted. */
function lackingIn({ system, hidden, minCountOf }: Protecting, whole: number, parts: readonly number[]): number {
  const { quantities } = system;
  const gone = parts.filter((part) => hidden.has(part));
  const isOfShown = parts.every((part) => quantities[part]?.isShown === true && quantities[part]?.isAmount !== true);
  if (hidden.has(whole) || gone.length === 0 || !isOfShown) return 0;
  const limit = Math.max(...gone.map((part) => minCountOf(quantities[part]?.groups ?? new Map())));
  return limit - gone.reduce((sum, part) => sum + (quantities[part]?.value ?? 0), 0);
}

/** What no table shows and yet follows is a difference. */
function ruleFor({ system }: Protecting, protectedOnes: readonly number[]): string {
  return protectedOnes.some((index) => system.quantities[index]?.isShown !== true) ? 'differencing' : 'secondary';
}

/** So many steps away a cover is looked for: a level of another group may do where the nearest is the base itself. */
const farthest = 4;

/** Shown quantities in the sums around one, further out where those nearer are all hidden. */
function nearby(state: Protecting, index: number): readonly number[] {
  const { equations, equationsOf } = state.system;
  const seen = new Set([index]);
  const open = new Set<number>();
  let ring = [index];
  for (let step = 0; ring.length > 0 && (step < farthest || open.size === 0); step++) {
    const members = ring.flatMap((one) => equationsOf[one] ?? []).flatMap((at) => membersOf(equations[at]));
    const fresh = [...new Set(members)].filter((member) => !seen.has(member));
    for (const member of fresh) {
      seen.add(member);
      if (!isUnknown(state, member)) open.add(member);
    }
    ring = fresh.filter((member) => isUnknown(state, member));
  }
  return [...open];
}

function membersOf(equation: Equation | undefined): readonly number[] {
  return equation === undefined ? [] : [equation.whole, ...equation.parts];
}

function cheapest(state: Protecting, candidates: readonly number[], lacking: number): number {
  return byPrice(state, candidates, lacking)[0] ?? -1;
}

/**
 * What is lost least first: few cells, and few respondents; but enough to make up what is lacking, and rather what closes other
 * sums as well. Nobody is a poor cover.
 */
function byPrice(state: Protecting, candidates: readonly number[], lacking: number): readonly number[] {
  const { quantities, equationsOf } = state.system;
  const priceOf = ({ cost, value, isAmount }: Quantity, index: number): number => {
    const closes = (equationsOf[index] ?? []).filter((at) => isOpen(state, at)).length;
    const isPoor = !isAmount && (value === 0 || value < lacking);
    return cost - closes * 8 + (isPoor ? 15 : 0);
  };
  const priced = candidates.flatMap((index) => {
    const quantity = quantities[index];
    return quantity === undefined ? [] : [{ index, price: priceOf(quantity, index), value: quantity.value }];
  });
  return priced.sort((a, b) => a.price - b.price || a.value - b.value || a.index - b.index).map(({ index }) => index);
}

function isOpen(state: Protecting, at: number): boolean {
  const unknown = membersOf(state.system.equations[at]).filter((member) => isUnknown(state, member));
  return unknown.length === 1 && unknown.some((one) => state.hidden.has(one) || state.sensitive.has(one));
}
