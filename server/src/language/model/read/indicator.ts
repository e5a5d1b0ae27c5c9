import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { BaseName, BaseText, IndicatorDeclaration, Measure, NumberText, Rounding, SourceText } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { adjustments, readCompare, readInterval, readTestName } from './uncertainty';
import {
  asMap,
  expressionOf,
  field,
  itemsOf,
  localized,
  nameOf,
  numberOf,
  oneOf,
  placeOf,
  scalarName,
  splitsOf,
} from './values';

export const measures: readonly Measure[] = [
  'share',
  'distribution',
  'mean',
  'median',
  'quantile',
  'total',
  'count',
  'ratio',
  'alpha',
];

const baseNames: readonly BaseName[] = ['asked', 'answered', 'substantive', 'responses'];
export const roundings: readonly Rounding[] = ['half_up', 'half_even'];

export function readIndicator({ entry, pair }: Member): IndicatorDeclaration {
  const map = asMap(pair.value);
  return {
    kind: 'indicator',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    stage: nameOf(entry, field(map, 'stage')),
    label: localized(entry, field(map, 'label')),
    measure: oneOf(field(map, 'measure'), measures),
    measureName: nameOf(entry, field(map, 'measure')),
    of: expressionOf(entry, field(map, 'of')),
    per: expressionOf(entry, field(map, 'per')),
    among: expressionOf(entry, field(map, 'among')),
    base: readBase(entry, field(map, 'base')),
    by: splitsOf(entry, field(map, 'by')),
    at: readLevels(entry, field(map, 'at')),
    unweighted: oneOf(field(map, 'weight'), none) !== undefined,
    undesigned: oneOf(field(map, 'design'), none) !== undefined,
    decimals: readDecimals(entry, field(map, 'decimals')),
    rounding: oneOf(field(map, 'rounding'), roundings),
    source: readSource(entry, field(map, 'source')),
    note: localized(entry, field(map, 'note')),
    ci: readInterval(entry, field(map, 'ci')),
    compare: readCompare(entry, field(map, 'compare')),
    adjust: oneOf(field(map, 'adjust'), adjustments),
    test: readTestName(entry, field(map, 'test')),
  };
}

const none = ['none'] as const;
const withoutLevels: readonly NumberText[] = [];

function readLevels(entry: Entry, node: SyntaxNode | undefined): readonly NumberText[] {
  return node === undefined ? withoutLevels : itemsOf(node).flatMap((item) => numberOf(entry, item) ?? []);
}

export function readBase(entry: Entry, node: SyntaxNode | undefined): BaseText | undefined {
  const name = nameOf(entry, node);
  return name === undefined ? undefined : present({ ...name, base: oneOf(node, baseNames) });
}

/** A whole number of decimals from 0 to 15; more would be digits that a double does not hold. */
export function readDecimals(entry: Entry, node: SyntaxNode | undefined): number | undefined {
  const value = numberOf(entry, node)?.value;
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 15 ? value : undefined;
}

/** `{title: …, page: …}`, or the title alone. */
export function readSource(entry: Entry, node: SyntaxNode | undefined): SourceText | undefined {
  if (node === undefined || node.kind === 'empty') return undefined;
  const map = asMap(node);
  const title = nameOf(entry, map === undefined ? node : field(map, 'title'));
  return present({ title: title?.text, page: nameOf(entry, field(map, 'page'))?.text, place: placeOf(entry, node.span) });
}
