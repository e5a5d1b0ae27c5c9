import type { Check, CheckSubject, Finding } from '../check';
import { type ClassList, classListsOf, type NumberedClass } from './classes';
import { type Interval, isWithin, overlapOf, wholeNumbersIn } from './interval';

export const classesOverlap: Check = {
  code: 'classes-overlap',
  severity: 'warning',
  title: 'Classes that overlap',
  doc: {
    why: 'A number on the boundary belongs to two classes: two readers, or two rounds of the survey, may put it in different ones. Let each class begin after the end of the one before it.',
    wrong: `codebook: example
languages: [en]
scales:
  sizes:
    order: ascending
    categories:
      small: {code: 1, label: 0–10}
      middle: {code: 2, label: 10–50}
      large: {code: 3, label: 50+}
questions:
  size: {label: Size, scale: sizes}
`,
    right: `codebook: example
languages: [en]
scales:
  sizes:
    order: ascending
    categories:
      small: {code: 1, label: 0–9}
      middle: {code: 2, label: 10–49}
      large: {code: 3, label: 50+}
questions:
  size: {label: Size, scale: sizes}
`,
  },
  where: ['answers'],
  run: findOverlaps,
};

interface Overlap {
  readonly first: NumberedClass;
  readonly second: NumberedClass;
  readonly shared: string;
}

/** One for each list of classes, however many numbers are in two of them. */
function* findOverlaps(subject: CheckSubject): Iterable<Finding> {
  for (const list of classListsOf(subject)) {
    const overlaps = overlapsIn(list);
    if (overlaps.length === 0) continue;
    yield {
      place: list.place,
      expected: 'Each number must belong to one class.',
      found: `in \`${list.name}\` ${inWords(overlaps.map(({ shared }) => shared))} in two classes`,
      related: overlaps.map(({ first, second, shared }) => ({
        place: second.id.place,
        text: `\`${second.id.text}\` shares ${shared} with \`${first.id.text}\``,
      })),
    };
  }
}

function overlapsIn({ kind, classes }: ClassList): readonly Overlap[] {
  return classes.flatMap((first, at) =>
    classes.slice(at + 1).flatMap((second) => {
      const overlap = overlapOf(first.interval, second.interval);
      if (overlap === undefined || (kind === 'conditions' && isPassedOn(first.interval, second.interval))) return [];
      const shared = wholeNumbersIn(overlap);
      return shared === undefined ? [] : [{ first, second, shared }];
    }),
  );
}

/** The first condition that is yes counts: a wider class below takes the rest of its numbers, and that is meant. */
function isPassedOn(first: Interval, second: Interval): boolean {
  return isWithin(first, second) || isWithin(second, first);
}

function inWords(numbers: readonly string[]): string {
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return `${only} ${/^-?\d+$/.test(only) ? 'is' : 'are'}`;
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} are each`;
}
