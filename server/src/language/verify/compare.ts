import { type OwnNumbers, ownNumbers, type Quantity } from './own';
import type { EngineCell } from './results';
import type { VerifiedSubject } from './subjects';

/** How one subject's numbers compare with an engine's. */
export interface SubjectAgreement {
  readonly id: string;
  readonly measure: string;
  /** Cells, differences and tests that were compared, and those of them that agree in all that both sides give. */
  readonly cells: number;
  readonly agreeing: number;
  /** By quantity: how many numbers were compared, and their largest relative difference. */
  readonly compared: ReadonlyMap<Quantity, { readonly numbers: number; readonly largest: number }>;
  readonly differences: readonly Disagreement[];
  /** What the engine can't say of it, in sentences without their end. */
  readonly leftOut: readonly string[];
}

export interface Disagreement {
  readonly place: Place;
  /** `cell` where only one side has it at all. */
  readonly quantity: Quantity | 'cell';
  /** Absent where a side has none, and both of a number that policy suppresses. */
  readonly ours?: number;
  readonly theirs?: number;
  readonly suppressed: boolean;
  /** The engine's own words, where it refused the cell; `''` otherwise. */
  readonly why: string;
}

/** Where a number stands, as text: the split, its groups, item, category. */
export interface Place {
  readonly kind: OwnNumbers['kind'];
  readonly by: string;
  readonly parts: readonly string[];
}

/** What an engine can say. */
export interface Abilities {
  readonly quantities: readonly Quantity[];
  /** Whether it compares groups and tests them. */
  readonly comparisons: boolean;
}

/** Largest relative difference at which two numbers count as the same. */
const tolerance = 1e-8;
/** Of the values of a quantile, which may differ in how their digits were read. */
const exactTolerance = 1e-15;
/**
 * Errors and ends of intervals below this share of their estimate are compared as if they were as large: noise around 0 is no
 * difference. Where the estimate is 0, this share of 1.
 */
const smallest = 1e-4;

/** How the R script says that its package has nothing to compare with. */
const notInSurvey = /^survey (does not|has no) /;

/** Compares the product's numbers with an engine's. Every cell must be on both sides, but for rows that nobody is in. */
export function compareSubject(
  subject: VerifiedSubject,
  results: readonly EngineCell[],
  { quantities, comparisons }: Abilities,
): SubjectAgreement {
  const theirs = new Map(results.map((one) => [one.key, one]));
  const compared = new Map<Quantity, { numbers: number; largest: number }>();
  const differences: Disagreement[] = [];
  const leftOut = new Set<string>();
  let cells = 0;
  let differing = 0;
  for (const counted of subject.tables.flatMap(ownNumbers)) {
    const own = { ...counted, suppressed: counted.suppressed || subject.suppressed.has(counted.key) };
    const their = theirs.get(own.key);
    theirs.delete(own.key);
    if (their !== undefined && notInSurvey.test(their.why)) leftOut.add(their.why);
    if (own.kind !== 'cell' && (!comparisons || leftOut.has(their?.why ?? ''))) continue;
    const found = differencesIn(own, their, quantities, compared);
    cells++;
    if (found.length > 0) differing++;
    differences.push(...found);
  }
  const surplus = [...theirs.values()].filter(({ numbers }) => (numbers.get('counted') ?? 0) > 0);
  differences.push(
    ...surplus.map(({ key, why }) => ({ place: placeOf(key), quantity: 'cell' as const, suppressed: true, why })),
  );
  return {
    id: subject.name.id,
    measure: subject.plan.measure,
    cells: cells + surplus.length,
    agreeing: cells - differing,
    compared,
    differences,
    leftOut: [...leftOut],
  };
}

/** A subject of which an engine says nothing. */
export function notCompared(subject: VerifiedSubject, reason: string): SubjectAgreement {
  const { name, plan } = subject;
  return { id: name.id, measure: plan.measure, cells: 0, agreeing: 0, compared: new Map(), differences: [], leftOut: [reason] };
}

function differencesIn(
  own: OwnNumbers,
  their: EngineCell | undefined,
  asked: readonly Quantity[],
  compared: Map<Quantity, { numbers: number; largest: number }>,
): readonly Disagreement[] {
  const { suppressed } = own;
  const place = placeOf(own.key);
  if (their === undefined) return [{ place, quantity: 'cell', suppressed, why: '' }];
  const told = (numbers: Pick<Disagreement, 'ours' | 'theirs'>) => (suppressed ? {} : numbers);
  return asked.flatMap((quantity): readonly Disagreement[] => {
    const ours = own.numbers.get(quantity);
    const other = their.numbers.get(quantity);
    const differs = { place, quantity, suppressed, why: their.why };
    if (ours === undefined) return [];
    if (ours.kind === 'none') return other === undefined ? [] : [{ ...differs, ...told({ theirs: other }) }];
    if (other === undefined) return notInSurvey.test(their.why) ? [] : [{ ...differs, ...told({ ours: ours.value }) }];
    const difference = relativeDifference(ours.value, other, smallest * scaleOf(own, quantity));
    const before = compared.get(quantity) ?? { numbers: 0, largest: 0 };
    compared.set(quantity, { numbers: before.numbers + 1, largest: Math.max(before.largest, difference) });
    const allowed = toleranceOf(own, quantity);
    return difference <= allowed ? [] : [{ ...differs, ...told({ ours: ours.value, theirs: other }) }];
  });
}

function toleranceOf({ isExact }: OwnNumbers, quantity: Quantity): number {
  if (quantity === 'n' || quantity === 'counted') return 0;
  return isExact && quantity === 'estimate' ? exactTolerance : tolerance;
}

function relativeDifference(one: number, other: number, least: number): number {
  const size = Math.max(Math.abs(one), Math.abs(other), least);
  return size === 0 ? 0 : Math.abs(one - other) / size;
}

/** The size of the estimate, for what is in its unit. */
function scaleOf({ numbers }: OwnNumbers, quantity: Quantity): number {
  if (!['estimate', 'se', 'low', 'high'].includes(quantity)) return 0;
  const estimate = numbers.get('estimate');
  return estimate?.kind === 'value' && estimate.value !== 0 ? Math.abs(estimate.value) : 1;
}

/** What a key was made of, but for what is empty. */
function placeOf(key: string): Place {
  const [first = '', ...rest] = key.split('\t');
  const isCell = first !== 'difference' && first !== 'test';
  const [by = '', ...parts] = isCell ? [first, ...rest] : rest;
  return { kind: isCell ? 'cell' : first === 'test' ? 'test' : 'difference', by, parts: parts.filter((part) => part !== '') };
}
