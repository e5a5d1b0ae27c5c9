import { checkedExpression } from './checked';
import type { Codebook } from './codebook';
import { expressionsIn } from './expression-sites';
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

/**
 * Variables that name each other in a circle, each circle once, in the order of the codebook: those in it and no others. A
 * variable that names itself is a circle of one.
 */
export const circlesOf: (codebook: Codebook) => readonly (readonly string[])[] = remembered((codebook) => {
  const names = [...codebook.variables.keys()];
  const reach = rememberedByText((name: string) => reachableFrom(codebook, name));
  const inCircle = names.filter((name) => reach(name).has(name));
  const seen = new Set<string>();
  return inCircle.flatMap((name) => {
    if (seen.has(name)) return [];
    const circle = inCircle.filter((other) => reach(name).has(other) && reach(other).has(name));
    for (const member of circle) seen.add(member);
    return [circle];
  });
});

/** What a variable rests on, directly or not; itself only where it is in a circle. */
function reachableFrom(codebook: Codebook, name: string): ReadonlySet<string> {
  const reached = new Set(variablesNamedBy(codebook, name));
  for (const at of reached) for (const next of variablesNamedBy(codebook, at)) reached.add(next);
  return reached;
}
