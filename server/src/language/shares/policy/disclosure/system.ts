/**
 * All that is counted in a set of published tables, and how it hangs together. A **quantity** is a number of respondents, or an
 * amount; tables that show the same number share one. An **equation** says that a whole is the sum of its parts. A reader knows
 * the equations, and the quantities that are shown.
 */
export interface System {
  readonly quantities: readonly Quantity[];
  readonly equations: readonly Equation[];
  /** Indices of the equations that each quantity is in. */
  readonly equationsOf: readonly (readonly number[])[];
  /** What goes with a quantity: the counts and amounts of cells whose base it is. */
  readonly dependents: readonly (readonly number[])[];
}

export interface Quantity {
  readonly role: Role;
  /** Unweighted; of an amount never read. */
  readonly value: number;
  /** Whether some table shows it; else it follows from others, or is not known. */
  readonly isShown: boolean;
  /** How much is lost without it: the greater, the later it goes. */
  readonly cost: number;
  /** Amounts may be anything, counts are whole numbers from 0. */
  readonly isAmount: boolean;
  /** The groups it is of, by variable. */
  readonly groups: ReadonlyMap<string, string>;
}

/** `difference`: what follows from two shown numbers, as those between `asked` and `answered`. */
export type Role =
  | Level
  | { readonly kind: 'dropped' }
  | { readonly kind: 'difference' }
  /** Those who gave no answer, between two levels: told by two shares of one thing that differ in nothing else. */
  | { readonly kind: 'no_answer'; readonly of: readonly number[] }
  /** What is left of a base: protected by the count beside it. */
  | { readonly kind: 'rest' }
  /** `level`: where it is the base of other numbers, or a level of one, as the agencies are. */
  | { readonly kind: 'count'; readonly bases: readonly number[]; readonly level?: Level }
  | { readonly kind: 'amount'; readonly isSensitive: 'dominance' | 'p_percent' | 'quantile_at_the_edge' | undefined };

interface Level {
  readonly kind: 'level';
  readonly isBase?: true;
}

export interface Equation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** A system is put together by naming quantities; one name is one quantity. */
export interface Builder {
  readonly quantity: (name: string, make: Quantity) => number;
  readonly equation: (whole: number, parts: readonly number[]) => void;
  readonly dependent: (base: number, on: number) => void;
  readonly find: (name: string) => number | undefined;
  readonly at: (index: number) => Quantity | undefined;
  readonly build: () => System;
}

export function systemBuilder(): Builder {
  const quantities: Quantity[] = [];
  const names = new Map<string, number>();
  const equations = new Map<string, Equation>();
  const dependents: Set<number>[] = [];
  return {
    quantity: (name, made) => {
      // Where two tables differ in what the codebook gives one name, they are not taken for the same.
      const own = [name, `${name} of ${made.value}`].find((one) => {
        const known = names.get(one);
        return known === undefined || made.isAmount || quantities[known]?.value === made.value;
      });
      const known = names.get(own ?? name);
      const before = known === undefined ? undefined : quantities[known];
      if (known === undefined || before === undefined) {
        names.set(own ?? name, quantities.length);
        dependents.push(new Set());
        return quantities.push(made) - 1;
      }
      quantities[known] = together(before, made);
      return known;
    },
    equation: (whole, parts) => {
      if (parts.length > 0 && !isSame(whole, parts) && holds(quantities, whole, parts)) {
        equations.set(`${whole}=${[...parts].sort((a, b) => a - b).join('+')}`, { whole, parts });
      }
    },
    dependent: (base, on) => {
      if (base !== on) dependents[base]?.add(on);
    },
    find: (name) => names.get(name),
    at: (index) => quantities[index],
    build: () => finished(quantities, [...equations.values()], dependents),
  };
}

/** What several tables show costs the more, and is what the strictest of them says. */
function together(before: Quantity, also: Quantity): Quantity {
  const role = stricter(before.role, also.role);
  return { ...before, role, isShown: before.isShown || also.isShown, cost: before.cost + (also.isShown ? also.cost : 0) };
}

function stricter(one: Role, other: Role): Role {
  if (one.kind === 'count' && other.kind === 'count') {
    const level = [one.level, other.level].flatMap((found) => found ?? []).reduce<Level | undefined>(higher, undefined);
    const bases = [...new Set([...one.bases, ...other.bases])];
    return level === undefined ? { kind: 'count', bases } : { kind: 'count', bases, level };
  }
  if (one.kind === 'count' && other.kind === 'level') return { ...one, level: higher(one.level, other) };
  if (one.kind === 'level' && other.kind === 'count') return { ...other, level: higher(other.level, one) };
  if (one.kind === 'level' && other.kind === 'level') return higher(one, other);
  if (one.kind === 'amount' && other.kind === 'amount') return one.isSensitive === undefined ? other : one;
  return strictness.indexOf(one.kind) <= strictness.indexOf(other.kind) ? one : other;
}

function higher(one: Level | undefined, other: Level): Level {
  return one?.isBase === true ? one : other;
}

const strictness: readonly Role['kind'][] = ['count', 'level', 'amount', 'dropped', 'difference', 'no_answer', 'rest'];

function isSame(whole: number, parts: readonly number[]): boolean {
  return parts.length === 1 && parts[0] === whole;
}

/** Only what adds up in the data is taken to: groups of numbers between whole ones, for one, are not told apart. */
function holds(quantities: readonly Quantity[], whole: number, parts: readonly number[]): boolean {
  const all = [whole, ...parts].map((index) => quantities[index]);
  if (all.some((one) => one === undefined)) return false;
  if (all.some((one) => one?.isAmount)) return all.every((one) => one?.isAmount);
  const sum = parts.reduce((total, part) => total + (quantities[part]?.value ?? 0), 0);
  return sum === quantities[whole]?.value;
}

function finished(
  quantities: readonly Quantity[],
  equations: readonly Equation[],
  dependents: readonly ReadonlySet<number>[],
): System {
  const equationsOf: number[][] = quantities.map(() => []);
  equations.forEach(({ whole, parts }, at) => {
    for (const member of new Set([whole, ...parts])) equationsOf[member]?.push(at);
  });
  return { quantities, equations, equationsOf, dependents: dependents.map((set) => [...set]) };
}
