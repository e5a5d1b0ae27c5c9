import type { Codebook, FileModel } from '../../model/codebook';
import type { Name, SplitText } from '../../model/declarations';
import type { Check, CheckSubject, Finding } from '../check';
import { indicatorOfSupport } from './support-example';

export const splitNotCategorical: Check = {
  code: 'split-not-categorical',
  severity: 'error',
  title: 'Split by something without categories',
  doc: {
    why: 'Results are split by the categories of one question with one answer. A number needs classes, a battery needs one of its items: derive a variable and split by that.',
    wrong: indicatorOfSupport('supported: {measure: share, of: support = high, by: [employees], base: answered}'),
    right: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, score: 2, label: High}
      some: {code: 2, score: 1, label: Some}
questions:
  support: {label: Support, scale: extent}
  employees: {label: Employees, type: number, range: 0..}
indicators:
  supported: {measure: share, of: support = high, by: [large]}
derived:
  large: {label: Large, value: employees >= 50}
`,
  },
  looksAt: ['indicators', 'figures'],
  run: findNoCategories,
};

function* findNoCategories({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const { variables } of splitsIn(own)) {
    for (const name of variables) yield* problemOf(codebook, name);
  }
}

function splitsIn(own: FileModel): readonly SplitText[] {
  return [
    ...(own.header.defaults?.by ?? []),
    ...own.indicators.flatMap(({ by }) => by ?? []),
    ...own.figures.flatMap(({ by }) => by ?? []),
  ];
}

function* problemOf(codebook: Codebook, { text, place }: Name): Iterable<Finding> {
  const type = codebook.variables.get(text)?.type;
  if (type === undefined || type.kind === 'category' || type.kind === 'yes_no') return;
  const what = type.kind === 'vector' ? `a battery of ${type.items.length} items` : `a ${type.kind}`;
  yield {
    place,
    expected: 'A split must be by a variable with categories, or a yes/no.',
    found: `\`${text}\` is ${what}`,
  };
}
