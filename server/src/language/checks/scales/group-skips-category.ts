import type { GroupDeclaration } from '../../model/declarations';
import type { PlacedEdit } from '../../problem';
import { quoteText } from '../../syntax';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { addListed, offered } from '../fixes/edits';
import { together } from '../text/words';
import { scalesIn, type WrittenScale } from './scales-in';

export const groupSkipsCategory: Check = {
  code: 'group-skips-category',
  severity: 'warning',
  title: 'Group with a gap on an ordered scale',
  doc: {
    why: 'A net on an ordered scale usually takes neighbours. One that skips a category in between is most often a category forgotten. Add it, or name the group so that the gap is clearly intended.',
    wrong: `codebook: example
languages: [en]
questions:
  degree:
    text: To what degree?
    scale:
      order: descending
      categories: {high: {code: 1}, some: {code: 2}, little: {code: 3}, not_at_all: {code: 4}}
      groups: {any: {label: To any degree, of: [high, little]}}
`,
    right: `codebook: example
languages: [en]
questions:
  degree:
    text: To what degree?
    scale:
      order: descending
      categories: {high: {code: 1}, some: {code: 2}, little: {code: 3}, not_at_all: {code: 4}}
      groups: {any: {label: To any degree, of: [high, some, little]}}
`,
  },
  where: ['answers'],
  run: findGaps,
};

function* findGaps({ own }: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(own)) {
    for (const group of scale.order === undefined ? [] : scale.groups) {
      const skipped = skippedBy(group, scale);
      if (skipped.length === 0) continue;
      yield {
        place: group.id.place,
        expected: 'A group of an ordered scale should take categories that follow each other.',
        found: `${code(group.id.text)} leaves out ${together(skipped)} in between`,
        fixes: offered(`Add ${together(skipped)}`, added(group, scale, skipped)),
      };
    }
  }
}

/** In the order of the scale, behind what stands above them there. */
function added(group: GroupDeclaration, { categories }: WrittenScale, skipped: readonly string[]): readonly PlacedEdit[] {
  const ids = categories.map(({ id }) => id.text);
  const first = ids.indexOf(skipped[0] ?? '');
  const above = group.of.filter(({ text }) => ids.indexOf(text) < first).at(-1) ?? group.of[0];
  if (above === undefined) return [];
  const edits = skipped.flatMap((id) => addListed(above.place, quoteText(id, { flow: true })));
  return edits.slice(0, 1).map((edit) => ({ ...edit, newText: edits.map(({ newText }) => newText).join('') }));
}

/** Categories between the first and the last of a group that are none of it. Nothing where it names what is not there. */
function skippedBy(group: GroupDeclaration, { categories, groups }: WrittenScale): readonly string[] {
  const ids = categories.map(({ id }) => id.text);
  const members = new Set(membersOf(group, groups, []));
  if ([...members].some((member) => !ids.includes(member))) return [];
  const positions = ids.flatMap((id, at) => (members.has(id) ? [at] : []));
  return ids.slice(positions[0] ?? 0, positions.at(-1) ?? 0).filter((id) => !members.has(id));
}

/** Groups in a group stand for their categories; one that contains itself is not followed. */
function membersOf(
  group: GroupDeclaration,
  groups: readonly GroupDeclaration[],
  above: readonly GroupDeclaration[],
): readonly string[] {
  return group.of.flatMap(({ text }) => {
    const inner = groups.find(({ id }) => id.text === text);
    if (inner === undefined) return [text];
    return inner === group || above.includes(inner) ? [] : membersOf(inner, groups, [...above, group]);
  });
}
