import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { FigureDeclaration, FigureNumbers, Name, PublishedNumber } from '../declarations';
import { present } from '../fields';
import { measures, readSource, roundings } from './indicator';
import type { Member } from './member';
import { base } from './member';
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
  scalarName,
  splitOf,
} from './values';

const statistics: readonly FigureNumbers['statistic'][] = [
  'base',
  'count',
  'rate',
  ...measures.filter((name) => name !== 'count'),
];

export function readFigure(member: Member): FigureDeclaration {
  const { entry } = member;
  const map = asMap(member.pair.value);
  const frames = field(map, 'frames');
  return present({
    kind: 'figure' as const,
    ...base(member),
    label: localized(entry, field(map, 'label')),
    source: readSource(entry, field(map, 'source')),
    indicator: nameOf(entry, field(map, 'indicator')),
    of: expressionOf(entry, field(map, 'of')),
    frames: frames === undefined || frames.kind === 'empty' ? undefined : namesOf(entry, frames),
    by: splitOf(entry, itemsOf(field(map, 'by'))[0]),
    rounding: oneOf(field(map, 'rounding'), roundings),
    unverifiable: nameOf(entry, field(map, 'unverifiable')),
    numbers: pairsOf(map).flatMap((pair): FigureNumbers[] => {
      const statistic = oneOf(pair.key, statistics);
      if (statistic === undefined) return [];
      return [{ statistic, name: scalarName(entry, pair.key), cells: readCells(entry, pair.value, []) }];
    }),
  });
}

/** Every number under a node, with the keys that lead to it. */
function readCells(entry: Entry, node: SyntaxNode, keys: readonly Name[]): readonly PublishedNumber[] {
  if (node.kind === 'map') {
    return node.pairs.flatMap((pair) => readCells(entry, pair.value, [...keys, scalarName(entry, pair.key)]));
  }
  const number = numberOf(entry, node);
  return number === undefined ? [] : [{ keys, number, decimals: decimalsOf(number.text) }];
}
