import type { CategoryDeclaration } from '../../model/declarations';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { kindNamed } from './kind-named';
import { movedToMissing } from './moved-to-missing';
import { inlineScale } from './scales-in';

export const missingAmongCategories: Check = {
  code: 'missing-among-categories',
  severity: 'hint',
  title: 'Don’t know or no answer among the categories',
  doc: {
    why: 'What stands among the categories counts as an answer in every base, and a scale of yes, no and “don’t know” is not a yes/no scale. Move it to `missing` with its `kind`; where don’t know is an answer in its own right, as to a question of knowledge, say so in a comment that switches the check off.',
    wrong: `codebook: example
languages: [en]
scales:
  extent: {categories: {high: {code: 1, label: High}, low: {code: 2, label: Low}, unsure: {code: 8, label: Don't know}}}
questions:
  trust: {text: Do you trust your management?, scale: extent}
`,
    right: `codebook: example
languages: [en]
scales:
  extent:
    categories: {high: {code: 1, label: High}, low: {code: 2, label: Low}}
    missing: {unsure: {code: 8, label: Don't know, kind: dont_know}}
questions:
  trust: {text: Do you trust your management?, scale: extent}
`,
  },
  where: ['answers'],
  run: findMissing,
};

function* findMissing({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const { categories, missing } of [...own.scales, ...own.questions.flatMap((one) => inlineScale(one) ?? [])]) {
    for (const category of categories) {
      const kind = kindNamed(namesOf(category));
      if (kind === undefined) continue;
      yield {
        place: category.id.place,
        expected: 'What is not an answer should stand under `missing`, with its kind.',
        found: `${code(category.id.text)} stands among the categories and counts as an answer`,
        fixes: movedToMissing(codebook, category, categories.length, missing, kind),
      };
    }
  }
}

function namesOf({ id, label }: CategoryDeclaration): readonly string[] {
  return [...Object.values(label?.byLanguage ?? {}).map(({ text }) => text), id.text.replaceAll('_', ' ')];
}
