/**
 * Names with all that they rest on before them, each once. Walks with a list instead of by recursion, so that a long chain does
 * not run out of stack; a circle is cut where it closes.
 */
export function inOrder(names: Iterable<string>, restsOn: (name: string) => readonly string[]): readonly string[] {
  const opened = new Set<string>();
  const ordered = new Set<string>();
  const stack = [...names].reverse();
  for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
    if (opened.has(name)) {
      ordered.add(name);
      stack.pop();
    } else {
      opened.add(name);
      for (const other of restsOn(name)) if (!opened.has(other)) stack.push(other);
    }
  }
  return [...ordered];
}
