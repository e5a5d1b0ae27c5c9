import { rulesFor } from '../../expression';
import type { Aggregate } from '../../expression/typed';
import type { DerivedDeclaration, UnknownText } from '../../model/declarations';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { offered } from '../fixes/edits';
import { countsIn } from './counts';
import { otherMinimum, otherRules, withoutDontKnow } from './rule-edits';

export const ruleDoesNotFit: Check = {
  code: 'rule-does-not-fit',
  severity: 'error',
  title: 'Rule that does not fit what is counted',
  doc: {
    why: 'A mean can’t be determined whatever a missing number is, and a missing number is not 0. Nor can more items be known than there are. Choose a rule that the function has.',
    wrong: `codebook: example
languages: [en]
questions:
  visits: {label: Visits, type: number}
  calls: {label: Calls, type: number}
derived:
  contacts: {label: Contacts, value: "mean(visits, calls)", unknown: as_no}
`,
    right: `codebook: example
languages: [en]
questions:
  visits: {label: Visits, type: number}
  calls: {label: Calls, type: number}
derived:
  contacts: {label: Contacts, value: "mean(visits, calls)", unknown: complete}
`,
  },
  looksAt: ['derived'],
  run: findMisfits,
};

function* findMisfits({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    const { unknown } = derived;
    if (unknown === undefined) continue;
    const misfit = countsIn(codebook, derived)
      .map(({ count }) => misfitOf(unknown, count))
      .find((one) => one !== undefined);
    if (misfit === undefined) continue;
    const { fixes, ...said } = misfit;
    yield { place: unknown.place, ...said, fixes: fixes(derived) };
  }
}

interface Misfit extends Pick<Finding, 'expected' | 'found'> {
  readonly fixes: (derived: DerivedDeclaration) => readonly Fix[];
}

function misfitOf(unknown: UnknownText, { function: name, items }: Aggregate): Misfit | undefined {
  const rules = rulesFor(name);
  if (!rules.includes(unknown.rule)) {
    return {
      expected: `The rules for \`${name}\` are ${rules.map(asWritten).join(', ')}.`,
      found: `${asWritten(unknown.rule)} is none of them`,
      fixes: (derived) => otherRules(derived, rules),
    };
  }
  const { minValid, dontKnow } = unknown;
  if (name === 'mean' && dontKnow === 'as_no') {
    return {
      expected: 'In a mean a don’t know can’t count as no: a missing number is not 0.',
      found: '`dont_know: as_no` stands beside a `mean`',
      fixes: (derived) => offered('Remove `dont_know`', withoutDontKnow(derived)),
    };
  }
  if (minValid === undefined || minValid <= items) return undefined;
  return {
    expected: 'No more items can be known than there are.',
    found: `\`min_valid: ${minValid}\` is asked of ${items} ${items === 1 ? 'item' : 'items'}`,
    fixes: (derived) => otherMinimum(derived, items),
  };
}

function asWritten(rule: UnknownText['rule']): string {
  return rule === 'min_valid' ? '`{min_valid: …}`' : `\`${rule}\``;
}
