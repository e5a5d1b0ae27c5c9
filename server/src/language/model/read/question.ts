import type { Entry } from '../../syntax/entry';
import type { MapNode, SyntaxNode } from '../../syntax/tree';
import type { ItemDeclaration, QuestionDeclaration, QuestionType } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { base } from './member';
import { part, readInlineScale, readMissing } from './scale';
import {
  asMap,
  expressionOf,
  field,
  isYes,
  labelled,
  localized,
  missingKindOf,
  nameOf,
  namesOf,
  oneOf,
  pairsOf,
  rangeOf,
} from './values';

const questionTypes: readonly QuestionType[] = ['single', 'battery', 'multiple', 'number', 'text', 'date'];

export function readQuestion(member: Member): QuestionDeclaration {
  const { entry } = member;
  const map = asMap(member.pair.value);
  const scale = field(map, 'scale');
  return present({
    kind: 'question' as const,
    ...base(member),
    type: typeOf(map),
    stage: nameOf(entry, field(map, 'stage')),
    text: localized(entry, field(map, 'text')),
    label: localized(entry, field(map, 'label')),
    scale: nameOf(entry, scale) ?? readInlineScale(entry, scale),
    items: [...readItems(entry, field(map, 'items')), ...readItems(entry, field(map, 'options'))],
    askIf: expressionOf(entry, field(map, 'ask_if')),
    column: nameOf(entry, field(map, 'column')),
    columnPrefix: nameOf(entry, field(map, 'column_prefix')),
    empty: missingKindOf(field(map, 'empty')),
    ticked: nameOf(entry, field(map, 'ticked')),
    exclusive: namesOf(entry, field(map, 'exclusive')),
    unticked: oneOf(field(map, 'unticked'), ['means_no', 'not_answered']),
    range: rangeOf(entry, field(map, 'range')),
    missing: readMissing(entry, field(map, 'missing')),
  });
}

function typeOf(map: MapNode | undefined): QuestionType | undefined {
  const stated = oneOf(field(map, 'type'), questionTypes);
  if (stated !== undefined) return stated;
  if (field(map, 'options') !== undefined) return 'multiple';
  if (field(map, 'items') !== undefined) return 'battery';
  return field(map, 'scale') === undefined ? undefined : 'single';
}

function readItems(entry: Entry, node: SyntaxNode | undefined): readonly ItemDeclaration[] {
  return pairsOf(node).map((pair) => {
    const { map, label } = labelled(entry, pair.value, ['column', 'ask_if', 'reverse']);
    return present({
      ...part(entry, pair),
      label,
      column: nameOf(entry, field(map, 'column')),
      askIf: expressionOf(entry, field(map, 'ask_if')),
      reverse: isYes(field(map, 'reverse')),
    });
  });
}
