import type { Entry } from '../../syntax/entry';
import type { Pair, SyntaxNode } from '../../syntax/tree';
import type { CategoryDeclaration, GroupDeclaration, MissingDeclaration, ScaleDeclaration } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { base } from './member';
import {
  asMap,
  field,
  labelled,
  localized,
  missingKindOf,
  nameOf,
  namesOf,
  numberOf,
  oneOf,
  pairsOf,
  placeOf,
  scalarName,
} from './values';

export function readScale(member: Member): ScaleDeclaration {
  const { id, place } = base(member);
  return { ...scaleBody(member.entry, member.pair.value), id, place };
}

/** A scale written in its question. */
export function readInlineScale(entry: Entry, node: SyntaxNode | undefined): ScaleDeclaration | undefined {
  return node?.kind === 'map' ? scaleBody(entry, node) : undefined;
}

function scaleBody(entry: Entry, node: SyntaxNode): ScaleDeclaration {
  const map = asMap(node);
  return present({
    kind: 'scale' as const,
    entry,
    place: placeOf(entry, node.span),
    label: localized(entry, field(map, 'label')),
    ...readOrder(entry, field(map, 'order')),
    scoresAreCodes: nameOf(entry, field(map, 'scores'))?.text === 'codes',
    categories: pairsOf(field(map, 'categories')).map((pair) => readCategory(entry, pair)),
    missing: readMissing(entry, field(map, 'missing')),
    groups: readGroups(entry, field(map, 'groups')),
  });
}

export function readOrder(entry: Entry, node: SyntaxNode | undefined) {
  const order = oneOf(node, ['ascending', 'descending']);
  return order === undefined || node === undefined ? {} : { order, orderPlace: placeOf(entry, node.span) };
}

function readCategory(entry: Entry, pair: Pair): CategoryDeclaration {
  const { map, label } = labelled(entry, pair.value, ['code', 'score']);
  return present({
    ...part(entry, pair),
    code: nameOf(entry, field(map, 'code')),
    label,
    score: numberOf(entry, field(map, 'score')),
  });
}

export function readMissing(entry: Entry, node: SyntaxNode | undefined): readonly MissingDeclaration[] {
  return pairsOf(node).map((pair) => {
    const { map, label } = labelled(entry, pair.value, ['code', 'kind']);
    const kind = field(map, 'kind');
    return present({
      ...part(entry, pair),
      code: nameOf(entry, field(map, 'code')),
      label,
      missingKind: missingKindOf(kind),
      kindName: nameOf(entry, kind),
    });
  });
}

export function readGroups(entry: Entry, node: SyntaxNode | undefined): readonly GroupDeclaration[] {
  return pairsOf(node).map((pair) => {
    const { map, label } = labelled(entry, pair.value, ['of']);
    return present({
      ...part(entry, pair),
      label,
      of: namesOf(entry, pair.value.kind === 'list' ? pair.value : field(map, 'of')),
    });
  });
}

/** The id and place of a category, group, item or option. */
export function part(entry: Entry, pair: Pair) {
  return { id: scalarName(entry, pair.key), place: placeOf(entry, pair.span) };
}
