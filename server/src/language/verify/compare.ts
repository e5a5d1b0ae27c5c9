import type { Cell, ShareTable } from '../shares';
import { cellKey, type KeyParts, partsOfKey } from './cell-key';
import type { EngineCell } from './results';
import type { VerifiedSubject } from './subjects';

/** What is compared of a cell. `n` is the unweighted base, `counted` the unweighted numerator. */
export type Quantity = 'estimate' | 'n' | 'counted' | 'se' | 'df' | 'low' | 'high';

export const quantities: readonly Quantity[] = ['estimate', 'n', 'counted', 'se', 'df', 'low', 'high'];

/** How one subject's numbers compare with an engine's. */
export interface SubjectAgreement {
  readonly id: string;
  readonly measure: string;
  /** Cells that were compared, and those of them that agree in every quantity both sides give. */
  readonly cells: number;
  readonly agreeing: number;
  /** By quantity: how many numbers were compared and the largest relative difference among those that agree or not. */
  readonly compared: ReadonlyMap<Quantity, { readonly numbers: number; readonly largest: number }>;
  readonly differences: readonly CellDifference[];
  /** Why the engine says nothing of it; absent where it does. */
  readonly notVerified?: string;
}

export interface CellDifference extends KeyParts {
  readonly quantity: Quantity | 'cell';
  /** Absent where a side has none, and both of a cell that policy suppresses. */
  readonly ours?: number;
  readonly theirs?: number;
  readonly suppressed: boolean;
  /** The engine's own words, where it refused the cell; `''` otherwise. */
  readonly why: string;
}

/** Largest relative difference at which two numbers count as the same. */
const tolerance = 1e-8;
/** Of intervals that R iterates to a tolerance of its own. */
const iterated = 1e-6;
/** Numbers below this are compared as if they were as large, so that noise around 0 is no difference. */
const smallest = 1e-8;

/**
 * Compares the product's cells with an engine's. An engine that gives no standard errors is not asked for them. Every cell must be
 * on both sides, but for rows of the engine's that nobody is in.
 */
export function compareSubject(
  subject: VerifiedSubject,
  results: readonly EngineCell[],
  quantitiesOfEngine: readonly Quantity[],
): SubjectAgreement {
  const theirs = new Map(results.map((one) => [one.key, one]));
  const compared = new Map<Quantity, { numbers: number; largest: number }>();
  const differences: CellDifference[] = [];
  let cells = 0;
  let differing = 0;
  for (const table of subject.tables) {
    for (const cell of table.cells) {
      const key = cellKey(table, cell);
      const found = cellDifferences(table, cell, theirs.get(key), quantitiesOfEngine, compared);
      theirs.delete(key);
      cells++;
      if (found.length > 0) differing++;
      differences.push(...found);
    }
  }
  const surplus = [...theirs.values()].filter(({ numbers }) => (numbers.get('counted') ?? 0) > 0);
  differences.push(
    ...surplus.map(({ key }): CellDifference => ({ ...partsOfKey(key), quantity: 'cell', suppressed: true, why: '' })),
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

function cellDifferences(
  table: ShareTable,
  cell: Cell,
  theirs: EngineCell | undefined,
  asked: readonly Quantity[],
  compared: Map<Quantity, { numbers: number; largest: number }>,
): readonly CellDifference[] {
  const { item, category, groups, statistic, at } = cell;
  const suppressed = isSuppressed(cell);
  const place = { by: table.by, item, category, groups, statistic, at, suppressed, why: theirs?.why ?? '' };
  if (theirs === undefined) return [{ ...place, quantity: 'cell' }];
  return asked.flatMap((quantity): CellDifference[] => {
    const ours = numberOf(cell, quantity);
    if (ours.kind === 'not_compared') return [];
    const their = theirs.numbers.get(quantity);
    if (ours.kind === 'none')
      return their === undefined ? [] : [{ ...place, quantity, ...shown(suppressed, { theirs: their }) }];
    if (their === undefined) return [{ ...place, quantity, ...shown(suppressed, { ours: ours.value }) }];
    const difference = relativeDifference(ours.value, their);
    const before = compared.get(quantity) ?? { numbers: 0, largest: 0 };
    compared.set(quantity, { numbers: before.numbers + 1, largest: Math.max(before.largest, difference) });
    if (difference <= toleranceOf(cell, quantity)) return [];
    return [{ ...place, quantity, ...shown(suppressed, { ours: ours.value, theirs: their }) }];
  });
}

/** A suppressed number is compared and never shown. */
function shown(suppressed: boolean, numbers: Pick<CellDifference, 'ours' | 'theirs'>): Pick<CellDifference, 'ours' | 'theirs'> {
  return suppressed ? {} : numbers;
}

function isSuppressed({ verdict, estimate }: Cell): boolean {
  return verdict?.action === 'suppress' || (estimate.kind === 'none' && estimate.reason === 'suppressed');
}

function toleranceOf({ statistic, uncertainty }: Cell, quantity: Quantity): number {
  if (quantity === 'n' || quantity === 'counted') return 0;
  const isEnd = quantity === 'low' || quantity === 'high';
  const method = uncertainty?.kind === 'value' ? uncertainty.interval.method : undefined;
  if (isEnd && method === 'likelihood') return iterated;
  return quantity === 'estimate' && (statistic === 'quantile' || statistic === 'median') ? 1e-15 : tolerance;
}

export function relativeDifference(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), smallest);
}

type OwnNumber =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'not_compared' };

const notCompared: OwnNumber = { kind: 'not_compared' };

function numberOf(cell: Cell, quantity: Quantity): OwnNumber {
  switch (quantity) {
    case 'estimate':
      return estimateOf(cell);
    case 'n':
      return { kind: 'value', value: cell.waterfall.base.n };
    case 'counted':
      return { kind: 'value', value: cell.waterfall.counted.n };
    default:
      return uncertaintyOf(cell, quantity);
  }
}

function estimateOf({ estimate }: Cell): OwnNumber {
  if (estimate.kind === 'value') return { kind: 'value', value: estimate.value };
  return estimate.reason === 'suppressed' ? notCompared : { kind: 'none' };
}

/** What the product does not give a standard error for is not compared; nor is the end of an interval it can't give. */
function uncertaintyOf({ uncertainty }: Cell, quantity: 'se' | 'df' | 'low' | 'high'): OwnNumber {
  if (uncertainty?.kind !== 'value') return notCompared;
  if (quantity === 'se') return { kind: 'value', value: uncertainty.standardError };
  if (quantity === 'df') return { kind: 'value', value: uncertainty.degreesOfFreedom };
  return uncertainty.interval.kind === 'interval' ? { kind: 'value', value: uncertainty.interval[quantity] } : notCompared;
}
