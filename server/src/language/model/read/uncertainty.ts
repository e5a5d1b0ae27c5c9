import type { IntervalMethod } from '../../estimation/types';
import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { Adjustment, CompareText, IntervalDeclaration, Name } from '../declarations';
import { present } from '../fields';
import { asMap, field, isList, nameOf, namesOf, numberOf, oneOf, placeOf } from './values';

/** What declarations say of the uncertainty of their numbers: intervals, comparisons and tests. */
const intervalMethods: readonly IntervalMethod[] = ['logit', 'wilson', 'beta', 'likelihood', 'mean', 'asin'];
const degreesOfFreedom = ['domain', 'design'] as const;
export const adjustments: readonly Adjustment[] = ['none', 'holm'];

export function readInterval(entry: Entry, node: SyntaxNode | undefined): IntervalDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  const level = numberOf(entry, field(map, 'level'))?.value;
  const cap = oneOf(field(map, 'cap'), ['true', 'false']);
  return present({
    place: placeOf(entry, map.span),
    method: oneOf(field(map, 'method'), intervalMethods),
    methodName: nameOf(entry, field(map, 'method')),
    level: level !== undefined && level > 0 && level < 1 ? level : undefined,
    df: oneOf(field(map, 'df'), degreesOfFreedom),
    cap: cap === undefined ? undefined : cap === 'true',
  });
}

/** `pairs`, `rest`, or a list of two names. */
export function readCompare(entry: Entry, node: SyntaxNode | undefined): CompareText | undefined {
  if (node === undefined) return undefined;
  const place = placeOf(entry, node.span);
  if (isList(node)) return { kind: 'named', names: namesOf(entry, node), place };
  const kind = oneOf(node, ['pairs', 'rest']);
  return kind === undefined ? undefined : { kind, place };
}

export function readTestName(entry: Entry, node: SyntaxNode | undefined): Name | undefined {
  return oneOf(node, ['independence']) === undefined ? undefined : nameOf(entry, node);
}
