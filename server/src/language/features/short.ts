/** A text on one line, cut behind a word where it is longer than `most` letters; within a word only if that is very long. */
export function shortened(text: string, most = 30): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  const kept = letters.slice(0, most - 1).join('');
  const words = kept.replace(/\s\S*$/, '');
  return `${(words.length * 2 > kept.length ? words : kept).replace(/[\s,;:–-]+$/, '')}…`;
}
