import type { Entry, Place } from '../../syntax/entry';
import type { Pair, SyntaxNode } from '../../syntax/tree';
import type { CategoryDeclaration, GroupDeclaration, MissingDeclaration, Name, ScaleDeclaration } from '../declarations';
import type { Member } from './member';
import {
  asMap,
  field,
  labelled,
  listOf,
  localized,
  missingKindOf,
  nameOf,
  namesOf,
  numberOf,
  oneOf,
  placeOf,
  scalarName,
} from './values';

export function readScale({ entry, pair }: Member): ScaleDeclaration {
  return scaleOf(entry, pair.value, scalarName(entry, pair.key), placeOf(entry, pair.span));
}

/** A scale written in its question. */
export function readInlineScale(entry: Entry, node: SyntaxNode | undefined): ScaleDeclaration | undefined {
  return node?.kind === 'map' ? scaleOf(entry, node, undefined, placeOf(entry, node.span)) : undefined;
}

function scaleOf(entry: Entry, node: SyntaxNode, id: Name | undefined, place: Place): ScaleDeclaration {
  const map = asMap(node);
  const written = field(map, 'order');
  const order = readOrder(written);
  return {
    kind: 'scale',
    entry,
    place,
    label: localized(entry, field(map, 'label')),
    order,
    orderPlace: order === undefined || written === undefined ? undefined : placeOf(entry, written.span),
    scoresAreCodes: oneOf(field(map, 'scores'), codesAsScores) !== undefined,
    categories: listOf(entry, field(map, 'categories'), readCategory),
    missing: readMissing(entry, field(map, 'missing')),
    groups: readGroups(entry, field(map, 'groups')),
    id,
  };
}

const codesAsScores = ['codes'] as const;
const orders = ['ascending', 'descending'] as const;

export function readOrder(node: SyntaxNode | undefined): ScaleDeclaration['order'] {
  return oneOf(node, orders);
}

const categoryKeys = ['code', 'score'];

function readCategory(entry: Entry, pair: Pair): CategoryDeclaration {
  const { map, label } = labelled(entry, pair.value, categoryKeys);
  return {
    id: scalarName(entry, pair.key),
    place: placeOf(entry, pair.span),
    code: nameOf(entry, field(map, 'code')),
    label,
    score: numberOf(entry, field(map, 'score')),
  };
}

export function readMissing(entry: Entry, node: SyntaxNode | undefined): readonly MissingDeclaration[] {
  return listOf(entry, node, readMissingAnswer);
}

const missingKeys = ['code', 'kind'];

function readMissingAnswer(entry: Entry, pair: Pair): MissingDeclaration {
  const { map, label } = labelled(entry, pair.value, missingKeys);
  const kind = field(map, 'kind');
  return {
    id: scalarName(entry, pair.key),
    place: placeOf(entry, pair.span),
    code: nameOf(entry, field(map, 'code')),
    label,
    missingKind: missingKindOf(kind),
    kindName: nameOf(entry, kind),
  };
}

export function readGroups(entry: Entry, node: SyntaxNode | undefined): readonly GroupDeclaration[] {
  return listOf(entry, node, readGroup);
}

const groupKeys = ['of'];

function readGroup(entry: Entry, pair: Pair): GroupDeclaration {
  const { map, label } = labelled(entry, pair.value, groupKeys);
  return {
    id: scalarName(entry, pair.key),
    place: placeOf(entry, pair.span),
    label,
    of: namesOf(entry, pair.value.kind === 'list' ? pair.value : field(map, 'of')),
  };
}
