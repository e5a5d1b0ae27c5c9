import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, SyntaxNode } from '../../syntax/tree';
import type { ItemDeclaration, QuestionDeclaration, QuestionType } from '../declarations';
import type { Member } from './member';
import { readInlineScale, readMissing } from './scale';
import {
  asMap,
  expressionOf,
  field,
  isYes,
  labelled,
  listOf,
  localized,
  missingKindOf,
  nameOf,
  namesOf,
  oneOf,
  placeOf,
  rangeOf,
  scalarName,
} from './values';

const questionTypes: readonly QuestionType[] = ['single', 'battery', 'multiple', 'number', 'text', 'date'];
const untickedRules = ['means_no', 'not_answered'] as const;

export function readQuestion({ entry, pair }: Member): QuestionDeclaration {
  const map = asMap(pair.value);
  const scale = field(map, 'scale');
  return {
    kind: 'question',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    type: typeOf(map),
    stage: nameOf(entry, field(map, 'stage')),
    text: localized(entry, field(map, 'text')),
    label: localized(entry, field(map, 'label')),
    scale: nameOf(entry, scale) ?? readInlineScale(entry, scale),
    items: readAllItems(entry, map),
    askIf: expressionOf(entry, field(map, 'ask_if')),
    column: nameOf(entry, field(map, 'column')),
    columnPrefix: nameOf(entry, field(map, 'column_prefix')),
    empty: missingKindOf(field(map, 'empty')),
    ticked: nameOf(entry, field(map, 'ticked')),
    exclusive: namesOf(entry, field(map, 'exclusive')),
    unticked: oneOf(field(map, 'unticked'), untickedRules),
    range: rangeOf(entry, field(map, 'range')),
    missing: readMissing(entry, field(map, 'missing')),
  };
}

function typeOf(map: MapNode | undefined): QuestionType | undefined {
  const stated = oneOf(field(map, 'type'), questionTypes);
  if (stated !== undefined) return stated;
  if (field(map, 'options') !== undefined) return 'multiple';
  if (field(map, 'items') !== undefined) return 'battery';
  return field(map, 'scale') === undefined ? undefined : 'single';
}

/** A question has items or options; one that is being changed from the one to the other may have both. */
function readAllItems(entry: Entry, map: MapNode | undefined): readonly ItemDeclaration[] {
  const items = readItems(entry, field(map, 'items'));
  const options = readItems(entry, field(map, 'options'));
  if (options.length === 0) return items;
  return items.length === 0 ? options : [...items, ...options];
}

function readItems(entry: Entry, node: SyntaxNode | undefined): readonly ItemDeclaration[] {
  return listOf(entry, node, readItem);
}

const itemKeys = ['column', 'ask_if', 'reverse'];

function readItem(entry: Entry, pair: Pair): ItemDeclaration {
  const { map, label } = labelled(entry, pair.value, itemKeys);
  return {
    id: scalarName(entry, pair.key),
    place: placeOf(entry, pair.span),
    label,
    column: nameOf(entry, field(map, 'column')),
    askIf: expressionOf(entry, field(map, 'ask_if')),
    reverse: isYes(field(map, 'reverse')),
  };
}
