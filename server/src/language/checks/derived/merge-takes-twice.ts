import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeListed } from '../fixes/edits';
import { mergeOfAreas } from './merge-example';
import { mergesIn, type Taking } from './merges';

export const mergeTakesTwice: Check = {
  code: 'merge-takes-twice',
  severity: 'error',
  title: 'Merge that takes a category twice',
  doc: {
    why: 'Groups never overlap: each respondent is in one of them, and only the first is counted here. Two ways of grouping are two derived variables.',
    wrong: mergeOfAreas('mainland: {label: Mainland, of: [north, south]}', 'coast: {label: Coast, of: [south, islands]}'),
    right: mergeOfAreas('mainland: {label: Mainland, of: [north]}', 'coast: {label: Coast, of: [south, islands]}'),
  },
  looksAt: ['derived'],
  run: findTakenTwice,
};

/** One for each name that takes what another has taken. */
function* findTakenTwice(subject: CheckSubject): Iterable<Finding> {
  for (const { takings } of mergesIn(subject)) {
    const taken = new Map<string, Taking>();
    for (const taking of takings) {
      const twice = taking.members.filter((member) => taken.has(member) && isSlip(taken.get(member), taking));
      const earlier = taken.get(twice[0] ?? '');
      for (const member of taking.members) if (!taken.has(member)) taken.set(member, taking);
      if (earlier === undefined) continue;
      yield {
        place: taking.name.place,
        expected: 'A merge must take each category once.',
        found: `${twice.map((id) => `\`${id}\``).join(', ')} ${twice.length === 1 ? 'is' : 'are'} already in \`${earlier.category.text}\``,
        related: [{ place: earlier.name.place, text: 'it is taken first here' }],
        fixes: [
          ...offered(`Take it out of \`${taking.category.text}\``, removeListed(taking.name.place)),
          ...(earlier.category === taking.category
            ? []
            : offered(`Take it out of \`${earlier.category.text}\``, removeListed(earlier.name.place))),
        ],
      };
    }
  }
}

/** A category beside a group it is in changes nothing within one merged category; the same name twice is a slip. */
function isSlip(earlier: Taking | undefined, taking: Taking): boolean {
  return earlier?.category !== taking.category || earlier.name.text === taking.name.text;
}
