import type { UnknownRule } from '../../expression/value';
import type { Entry } from '../../syntax/entry';
import type { Pair, SyntaxNode } from '../../syntax/tree';
import type { DerivedCategory, DerivedDeclaration, UnknownText } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { readGroups, readOrder } from './scale';
import {
  asMap,
  expressionOf,
  field,
  labelled,
  listOf,
  localized,
  nameOf,
  namesOf,
  numberOf,
  oneOf,
  placeOf,
  rangeOf,
  scalarName,
} from './values';

export function readDerived({ entry, pair }: Member): DerivedDeclaration {
  const map = asMap(pair.value);
  return {
    kind: 'derived',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    stage: nameOf(entry, field(map, 'stage')),
    label: localized(entry, field(map, 'label')),
    value: expressionOf(entry, field(map, 'value')),
    unknown: readUnknown(entry, field(map, 'unknown')),
    of: nameOf(entry, field(map, 'of')),
    order: readOrder(field(map, 'order')),
    categories: listOf(entry, field(map, 'categories'), readCategory),
    otherwise: nameOf(entry, field(map, 'otherwise')),
    groups: readGroups(entry, field(map, 'groups')),
    column: nameOf(entry, field(map, 'column')),
    range: rangeOf(entry, field(map, 'range')),
  };
}

const categoryKeys = ['when', 'of', 'score'];

function readCategory(entry: Entry, pair: Pair): DerivedCategory {
  const { map, label } = labelled(entry, pair.value, categoryKeys);
  const of = field(map, 'of');
  return {
    id: scalarName(entry, pair.key),
    place: placeOf(entry, pair.span),
    label,
    when: expressionOf(entry, field(map, 'when')),
    of: of === undefined || of.kind === 'empty' ? undefined : namesOf(entry, of),
    score: numberOf(entry, field(map, 'score')),
  };
}

const shortRules = ['as_no', 'determinable', 'complete', 'prorate'] as const;

/** `as_no`, `{min_valid: 3}` or `{rule: determinable, dont_know: as_no, not_asked: as_no, min_valid: 3}`. */
function readUnknown(entry: Entry, node: SyntaxNode | undefined): UnknownText | undefined {
  if (node === undefined) return undefined;
  const place = placeOf(entry, node.span);
  const map = asMap(node);
  const minValid = numberOf(entry, field(map, 'min_valid'))?.value;
  const stated = field(map, 'rule');
  const rule: UnknownRule['rule'] | undefined =
    oneOf(map === undefined ? node : stated, shortRules) ??
    (minValid !== undefined && (stated === undefined || nameOf(entry, stated)?.text === 'min_valid') ? 'min_valid' : undefined);
  if (rule === undefined) return undefined;
  return present({
    rule,
    minValid,
    dontKnow: oneOf(field(map, 'dont_know'), ['as_no']),
    notAsked: oneOf(field(map, 'not_asked'), ['as_no']),
    place,
  });
}
