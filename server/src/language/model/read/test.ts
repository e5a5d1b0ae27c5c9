import type { Entry } from '../../syntax/entry';
import type { Pair, SyntaxNode } from '../../syntax/tree';
import type { TestDeclaration, TestValue } from '../declarations';
import type { Member } from './member';
import { asMap, field, nameOf, pairsOf, placeOf, scalarName } from './values';

/** `given` and `expect`: a value for each question, or for items of it. */
export function readTest({ entry, pair }: Member): TestDeclaration {
  const map = asMap(pair.value);
  return {
    kind: 'test',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    given: readValues(entry, field(map, 'given')),
    expect: readValues(entry, field(map, 'expect')),
  };
}

function readValues(entry: Entry, node: SyntaxNode | undefined): readonly TestValue[] {
  return pairsOf(node).flatMap((pair) => (pair.value.kind === 'map' ? itemValues(entry, pair) : singleValue(entry, pair)));
}

function singleValue(entry: Entry, pair: Pair): readonly TestValue[] {
  const value = nameOf(entry, pair.value);
  return value === undefined ? [] : [{ variable: scalarName(entry, pair.key), value }];
}

function itemValues(entry: Entry, pair: Pair): readonly TestValue[] {
  const variable = scalarName(entry, pair.key);
  return pairsOf(pair.value).flatMap((item) => {
    const value = nameOf(entry, item.value);
    return value === undefined ? [] : [{ variable, item: scalarName(entry, item.key), value }];
  });
}
