import { computed } from './computed';
import { type Case, type Expected, reference } from './reference';

/** One number that R and we both give. */
export interface Agreement {
  readonly one: Case;
  readonly field: string;
  readonly expected: Expected;
  readonly found: ReturnType<typeof computed>[string];
  /** Relative to R's, infinite where only one of us gives a number. */
  readonly difference: number;
  readonly tolerance: number;
}

export function agreementsOf(one: Case): readonly Agreement[] {
  const ours = computed(one);
  return Object.entries(one.expect).map(([field, expected]) => {
    const found = ours[field];
    const tolerance = reference.tolerances[field] ?? reference.tolerances.default ?? 0;
    return { one, field, expected, found, difference: differenceOf(expected, found), tolerance };
  });
}

function differenceOf(expected: Expected, found: Agreement['found']): number {
  if (expected === null) return found === undefined ? 0 : Number.POSITIVE_INFINITY;
  if (typeof expected === 'boolean') return found === Number(expected) ? 0 : Number.POSITIVE_INFINITY;
  if (typeof expected === 'string' || typeof found === 'string') return expected === found ? 0 : Number.POSITIVE_INFINITY;
  if (typeof expected === 'number') return typeof found === 'number' ? relative(expected, found) : Number.POSITIVE_INFINITY;
  return typeof found === 'object'
    ? Math.max(...expected.map((end, at) => relative(end, found[at] ?? Number.NaN)))
    : Number.POSITIVE_INFINITY;
}

/** Numbers smaller than 1e-12 are the noise of binary fractions around 0. */
function relative(expected: number, found: number): number {
  const away = Math.abs(found - expected);
  if (Number.isNaN(away)) return Number.POSITIVE_INFINITY;
  return away < 1e-12 && Math.abs(expected) < 1e-12 ? 0 : away / Math.abs(expected);
}

interface Line {
  readonly kind: string;
  readonly field: string;
  readonly cases: number;
  readonly largest: number;
  readonly tolerance: number;
}

/** For each kind and field: how many cases, and the largest relative difference. */
export function agreementTable(): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { one, field, difference, tolerance } of reference.cases.flatMap(agreementsOf)) {
    const known = lines.get(`${one.kind} ${field}`) ?? { kind: one.kind, field, cases: 0, largest: 0, tolerance };
    const line = { ...known, cases: known.cases + 1, largest: Math.max(known.largest, difference) };
    lines.set(`${one.kind} ${field}`, line);
  }
  return [...lines.values()];
}
