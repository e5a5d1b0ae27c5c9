import { checkedExpression } from '../../model/checked';
import type { Codebook, Universe } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { variablesNamedBy } from '../../model/dependencies';
import { inOrder } from '../../model/in-order';
import { type Condition, type UniverseRelation, universeRelation } from '../../model/universe-algebra';

/**
 * An answer that is looked for among all there can be, kept while everything it rests on is the same: an edit elsewhere in the
 * codebook does not ask again. Each use has its own, as one expression may be asked different things.
 */
export function rememberedAnswer<V>() {
  const answers = new WeakMap<ExpressionText, { readonly restsOn: readonly object[]; readonly value: V }>();
  return (codebook: Codebook, conditions: readonly [Condition, ...Condition[]], compute: () => V): V => {
    const key = conditions[0].text;
    const restsOn = whatItRestsOn(codebook, conditions);
    const known = answers.get(key);
    if (known !== undefined && isSame(known.restsOn, restsOn)) return known.value;
    const value = compute();
    answers.set(key, { restsOn, value });
    return value;
  };
}

/** `universeRelation`, remembered. */
export function rememberedRelation() {
  const remember = rememberedAnswer<UniverseRelation>();
  return (codebook: Codebook, condition: Condition, universe: Universe): UniverseRelation => {
    const routing = universe.map(({ expression }): Condition => ({ text: expression, where: 'ask_if' }));
    return remember(codebook, [condition, ...routing], () => universeRelation(codebook, condition, universe));
  };
}

/** The expressions, and the declarations of all they name, directly or not, with their scales: objects that an edit replaces. */
function whatItRestsOn(codebook: Codebook, conditions: readonly Condition[]): readonly object[] {
  const named = conditions.flatMap(({ text, where }) => {
    const { uses } = checkedExpression(codebook, text, where).checked;
    return uses.flatMap(({ name, meaning }) => (meaning.kind === 'variable' ? [name] : []));
  });
  const all = inOrder(new Set(named), (name) => variablesNamedBy(codebook, name));
  return [...conditions.map(({ text }) => text), ...all.flatMap((name) => declarationsOf(codebook, name))];
}

function declarationsOf({ variables, scales }: Codebook, name: string): readonly object[] {
  const declaration = variables.get(name)?.declaration;
  if (declaration === undefined) return [];
  const written = declaration.kind === 'question' ? declaration.scale : undefined;
  const scale = written === undefined || 'kind' in written ? undefined : scales.get(written.text);
  return scale === undefined ? [declaration] : [declaration, scale];
}

function isSame(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((object, at) => object === other[at]);
}
