/** The path from one file to another as an import writes it; `undefined` where they share no root. */
export function relativePath(from: string, to: string): string | undefined {
  const [own, other] = [from.split('/'), to.split('/')];
  const folder = own.slice(0, -1);
  let common = 0;
  while (common < folder.length && common < other.length - 1 && folder[common] === other[common]) common++;
  const onOtherDrive = /^[a-z](?:%3A|:)$/i.test(own[common] ?? '');
  if (common === 0 || onOtherDrive || (from.includes('://') && common < 3)) return undefined;
  const up = folder.slice(common).map(() => '..');
  const down = other.slice(common).map(decoded);
  return [...(up.length === 0 ? ['.'] : up), ...down].join('/');
}

/** A step of a path as people read it. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A path with a lone `%` is no URI and stands as it is.
    return segment;
  }
}
