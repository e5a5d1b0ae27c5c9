/**
 * Widths of text without a screen to measure on: the typical advance of a character in the sans-serif faces of today's
 * systems, a little on the wide side, so that what is said to fit does fit.
 */

/** Estimated width in the unit of `size`. */
export const textWidth = (text: string, size: number): number =>
  size * [...text].reduce((sum, character) => sum + advance(character), 0);

/** Lines no wider than `width`, broken at spaces, slashes and hyphens, and inside a word only where it alone is too wide. */
export const wrap = (text: string, width: number, size: number): readonly string[] => {
  const pieces = text.split(/(?<=[ /–-])/u).flatMap((piece) => breakWord(piece, width, size));
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trim());
      line = piece;
    } else {
      line += piece;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trim());
  return lines;
};

const breakWord = (word: string, width: number, size: number): readonly string[] => {
  if (textWidth(word.trimEnd(), size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, size) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
};

const advance = (character: string): number => {
  const known = widths.find(([characters]) => characters.includes(character));
  if (known !== undefined) return known[1];
  if (/\p{Mark}/u.test(character)) return 0;
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character)) return 1;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.62;
};

const widths: readonly (readonly [characters: string, width: number])[] = [
  ["iljI.,:;'|!", 0.3],
  [' \u00a0\u202ftfr()[]/-', 0.4],
  ['mwMW%@', 0.93],
  ['0123456789', 0.63],
  ['ckszvxyJ', 0.57],
];
