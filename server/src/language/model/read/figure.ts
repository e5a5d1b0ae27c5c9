import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { FigureDeclaration, FigureNumbers, Name, PublishedNumber } from '../declarations';
import { measures, readSource, roundings } from './indicator';
import type { Member } from './member';
import {
  asMap,
  decimalsOf,
  expressionOf,
  field,
  itemsOf,
  localized,
  nameOf,
  namesOf,
  numberOf,
  oneOf,
  pairsOf,
  placeOf,
  scalarName,
  splitOf,
} from './values';

const statistics: readonly FigureNumbers['statistic'][] = [
  'base',
  'count',
  'rate',
  ...measures.filter((name) => name !== 'count'),
];

export function readFigure({ entry, pair }: Member): FigureDeclaration {
  const map = asMap(pair.value);
  const frames = field(map, 'frames');
  return {
    kind: 'figure',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    label: localized(entry, field(map, 'label')),
    source: readSource(entry, field(map, 'source')),
    indicator: nameOf(entry, field(map, 'indicator')),
    of: expressionOf(entry, field(map, 'of')),
    frames: frames === undefined || frames.kind === 'empty' ? undefined : namesOf(entry, frames),
    by: splitOf(entry, itemsOf(field(map, 'by'))[0]),
    rounding: oneOf(field(map, 'rounding'), roundings),
    unverifiable: nameOf(entry, field(map, 'unverifiable')),
    numbers: pairsOf(map).flatMap((given): FigureNumbers[] => {
      const statistic = oneOf(given.key, statistics);
      if (statistic === undefined) return [];
      return [{ statistic, name: scalarName(entry, given.key), cells: readCells(entry, given.value, []) }];
    }),
  };
}

/** Every number under a node, with the keys that lead to it. */
function readCells(entry: Entry, node: SyntaxNode, keys: readonly Name[]): readonly PublishedNumber[] {
  if (node.kind === 'map') {
    return node.pairs.flatMap((pair) => readCells(entry, pair.value, [...keys, scalarName(entry, pair.key)]));
  }
  const number = numberOf(entry, node);
  return number === undefined ? [] : [{ keys, number, decimals: decimalsOf(number.text) }];
}
