import { quoteText } from '../../syntax';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { addListed, isInBrackets, offered } from '../fixes/edits';
import { together } from '../text/words';
import { mergeOfAreas } from './merge-example';
import { mergesIn } from './merges';

export const mergeLeavesOut: Check = {
  code: 'merge-leaves-out',
  severity: 'warning',
  title: 'Merge that leaves categories out',
  doc: {
    why: 'A respondent whose answer no merged category names is outside the universe, in no base and in no table. If that is intended, switch the check off with a comment that says so; otherwise name the answer.',
    wrong: mergeOfAreas(
      'mainland_north: {label: Mainland north, of: [north]}',
      'mainland_south: {label: Mainland south, of: [south]}',
    ),
    right: mergeOfAreas('mainland: {label: Mainland, of: [north, south]}', 'sea: {label: Islands, of: [islands]}'),
  },
  looksAt: ['derived'],
  run: findLeftOut,
};

function* findLeftOut(subject: CheckSubject): Iterable<Finding> {
  for (const { derived, of, scale, takings } of mergesIn(subject)) {
    const taken = new Set(takings.flatMap(({ members }) => members));
    const ids = scale.categories.flatMap(({ id }) => (taken.has(id) ? [] : [id]));
    const left = ids.map(code);
    if (left.length === 0) continue;
    yield {
      place: of.place,
      expected: 'A merge should say where each category goes; what it leaves out is outside its universe.',
      found: `\`${derived.id.text}\` leaves out ${left.join(', ')}`,
      fixes: derived.categories.flatMap(({ id, of: members = [] }) => {
        const last = members.at(-1);
        const source = ids.map((one) => quoteText(one, { flow: true })).join(', ');
        const edits = last === undefined || !isInBrackets(last.place) ? [] : addListed(last.place, source);
        return offered(`Add ${together(ids)} to ${code(id.text)}`, edits);
      }),
    };
  }
}
