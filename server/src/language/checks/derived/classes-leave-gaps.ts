import type { Check, CheckSubject, Finding } from '../check';
import { type ClassList, classListsOf } from './classes';
import { gapsBetween, type Interval, wholeNumbersIn } from './interval';

export const classesLeaveGaps: Check = {
  code: 'classes-leave-gaps',
  severity: 'warning',
  title: 'Classes that leave gaps',
  doc: {
    why: 'A respondent with a number that no class takes is outside the universe and silently left out of every base. Close the gap, or use `otherwise` to give the rest a category.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    order: ascending
    categories:
      small: {label: Small, when: employees < 10}
      large: {label: Large, when: employees > 10}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    order: ascending
    categories:
      small: {label: Small, when: employees < 10}
      large: {label: Large, when: employees >= 10}
`,
  },
  where: ['answers'],
  run: findGaps,
};

function* findGaps(subject: CheckSubject): Iterable<Finding> {
  for (const list of classListsOf(subject)) {
    const left = gapsIn(list).flatMap((gap) => wholeNumbersIn(gap) ?? []);
    if (left.length === 0) continue;
    yield {
      place: list.place,
      expected: 'Every possible number must belong to a class.',
      found: `in \`${list.name}\` no class takes ${left.join(', nor ')}`,
    };
  }
}

/** Between the classes; and below and above them where a range says that there are such numbers. */
function gapsIn({ classes, isWhole, range }: ClassList): readonly Interval[] {
  if (!isWhole) return [];
  return gapsBetween([...(range === undefined ? [] : endsOf(range)), ...classes.map(({ interval }) => interval)]);
}

/** What lies outside a range is no gap: it is as if it had classes of its own. */
function endsOf({ low, high, includesLow, includesHigh }: Interval): readonly Interval[] {
  const below = { low: Number.NEGATIVE_INFINITY, high: low, includesLow: false, includesHigh: !includesLow };
  const above = { low: high, high: Number.POSITIVE_INFINITY, includesLow: !includesHigh, includesHigh: false };
  return [below, above];
}
