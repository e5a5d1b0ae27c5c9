import leven from 'leven';
import { remembered } from './remember';

/**
 * The names that were probably meant by `name`, nearest first, at most three. Capitals, underscores, hyphens and spaces do
 * not count as differences, and a candidate that begins with what is written (or the other way round) is near. Names
 * that are too different are left out: a wrong guess is worse than none. A list that is searched again is only looked through.
 */
export function nearest(name: string, ...lists: readonly Iterable<string>[]): readonly string[] {
  const plain = bare(name);
  if (plain === '' || plain.length > longestName) return [];
  const letters = lettersOf(plain);
  let near: readonly Near[] = [];
  for (const list of lists) {
    const candidates = Array.isArray(list) ? bareNames(list) : bareNamesOf([...list]);
    for (const candidate of candidates) {
      // Of three that are nearer nothing can take the place.
      const most = near[2]?.distance ?? Number.POSITIVE_INFINITY;
      if (!mayBeNear(plain, letters, candidate, most) || candidate.name === name) continue;
      const distance = distanceOf(plain, candidate.plain, most);
      if (distance !== undefined && distance <= most) near = withNear(near, { name: candidate.name, distance });
    }
  }
  return near.map((one) => one.name);
}

interface Near {
  readonly name: string;
  readonly distance: number;
}

/** The nearest three, and of those that are as near the shortest. */
function withNear(near: readonly Near[], one: Near): readonly Near[] {
  if (near.some(({ name }) => name === one.name)) return near;
  return [...near, one].sort((a, b) => a.distance - b.distance || a.name.length - b.name.length).slice(0, 3);
}

/** A candidate as it is compared, and which letters and digits it has. */
interface BareName {
  readonly name: string;
  readonly plain: string;
  readonly letters: number;
}

const bareNames: (names: readonly string[]) => readonly BareName[] = remembered(bareNamesOf);

function bareNamesOf(names: readonly string[]): readonly BareName[] {
  return names.map((name) => {
    const plain = bare(name);
    return { name, plain, letters: lettersOf(plain) };
  });
}

/** A bit for each character that occurs; rare ones share theirs. */
function lettersOf(plain: string): number {
  let letters = 0;
  for (let at = 0; at < plain.length; at++) letters |= 1 << (plain.charCodeAt(at) & 31);
  return letters;
}

/**
 * Rules out most candidates without measuring: an edit brings in one letter at most and takes out one, so that names which
 * differ in more letters are farther apart than they may be. One that begins with the other is near however long it is.
 */
function mayBeNear(plain: string, letters: number, candidate: BareName, most: number): boolean {
  const longer = Math.max(plain.length, candidate.plain.length);
  const limit = Math.min(limitFor(longer), most);
  if (Math.abs(plain.length - candidate.plain.length) <= limit && bitsIn(letters ^ candidate.letters) <= 2 * limit) return true;
  return plain.charCodeAt(0) === candidate.plain.charCodeAt(0) && plain.charCodeAt(1) === candidate.plain.charCodeAt(1);
}

/** A third of the longer name. */
function limitFor(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/** The number of bits that are set (Kernighan). */
function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Longer names are no slip of the pen, and the distance costs the product of both lengths. */
const longestName = 100;

/** The distance in single edits, or `undefined` where it is more than a third of the name. */
function distanceOf(written: string, candidate: string, most: number): number | undefined {
  if (candidate === '' || candidate.length > longestName) return undefined;
  if (written === candidate) return 0;
  const limit = limitFor(Math.max(written.length, candidate.length));
  const shorter = Math.min(written.length, candidate.length);
  if (Math.abs(written.length - candidate.length) <= limit) {
    // What is farther than the limit comes out as one more.
    const maxDistance = Math.min(limit, most) + 1;
    const distance = isSwap(written, candidate) ? 1 : leven(written, candidate, { maxDistance });
    if (distance < maxDistance && distance < shorter) return distance;
  }
  const isBeginning = shorter >= 3 && (candidate.startsWith(written) || written.startsWith(candidate));
  return isBeginning ? limit + 1 : undefined;
}

/** Whether two neighbouring letters changed places: one slip of the fingers, though two edits. */
function isSwap(written: string, candidate: string): boolean {
  if (written.length !== candidate.length) return false;
  let at = 0;
  while (at < written.length && written[at] === candidate[at]) at++;
  const isTurned = at + 1 < written.length && written[at] === candidate[at + 1] && written[at + 1] === candidate[at];
  return isTurned && written.slice(at + 2) === candidate.slice(at + 2);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}
