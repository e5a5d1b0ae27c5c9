import type { Codebook } from '../../model/codebook';
import type { ScaleDeclaration } from '../../model/declarations';
import { usesNamed } from '../../model/use-index';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { addBelow, offered } from '../fixes/edits';
import { isReadWhole } from '../structure/read-whole';
import { freeCode } from './free-code';
import { inlineScale } from './scales-in';

export const categoryWithoutCode: Check = {
  code: 'category-without-code',
  severity: 'error',
  title: 'Category without a code',
  doc: {
    why: 'Data hold codes, so a category without one is never found in them and gets 0 %. Give every category of the scale the code it has in the data file.',
    wrong: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {label: Regions}}}}
`,
    right: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1}, region: {code: 2, label: Regions}}}}
`,
  },
  where: ['answers'],
  run: findWithoutCode,
};

/**
 * Codes are needed where some category has one, and where a question of a codebook with data stands on the scale. A
 * questionnaire that has not been coded yet needs none.
 */
function* findWithoutCode({ codebook, own, surroundings }: CheckSubject): Iterable<Finding> {
  for (const scale of [...own.scales, ...own.questions.flatMap((one) => inlineScale(one) ?? [])]) {
    const lacking = scale.categories.filter((category) => category.code === undefined && isReadWhole(category.place));
    if (lacking.length === 0) continue;
    const isCoded = scale.categories.some((category) => category.code !== undefined);
    const hasData = codebook.data !== undefined && isAsked(codebook, scale);
    const isImportedWithData = scale.id !== undefined && surroundings.scalesWithData.includes(scale.id.text);
    if (!isCoded && !hasData && !isImportedWithData) continue;
    for (const [at, { id }] of lacking.entries()) {
      const free = freeCode(scale, at);
      yield {
        place: id.place,
        expected: isCoded
          ? 'Each category of a scale with codes must have one.'
          : 'Each category of a question with data must have a code.',
        found: `${code(id.text)} has no \`code\``,
        fixes: free === undefined ? [] : offered(`Add \`code: ${free}\``, addBelow(id.place, 'code', free)),
      };
    }
  }
}

/** A scale written in a question is asked; a named one where a question uses it. */
function isAsked(codebook: Codebook, { id }: ScaleDeclaration): boolean {
  return id === undefined || usesNamed(codebook, { kind: 'scale', name: id.text }).some((use) => !use.declares);
}
