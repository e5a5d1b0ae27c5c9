/** A text on one line, cut at about the end of a word where it is longer than `most` letters. */
export function shortened(text: string, most = 30): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  const kept = letters.slice(0, most - 1).join('');
  return `${kept.replace(/[\s,;:–-]+\S{0,8}$/, '')}…`;
}
