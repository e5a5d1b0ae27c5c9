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
  /** Why the engine says nothing of it; absent where it does. */
  readonly notVerified?: string;
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
/** Numbers below this are compared as if they were as large, so that noise around 0 is no difference. */
const smallest = 1e-8;

/** What R says where its package has no standard error to compare with. */
const notInSurvey = 'survey does not compare this statistic';

/** Compares the product's numbers with an engine's. Every cell must be on both sides, but for rows that nobody is in. */
export function compareSubject(
  subject: VerifiedSubject,
  results: readonly EngineCell[],
  { quantities, comparisons }: Abilities,
): SubjectAgreement {
  const theirs = new Map(results.map((one) => [one.key, one]));
  const compared = new Map<Quantity, { numbers: number; largest: number }>();
  const differences: Disagreement[] = [];
  let cells = 0;
  let differing = 0;
  for (const own of subject.tables.flatMap(ownNumbers)) {
    const their = theirs.get(own.key);
    theirs.delete(own.key);
    if (own.kind !== 'cell' && (!comparisons || their?.why === notInSurvey)) continue;
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
  };
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
    if (other === undefined) return [{ ...differs, ...told({ ours: ours.value }) }];
    const difference = relativeDifference(ours.value, other);
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

export function relativeDifference(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), smallest);
}

/** What a key was made of, but for what is empty. */
function placeOf(key: string): Place {
  const [first = '', ...rest] = key.split('\t');
  const isCell = first !== 'difference' && first !== 'test';
  const [by = '', ...parts] = isCell ? [first, ...rest] : rest;
  return { kind: isCell ? 'cell' : first === 'test' ? 'test' : 'difference', by, parts: parts.filter((part) => part !== '') };
}
