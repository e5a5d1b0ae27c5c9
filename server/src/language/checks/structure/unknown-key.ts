import type { Entry, Place } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { remembered } from '../../text/remember';
import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeAt } from '../fixes/edits';
import { mapsIn } from '../text/text-maps';
import { fromStructure } from './from-structure';

export const unknownKey: Check = {
  code: 'unknown-key',
  severity: 'error',
  title: 'Unknown key',
  doc: {
    why: 'A key that the language does not know in this place is not read, so what it says has no effect. Change it to the key that was meant.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, typ: text, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  where: ['malformed'],
  run: findUnknownKeys,
};

const inForm = fromStructure('unknown-key');

/**
 * Several strangers in one map, or in the entries of one section, are one cause, told at the first of them: the map or the
 * entries stand in the wrong place. A key that is near one of the language is a slip of its own.
 */
function* findUnknownKeys(subject: CheckSubject): Iterable<Finding> {
  const strangers = new Map<MapNode | string, Finding[]>();
  for (const finding of inForm(subject)) {
    const where = whereIn(finding.place);
    if (where === undefined || (finding.fixes ?? []).length > 0) yield finding;
    else strangers.set(where, [...(strangers.get(where) ?? []), finding]);
  }
  for (const [first, ...others] of strangers.values()) {
    if (first === undefined) continue;
    const fixes = others.length === 0 ? offered('Remove it', removeAt(first.place)) : [];
    const rest = others.length === 0 ? '' : `, nor ${others.length === 1 ? 'is another' : `are ${others.length} others`} there`;
    yield { ...first, found: first.found + rest, fixes, related: others.map(({ place }) => ({ place, text: 'Another one.' })) };
  }
}

/** The section of an entry's own key, else the map that the key stands in. */
function whereIn({ entry, span }: Place): MapNode | string | undefined {
  const map = mapsByKey(entry).get(span.start);
  const isEntrys = entry.role === 'member' && map === entry.root.pairs[0]?.value;
  return isEntrys ? entry.section : map;
}

const mapsByKey = remembered(
  (entry: Entry) => new Map(mapsIn(entry).flatMap(({ map }) => map.pairs.map(({ key }) => [key.span.start, map] as const))),
);
