/** What somebody wrote, in a sentence of ours: between backticks, on one line and not too long. */
export function code(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `\`${shown.replace(/\s+/g, ' ').replaceAll('`', "'")}\``;
}

/** Longer texts would hide the sentence they stand in. */
const longest = 40;
