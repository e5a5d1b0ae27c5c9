import leven from 'leven';

/**
 * The names that were probably meant by `name`, nearest first, at most three. Capitals, underscores, hyphens and spaces do
 * not count as differences, and a candidate that begins with what is written (or the other way round) is near. Names
 * that are too different are left out: a wrong guess is worse than none.
 */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  const plain = bare(name);
  if (plain === '' || plain.length > longestName) return [];
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const distance = distanceOf(plain, bare(candidate));
    if (distance !== undefined && candidate !== name) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || a.candidate.length - b.candidate.length)
    .slice(0, 3)
    .map((one) => one.candidate);
}

/** Longer names are no slip of the pen, and the distance costs the product of both lengths. */
const longestName = 100;

/** The distance in single edits, or `undefined` where it is more than a third of the name. */
function distanceOf(written: string, candidate: string): number | undefined {
  if (candidate === '' || candidate.length > longestName) return undefined;
  if (written === candidate) return 0;
  const limit = Math.max(1, Math.floor(Math.max(written.length, candidate.length) / 3));
  const shorter = Math.min(written.length, candidate.length);
  if (Math.abs(written.length - candidate.length) <= limit) {
    const distance = isSwap(written, candidate) ? 1 : leven(written, candidate);
    if (distance <= limit && distance < shorter) return distance;
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
