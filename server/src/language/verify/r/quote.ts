/** A text as R writes it. Everything beyond ASCII is escaped, so that the encoding of the script does not matter. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/[^\x20-\x7e]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
  return `"${escaped}"`;
}

export function vector(texts: readonly string[]): string {
  return `c(${texts.map(quoted).join(', ')})`;
}

/** `c("1" = "yes")`: names and what stands behind them, already in R's words. */
export function namedVector(pairs: readonly (readonly [string, string])[]): string {
  return `c(${pairs.map(([name, value]) => `${quoted(name)} = ${value}`).join(', ')})`;
}

export function list(pairs: readonly (readonly [string | undefined, string])[]): string {
  return `list(${pairs.map(([name, value]) => (name === undefined ? value : `${quoted(name)} = ${value}`)).join(', ')})`;
}

/** Words that R keeps for itself among those a codebook may use as ids. */
const reserved = new Set(['if', 'else', 'repeat', 'while', 'function', 'for', 'next', 'break', 'in']);

/** A question, an item of it (`activities.ideas`) or a derived variable, named in R as in the codebook. */
export function rName(variable: string, item?: string): string {
  const name = item === undefined ? variable : `${variable}.${item}`;
  return reserved.has(name) ? `\`${name}\`` : name;
}

/** Text as lines of comment: nothing in a codebook can end one. */
export function comment(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `# ${line.trim()}`)
    .join('\n');
}

/** A call, its arguments on lines of their own where one line would be too long. */
export function call(name: string, parts: readonly string[]): string {
  const plain = `${name}(${parts.join(', ')})`;
  return plain.length <= 120 ? plain : `${name}(${parts.join(',\n  ')})`;
}
