import type { DerivedCategory, DerivedDeclaration } from '../../model/declarations';
import type { Check, CheckSubject, Finding } from '../check';
import { mergeOfAreas } from './merge-example';

export const derivedMixesKinds: Check = {
  code: 'derived-mixes-kinds',
  severity: 'error',
  title: 'Derived variable defined in two ways',
  doc: {
    why: 'A derived variable has a `value`, or classes with `when`, or merges the categories of one question. With two of them, one is silently left out. Make two variables, or remove one.',
    wrong: mergeOfAreas(
      'mainland: {label: Mainland, of: [north, south, islands]}',
      'remote: {label: Remote, when: area = islands}',
    ),
    right: mergeOfAreas('mainland: {label: Mainland, of: [north, south]}', 'remote: {label: Remote, of: [islands]}'),
  },
  looksAt: ['derived'],
  run: findMixed,
};

const expected = 'A derived variable is defined in one way: by `value`, by `when`, or by `of`.';

/** One for each variable, at the first part that is left out. */
function* findMixed({ own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    const found = derived.categories.map((category) => oddPart(derived, category)).find((one) => one !== undefined);
    if (found !== undefined) yield found;
  }
}

function oddPart(derived: DerivedDeclaration, { id, when, of }: DerivedCategory): Finding | undefined {
  const name = `\`${derived.id.text}\``;
  if (derived.value !== undefined) {
    if (when !== undefined) return { place: when.place, expected, found: `${name} has a \`value\`, and here a \`when\`` };
    const first = of?.[0];
    if (first !== undefined) return { place: first.place, expected, found: `${name} has a \`value\`, and here an \`of\`` };
    if (id.text === 'yes' || id.text === 'no') return undefined;
    const rule = 'Beside a `value`, only `yes` and `no` can have labels; other categories need a `when`.';
    return { place: id.place, expected: rule, found: `\`${id.text}\` is neither` };
  }
  if (derived.of !== undefined && when !== undefined) {
    return { place: when.place, expected, found: `${name} merges \`${derived.of.text}\`, and here stands a \`when\`` };
  }
  const first = of?.[0];
  if (derived.of === undefined && first !== undefined) {
    const rule = 'The question whose categories are merged must be named: `of: <question>` beside `categories`.';
    return { place: first.place, expected: rule, found: `${name} names no question` };
  }
  return undefined;
}
