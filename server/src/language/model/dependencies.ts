import { checkedExpression } from './checked';
import type { Codebook } from './codebook';
import { expressionsIn } from './expression-sites';
import { inOrder } from './in-order';
import { remembered, rememberedByText } from './remember';

/** The variables that a question's routing or a derived variable's definition names itself, in order, each once. */
export function variablesNamedBy(codebook: Codebook, variable: string): readonly string[] {
  return namedIn(codebook)(variable);
}

const namedIn = remembered((codebook: Codebook) =>
  rememberedByText((name): readonly string[] => {
    const declaration = codebook.variables.get(name)?.declaration;
    if (declaration === undefined) return [];
    const merged = declaration.kind === 'derived' && declaration.of !== undefined ? [declaration.of.text] : [];
    const uses = expressionsIn(declaration).flatMap(({ text, where }) => checkedExpression(codebook, text, where).checked.uses);
    const names = [...merged, ...uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : []))];
    return [...new Set(names)].filter((other) => codebook.variables.has(other));
  }),
);

/** The derived variables that a variable is computed from, each after those it rests on itself; the variable last. */
export function derivedBelow(codebook: Codebook, variable: string): readonly string[] {
  return derivedBelowIn(codebook)(variable);
}

const derivedBelowIn = remembered((codebook: Codebook) =>
  rememberedByText((name) =>
    inOrder([name], (at) => variablesNamedBy(codebook, at).filter((other) => isDerived(codebook, other))),
  ),
);

export function isDerived(codebook: Codebook, name: string): boolean {
  return codebook.variables.get(name)?.declaration.kind === 'derived';
}

/**
 * Variables that name each other in a circle, each circle once, in the order of the codebook: those in it and no others. A
 * variable that names itself is a circle of one.
 */
export const circlesOf: (codebook: Codebook) => readonly (readonly string[])[] = remembered((codebook) => {
  const suspects = betweenCircles(codebook);
  const reach = rememberedByText((name: string) => reachableFrom(codebook, name, suspects));
  const seen = new Set<string>();
  return [...suspects].flatMap((name) => {
    if (seen.has(name) || !reach(name).has(name)) return [];
    const circle = [...suspects].filter((other) => reach(name).has(other) && reach(other).has(name));
    for (const member of circle) seen.add(member);
    return [circle];
  });
});

/** Variables in a circle, or on a way from one circle to another: in a sound codebook none, and quickly told. */
function betweenCircles(codebook: Codebook): ReadonlySet<string> {
  const names = [...codebook.variables.keys()];
  const namedBy = new Map(names.map((name) => [name, variablesNamedBy(codebook, name)]));
  const naming = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const [name, others] of namedBy) for (const other of others) naming.get(other)?.push(name);
  return withoutEnds(withoutEnds(new Set(names), namedBy, naming), naming, namedBy);
}

type Links = ReadonlyMap<string, readonly string[]>;

/** Takes away what leads nowhere, then what leads only to that, and so on; what is left leads into a circle. */
function withoutEnds(names: ReadonlySet<string>, onward: Links, back: Links): ReadonlySet<string> {
  const left = new Map([...names].map((name) => [name, (onward.get(name) ?? []).filter((other) => names.has(other)).length]));
  const ends = [...left].flatMap(([name, links]) => (links === 0 ? [name] : []));
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const name of back.get(end) ?? []) {
      const links = left.get(name);
      if (links === undefined) continue;
      left.set(name, links - 1);
      if (links === 1) ends.push(name);
    }
  }
  return new Set(left.keys());
}

/** What a variable rests on, directly or not; itself only where it is in a circle. */
function reachableFrom(codebook: Codebook, name: string, within: ReadonlySet<string>): ReadonlySet<string> {
  const inside = (at: string) => variablesNamedBy(codebook, at).filter((other) => within.has(other));
  const reached = new Set(inside(name));
  for (const at of reached) for (const next of inside(at)) reached.add(next);
  return reached;
}
