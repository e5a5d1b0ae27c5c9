import type { UnknownRule } from '../../expression/value';
import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { DerivedCategory, DerivedDeclaration, UnknownText } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { base } from './member';
import { part, readGroups, readOrder } from './scale';
import {
  asMap,
  expressionOf,
  field,
  labelled,
  localized,
  nameOf,
  namesOf,
  numberOf,
  oneOf,
  pairsOf,
  placeOf,
  rangeOf,
} from './values';

export function readDerived(member: Member): DerivedDeclaration {
  const { entry } = member;
  const map = asMap(member.pair.value);
  return present({
    kind: 'derived' as const,
    ...base(member),
    stage: nameOf(entry, field(map, 'stage')),
    label: localized(entry, field(map, 'label')),
    value: expressionOf(entry, field(map, 'value')),
    unknown: readUnknown(entry, field(map, 'unknown')),
    of: nameOf(entry, field(map, 'of')),
    ...readOrder(entry, field(map, 'order')),
    categories: readCategories(entry, field(map, 'categories')),
    otherwise: nameOf(entry, field(map, 'otherwise')),
    groups: readGroups(entry, field(map, 'groups')),
    column: nameOf(entry, field(map, 'column')),
    range: rangeOf(entry, field(map, 'range')),
  });
}

function readCategories(entry: Entry, node: SyntaxNode | undefined): readonly DerivedCategory[] {
  return pairsOf(node).map((pair) => {
    const { map, label } = labelled(entry, pair.value, ['when', 'of', 'score']);
    const of = field(map, 'of');
    return present({
      ...part(entry, pair),
      label,
      when: expressionOf(entry, field(map, 'when')),
      of: of === undefined || of.kind === 'empty' ? undefined : namesOf(entry, of),
      score: numberOf(entry, field(map, 'score')),
    });
  });
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
