import type { Check, CheckSubject, Finding } from '../check';
import { hasKey } from '../expressions/edits';

export const derivedWithoutValue: Check = {
  code: 'derived-without-value',
  severity: 'error',
  title: 'Derived variable without a definition',
  doc: {
    why: 'Categories alone do not say who is in them. Give the variable a `value`, each category a `when`, or name under `of` the question whose categories are merged.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    categories:
      small: {label: Small}
      large: {label: Large}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    categories:
      small: {label: Small, when: employees < 50}
      large: {label: Large, when: employees >= 50}
`,
  },
  looksAt: ['derived'],
  run: findUndefined,
};

function* findUndefined({ own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    if (derived.categories.length === 0 || hasKey(derived, 'value')) continue;
    if (derived.categories.some(({ when, of }) => when !== undefined || of !== undefined)) continue;
    yield {
      place: derived.id.place,
      expected: 'A derived variable must say how its value comes about: `value`, or categories with `when` or `of`.',
      found: `nothing says who is in the categories of \`${derived.id.text}\``,
    };
  }
}
