import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';
import { isSoundDeclaration } from '../expressions/sound';
import { countsIn } from './counts';

export const unknownRuleWithoutCount: Check = {
  code: 'unknown-rule-without-count',
  severity: 'hint',
  title: 'Rule for unknown items without a count',
  doc: {
    why: 'The rule is about counted items. Where nothing is counted it does nothing, though a reader may believe that it does: `and` and `or` are three-valued and need no rule.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  large: {label: Large, value: employees >= 50, unknown: as_no}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  large: {label: Large, value: employees >= 50}
`,
  },
  looksAt: ['derived'],
  run: findIdle,
};

function* findIdle({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    const { unknown } = derived;
    const hasCondition = derived.value !== undefined || derived.categories.some(({ when }) => when !== undefined);
    if (unknown === undefined || !hasCondition || derived.of !== undefined) continue;
    if (!isSoundDeclaration(codebook, derived) || countsIn(codebook, derived).length > 0) continue;
    const edits = dropKey(derived, 'unknown');
    yield {
      place: unknown.place,
      expected: 'A rule for unknown items belongs to a count, sum or mean.',
      found: `\`${derived.id.text}\` counts nothing`,
      tag: 'unnecessary',
      fixes: edits.length === 0 ? [] : [{ title: 'Remove `unknown`', safe: true, edits }],
    };
  }
}
