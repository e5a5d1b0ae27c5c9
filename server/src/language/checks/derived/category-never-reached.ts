import { comparesCount } from '../../expression';
import type { Value } from '../../expression/value';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration } from '../../model/declarations';
import { type Condition, findRespondent, type Search } from '../../model/universe-algebra';
import type { PlacedEdit } from '../../problem';
import { quoteText } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { addKey, hasKey } from '../expressions/edits';
import { restsOnSound } from '../expressions/sound';
import { offered } from '../fixes/edits';

export const categoryNeverReached: Check = {
  code: 'category-never-reached',
  severity: 'warning',
  title: 'Category that nobody can be in',
  doc: {
    why: 'The first condition that is yes decides the category, so one whose people are all taken by earlier conditions stays empty. Put the narrower condition first, or give the category a condition.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    categories:
      large: {label: Large, when: employees >= 10}
      huge: {label: Huge, when: employees >= 500}
      small: {label: Small, when: employees < 10}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  size:
    label: Size
    categories:
      huge: {label: Huge, when: employees >= 500}
      large: {label: Large, when: employees >= 10}
      small: {label: Small, when: employees < 10}
`,
  },
  looksAt: ['derived'],
  run: findUnreached,
};

const expected = 'Each category must be one that somebody can be in.';

function* findUnreached({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    if (codebook.variables.get(derived.id.text)?.declaration !== derived) continue;
    if (derived.value !== undefined) continue;
    yield* withoutCondition(derived);
    if (derived.of === undefined && restsOnSound(codebook, derived.id.text)) yield* takenAbove(codebook, derived);
  }
}

/** Beside categories that say who is in them. Where none does, the whole definition is missing, which is another problem. */
function* withoutCondition(derived: DerivedDeclaration): Iterable<Finding> {
  const says = (one: DerivedDeclaration['categories'][number]) => one.when !== undefined || one.of !== undefined;
  if (!derived.categories.some(says)) return;
  for (const category of derived.categories) {
    if (says(category) || category.id.text === derived.otherwise?.text) continue;
    yield {
      place: category.id.place,
      expected,
      found: `nothing says who is \`${category.id.text}\`: it has no \`${derived.of === undefined ? 'when' : 'of'}\``,
      fixes: offered(`Let \`${category.id.text}\` take the rest`, restTo(derived, category.id.text)),
    };
  }
}

function restTo(derived: DerivedDeclaration, category: string): readonly PlacedEdit[] {
  if (derived.of !== undefined || hasKey(derived, 'otherwise')) return [];
  return addKey(derived, 'otherwise', quoteText(category, { flow: true }));
}

function* takenAbove(codebook: Codebook, derived: DerivedDeclaration): Iterable<Finding> {
  const conditions: Condition[] = [];
  for (const { id, when } of derived.categories) {
    if (when === undefined) continue;
    const condition: Condition = { text: when, where: 'derived', rule: derived.unknown };
    const above = [...conditions];
    conditions.push(condition);
    if (hasImpossibleThreshold(codebook, when)) continue;
    if (reachedAfter(codebook, condition, above).kind !== 'never') continue;
    yield {
      place: id.place,
      expected,
      found:
        findRespondent(codebook, [condition], isReached).kind === 'never'
          ? `nobody is \`${id.text}\`: its condition is never yes`
          : `all who could be \`${id.text}\` are taken by the categories above it`,
    };
  }
}

/** That threshold is a problem of its own. */
function hasImpossibleThreshold(codebook: Codebook, when: Condition['text']): boolean {
  const { typed } = checkedExpression(codebook, when, 'derived', 'condition').checked;
  return comparesCount(typed).some(({ met }) => met === 'never');
}

function reachedAfter(codebook: Codebook, condition: Condition, above: readonly Condition[]): Search {
  return findRespondent(codebook, [condition, ...above], isReached);
}

/** The first of them is yes, and every one above it in the codebook is no. */
function isReached(values: readonly Value[]): boolean {
  return values.every((value, at) => value.known && value.value === (at === 0));
}
