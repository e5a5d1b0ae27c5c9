/**
 * A pure function of an object that remembers its answers for as long as the objects live. What an edit does not touch stays the
 * same object, and so need not be computed again. What rests on several entries is kept by the model's queries instead.
 */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as V;
    const value = compute(key);
    answers.set(key, value);
    return value;
  };
}

/** The same for texts. It lives as long as what holds it. */
export function rememberedByText<K extends string, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new Map<K, { readonly value: V }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.value;
    const value = compute(key);
    answers.set(key, { value });
    return value;
  };
}
