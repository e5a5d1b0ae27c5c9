import { type Cell, sharesOf } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { restsOnSound } from '../expressions/sound';

export const rulesDisagree: Check = {
  code: 'rules-disagree',
  severity: 'warning',
  title: 'Share that hangs on the rule for unknown items',
  doc: {
    why: 'With few unknown items every rule gives nearly the same share. Where they differ by more than half of the confidence interval, the rule decides as much as who was drawn, and the interval says nothing of it. Show the logical bounds beside the share, or state in a comment that switches this off why the rule is right.',
    wrong: broadAmong(12),
    right: broadAmong(1),
  },
  looksAt: ['derived'],
  needsData: true,
  run: findDisagreeing,
};

function broadAmong(undetermined: number): string {
  const rows = [
    ...Array.from({ length: 5 }, () => '1,1,1'),
    ...Array.from({ length: 3 }, () => '2,2,2'),
    ...Array.from({ length: undetermined }, () => '1,2,9'),
  ];
  return `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
defaults: {base: answered}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {no_answer: {code: 9, kind: item_nonresponse, label: No answer}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs, research: Research}}
derived:
  broad: {label: Broad, value: count(activities = yes) >= 2, unknown: determinable}
#- answers.csv
id,activities_ideas,activities_needs,activities_research
${rows.map((row, at) => `${at + 1},${row}`).join('\n')}
`;
}

function* findDisagreeing({ codebook, own, bound }: CheckSubject): Iterable<Finding> {
  if (bound === undefined) return;
  for (const { id, unknown } of own.derived) {
    if (unknown === undefined || !restsOnSound(codebook, id.text)) continue;
    const tables = sharesOf(codebook, bound.table).tables({ kind: 'derived', id: id.text });
    const total = tables[0]?.cells.find(
      ({ groups, category }) => groups.every((group) => group === 'total') && (category ?? 'yes') === 'yes',
    );
    if (total === undefined || !disagree(total)) continue;
    yield {
      place: unknown.place,
      expected: 'The shares that the rules for unknown items give should differ by less than half of the confidence interval.',
      found: `those of \`${id.text}\` lie further apart`,
    };
  }
}

/**
 * Whether the share as stated, that of `as_no` (all unknown are no) and that of `determinable` (of those whom the unknown items
 * can't change) lie further apart than half of the interval is wide. Both follow from the logical bounds.
 */
function disagree({ estimate, bounds, uncertainty }: Cell): boolean {
  if (estimate.kind !== 'value' || bounds === undefined || uncertainty?.kind !== 'value') return false;
  const { interval } = uncertainty;
  const determined = 1 - (bounds.high - bounds.low);
  if (interval.kind !== 'interval' || determined <= 0) return false;
  const shares = [estimate.value, bounds.low, bounds.low / determined];
  return Math.max(...shares) - Math.min(...shares) > (interval.high - interval.low) / 2;
}
