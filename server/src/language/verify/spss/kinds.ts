import { type BaseLevel, isInBase, type MissingKind, missing, missingKinds } from '../../expression';

/** Kinds of missing answers are kept as numbers: 0 is a known value, 1 a don't know, and so on in the language's order. */
export function kindNumber(kind: MissingKind): number {
  return 1 + missingKinds.indexOf(kind);
}

export const notAsked = kindNumber('not_asked');
export const undetermined = kindNumber('undetermined');
export const invalid = kindNumber('invalid');

/** The numbers that count in a base: known values, and the kinds it admits. */
export function numbersInBase(level: BaseLevel): readonly number[] {
  return [0, ...missingKinds.filter((kind) => isInBase(missing(kind), level)).map(kindNumber)];
}

export const kindsComment = `0 known, ${missingKinds.map((kind) => `${kindNumber(kind)} ${kind}`).join(', ')}`;
