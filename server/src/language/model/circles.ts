import type { Codebook } from './codebook';
import { chainedQuery, query } from './query';
import { isSameList } from './same';

/** The circles of a graph of names. */
export interface Circles {
  /** The names of the circle that a name is in, itself among them, in the order in which they are met; `[]` where it is in none. */
  readonly circleOf: (codebook: Codebook, name: string) => readonly string[];
  /** Whether a name is in a circle or rests on one that is. */
  readonly leadsIntoOne: (codebook: Codebook, name: string) => boolean;
}

/** @param below the names that a name rests on itself */
export function circlesAmong(below: (codebook: Codebook, name: string) => readonly string[]): Circles {
  // Whoever is asked while the answer is being looked for closes a circle.
  const leadsIntoOne = chainedQuery(
    below,
    (codebook, name): boolean =>
      below(codebook, name).some((other) => below(codebook, other).length > 0 && leadsIntoOne(codebook, other)),
    { meanwhile: true },
  );
  const circleOf = query(
    (codebook: Codebook, name: string): readonly string[] =>
      leadsIntoOne(codebook, name) ? circleThrough(codebook, name, below) : [],
    { isSame: isSameList },
  );
  return { circleOf, leadsIntoOne };
}

/** What a name reaches and is reached by. */
function circleThrough(
  codebook: Codebook,
  name: string,
  below: (codebook: Codebook, name: string) => readonly string[],
): readonly string[] {
  const reachable = reachedFrom([name], (at) => below(codebook, at));
  if (!reachable.has(name)) return [];
  const above = new Map<string, string[]>();
  for (const at of reachable) for (const other of below(codebook, at)) above.set(other, [...(above.get(other) ?? []), at]);
  const back = reachedFrom([name], (at) => above.get(at) ?? []);
  return [...reachable].filter((at) => back.has(at));
}

/** Everything that some names lead to; themselves only where they are led back to. */
function reachedFrom(names: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(names.flatMap(next));
  for (const at of reached) for (const other of next(at)) reached.add(other);
  return reached;
}
