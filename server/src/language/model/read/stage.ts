import type { FrameDeclaration, StageDeclaration } from '../declarations';
import type { Member } from './member';
import { asMap, field, isList, labelled, localized, namesOf, numberOf, placeOf, scalarName } from './values';

/** `background: Background`, `background: {sv: …, en: …}` or `background: {label: …}`. */
export function readStage({ entry, pair }: Member): StageDeclaration {
  const { label } = labelled(entry, pair.value, []);
  return { kind: 'stage', id: scalarName(entry, pair.key), entry, place: placeOf(entry, pair.span), label };
}

/** `{label, sent, responded}`, or `{label, of: [frames]}`. */
export function readFrame({ entry, pair }: Member): FrameDeclaration {
  const map = asMap(pair.value);
  const of = field(map, 'of');
  return {
    kind: 'frame',
    id: scalarName(entry, pair.key),
    entry,
    place: placeOf(entry, pair.span),
    label: localized(entry, field(map, 'label')),
    sent: numberOf(entry, field(map, 'sent')),
    responded: numberOf(entry, field(map, 'responded')),
    of: isList(of) || of?.kind === 'scalar' ? namesOf(entry, of) : undefined,
  };
}
