import type { DerivedDeclaration } from '../../model/declarations';
import { type Cell, sharesOf } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { restsOnSound } from '../expressions/sound';
import { otherRules } from './rule-edits';

export const estimateOutsideBounds: Check = {
  code: 'estimate-outside-bounds',
  severity: 'warning',
  title: 'Share that no answers could give',
  needsData: true,
  doc: {
    why: 'If all unknown items were no, a share would be at its lowest, and if all were yes, at its highest. A rule that drops respondents whom the unknown items could not change, as complete cases do, can give a share outside of these bounds: it is wrong whatever was meant. `determinable` keeps them, and never leaves the bounds.',
    wrong: broadIn('complete'),
    right: broadIn('determinable'),
  },
  looksAt: ['derived'],
  run: findOutside,
};

function broadIn(rule: string): string {
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
  broad: {label: Broad, value: count(activities = yes) >= 2, unknown: ${rule}}
#- answers.csv
id,activities_ideas,activities_needs,activities_research
1,1,1,1
2,2,2,2
3,2,2,9
4,2,2,9
`;
}

function* findOutside({ codebook, own, bound }: CheckSubject): Iterable<Finding> {
  if (bound === undefined) return;
  for (const derived of own.derived) {
    const { unknown, id } = derived;
    if (unknown === undefined || keepsBounds(derived) || !restsOnSound(codebook, id.text)) continue;
    const tables = sharesOf(codebook, bound.table).tables({ kind: 'derived', id: id.text });
    const outside = tables.flatMap(({ cells }) => cells.filter((cell) => cell.category !== 'no' && sideOf(cell) !== undefined));
    const total = outside.find(({ groups }) => groups.every((group) => group === 'total'));
    const first = total ?? outside[0];
    if (first === undefined) continue;
    const among = total === undefined ? ` among ${groupsOf(first)}` : '';
    yield {
      place: unknown.place,
      expected: 'A share should lie between what it is if all unknown items are no, and if all are yes.',
      found: `with \`${unknown.rule}\` the share of \`${id.text}\`${among} is ${sideOf(first)} of these`,
      fixes: otherRules(derived, ['determinable']),
    };
  }
}

/** Rules by which a share rests on all whom the unknown items can't change. */
function keepsBounds({ unknown }: DerivedDeclaration): boolean {
  return unknown?.rule === 'as_no' || unknown?.rule === 'determinable';
}

/** The noise of sums of weights is no difference. */
const noise = 1e-9;

function sideOf({ estimate, bounds }: Cell): 'above the highest' | 'below the lowest' | undefined {
  if (estimate.kind !== 'value' || bounds === undefined) return undefined;
  if (estimate.value > bounds.high + noise) return 'above the highest';
  return estimate.value < bounds.low - noise ? 'below the lowest' : undefined;
}

function groupsOf({ groups }: Cell): string {
  return groups
    .filter((group) => group !== 'total')
    .map((group) => `\`${group}\``)
    .join(' × ');
}
