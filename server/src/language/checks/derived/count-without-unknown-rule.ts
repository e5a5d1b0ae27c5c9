import { rulesFor } from '../../expression';
import type { UnknownRule } from '../../expression/value';
import type { DerivedDeclaration } from '../../model/declarations';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { addKey, hasKey } from '../expressions/edits';
import { broadOfActivities } from './count-example';
import { countsIn, type PlacedCount } from './counts';

export const countWithoutUnknownRule: Check = {
  code: 'count-without-unknown-rule',
  severity: 'error',
  title: 'Count without a rule for unknown items',
  doc: {
    why: 'How an item without a known answer is counted can move a share by ten points. Nothing counts silently, so the rule must be stated: `determinable` keeps those whose result the unknown items can’t change, `as_no` counts unknown items as no, `complete` keeps only complete cases.',
    wrong: broadOfActivities('value: count(activities = yes) >= 2'),
    right: broadOfActivities('value: count(activities = yes) >= 2, unknown: determinable'),
  },
  looksAt: ['derived'],
  run: findRuleless,
};

/** The order in which rules are worth considering. */
const suggested: readonly UnknownRule['rule'][] = ['determinable', 'as_no', 'complete'];

function* findRuleless({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    const [first] = derived.unknown === undefined && !hasKey(derived, 'unknown') ? countsIn(codebook, derived) : [];
    if (first === undefined) continue;
    const { function: name, items } = first.count;
    yield {
      place: first.text.toPlace(first.count.span),
      expected: 'What an item without a known answer counts as must be stated under `unknown`.',
      found: `\`${name}\` goes over ${items} ${items === 1 ? 'item' : 'items'} and does not say what unknown ones count as`,
      fixes: rulesAsFixes(derived, first),
    };
  }
}

function rulesAsFixes(derived: DerivedDeclaration, { count }: PlacedCount): readonly Fix[] {
  const possible = rulesFor(count.function);
  return suggested
    .filter((rule) => possible.includes(rule))
    .slice(0, 2)
    .map((rule) => ({
      title: `Add \`unknown: ${rule}\``,
      safe: false,
      edits: addKey(derived, 'unknown', rule, derived.value === undefined ? undefined : 'value'),
    }))
    .filter(({ edits }) => edits.length > 0);
}
