/** What somebody wrote, in a sentence of ours: between backticks, on one line and not too long. */
export function code(text: string): string {
  return wholeCode(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** Longer texts would hide the sentence they stand in. */
const longest = 40;

/** The same, however long it is. */
export function wholeCode(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'")}\``;
}
