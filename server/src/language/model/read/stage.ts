import type { FrameDeclaration, StageDeclaration } from '../declarations';
import { present } from '../fields';
import type { Member } from './member';
import { base } from './member';
import { asMap, field, isList, labelled, localized, namesOf, numberOf } from './values';

/** `background: Background`, `background: {sv: …, en: …}` or `background: {label: …}`. */
export function readStage(member: Member): StageDeclaration {
  const { label } = labelled(member.entry, member.pair.value, []);
  return present({ kind: 'stage' as const, ...base(member), label });
}

/** `{label, sent, responded}`, or `{label, of: [frames]}`. */
export function readFrame(member: Member): FrameDeclaration {
  const { entry } = member;
  const map = asMap(member.pair.value);
  const of = field(map, 'of');
  return present({
    kind: 'frame' as const,
    ...base(member),
    label: localized(entry, field(map, 'label')),
    sent: numberOf(entry, field(map, 'sent')),
    responded: numberOf(entry, field(map, 'responded')),
    of: isList(of) || of?.kind === 'scalar' ? namesOf(entry, of) : undefined,
  });
}
