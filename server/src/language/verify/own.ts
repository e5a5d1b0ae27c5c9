import type { Cell, Difference, Estimate, IndependenceTest, ShareTable, Uncertainty } from '../shares';
import { cellKey } from './cell-key';

/** What is compared. `n` is the unweighted base, `counted` the unweighted numerator, `p` a p-value. */
export type Quantity = (typeof quantities)[number];

export const quantities = [
  'estimate',
  'n',
  'counted',
  'se',
  'df',
  'low',
  'high',
  'p',
  'adjusted',
  'f',
  'numerator_df',
  'denominator_df',
] as const;

/** A number of the product's, or that it has none; what is left out of the map is not compared. */
export type OwnNumber = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'none' };

/** One cell, difference or test of the product's tables as it is compared. */
export interface OwnNumbers {
  readonly key: string;
  readonly kind: 'cell' | 'difference' | 'test';
  readonly numbers: ReadonlyMap<Quantity, OwnNumber>;
  readonly suppressed: boolean;
  /** A quantile is a value of the data: it is right or wrong. */
  readonly isExact: boolean;
}

/** All numbers of a table. */
export function ownNumbers(table: ShareTable): readonly OwnNumbers[] {
  return [
    ...table.cells.map((cell) => ofCell(table, cell)),
    ...table.differences.map((difference) => ofDifference(table, difference)),
    ...table.tests.map((test) => ofTest(table, test)),
  ];
}

type Pairs = readonly (readonly [Quantity, OwnNumber])[];

const value = (number: number): OwnNumber => ({ kind: 'value', value: number });

function ofCell(table: ShareTable, cell: Cell): OwnNumbers {
  const { estimate, waterfall, uncertainty, verdict, statistic } = cell;
  const numbers: Pairs = [
    ...ofEstimate(estimate),
    ['n', value(waterfall.base.n)],
    ['counted', value(waterfall.counted.n)],
    ...ofUncertainty(uncertainty),
  ];
  return {
    key: cellKey(table, cell),
    kind: 'cell',
    numbers: new Map(numbers),
    suppressed: verdict?.action === 'suppress' || isSuppressed(estimate),
    isExact: statistic === 'quantile' || statistic === 'median',
  };
}

function isSuppressed(estimate: Estimate): boolean {
  return estimate.kind === 'none' && estimate.reason === 'suppressed';
}

function ofEstimate(estimate: Estimate): Pairs {
  if (estimate.kind === 'value') return [['estimate', value(estimate.value)]];
  return isSuppressed(estimate) ? [] : [['estimate', { kind: 'none' }]];
}

/** Where the product gives no standard error or interval, it says why: there is nothing to compare. */
function ofUncertainty(uncertainty: Uncertainty | undefined): Pairs {
  if (uncertainty?.kind !== 'value') return [];
  const { standardError, degreesOfFreedom, interval } = uncertainty;
  const ends: Pairs =
    interval.kind === 'interval'
      ? [
          ['low', value(interval.low)],
          ['high', value(interval.high)],
        ]
      : [];
  return [['se', value(standardError)], ['df', value(degreesOfFreedom)], ...ends];
}

function ofDifference({ by }: ShareTable, difference: Difference): OwnNumbers {
  const { item, from, to, estimate, uncertainty, pValue, adjusted, withoutTest } = difference;
  const side = ({ groups, rest, category }: Difference['from']): readonly string[] => [
    `${groups.join(' * ')}${rest === true ? ' (rest)' : ''}`,
    category ?? '',
  ];
  const numbers: Pairs = [
    ...ofEstimate(estimate),
    ...ofUncertainty(uncertainty),
    ...(pValue === undefined ? [] : [['p', value(pValue)] as const]),
    ...(adjusted === undefined ? [] : [['adjusted', value(adjusted)] as const]),
  ];
  return {
    key: ['difference', by.join(' * '), item ?? '', ...side(from), ...side(to)].join('\t'),
    kind: 'difference',
    numbers: new Map(numbers),
    suppressed: withoutTest === 'suppressed' || isSuppressed(estimate),
    isExact: false,
  };
}

function ofTest({ by }: ShareTable, { item, result }: IndependenceTest): OwnNumbers {
  const numbers: Pairs =
    result.kind === 'none'
      ? []
      : [
          ['f', value(result.f)],
          ['numerator_df', value(result.numeratorDf)],
          ['denominator_df', value(result.denominatorDf)],
          ['p', value(result.pValue)],
          ['n', value(result.n)],
        ];
  return {
    key: ['test', by.join(' * '), item ?? '', '', '', '', ''].join('\t'),
    kind: 'test',
    numbers: new Map(numbers),
    suppressed: result.kind === 'none' && result.reason === 'suppressed',
    isExact: false,
  };
}
