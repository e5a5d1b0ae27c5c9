import type { LocalizedText, Name } from '../../model/declarations';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { scalesIn, type WrittenScale } from './scales-in';

export const duplicateLabel: Check = {
  code: 'duplicate-label',
  severity: 'warning',
  title: 'Label that two answers share',
  doc: {
    why: "Two rows of a table with the same label can't be told apart; often a label was copied and never changed. Give each answer a label of its own.",
    wrong: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1, label: Agencies}, region: {code: 2, label: Agencies}}}}
`,
    right: `codebook: example
languages: [en]
questions:
  actor: {label: Actor, scale: {categories: {agency: {code: 1, label: Agencies}, region: {code: 2, label: Regions}}}}
`,
  },
  where: ['answers'],
  run: findDuplicates,
};

function* findDuplicates({ own }: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(own)) {
    const first = new Map<string, { readonly id: string; readonly label: Name }>();
    for (const { id, language, label } of labelsIn(scale)) {
      const key = `${language} ${label.text.trim().toLowerCase()}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { id, label });
      else if (earlier.id !== id) {
        yield {
          place: label.place,
          expected: 'Each answer of a scale should have a label of its own.',
          found: `${code(label.text)} is the label of \`${earlier.id}\` as well`,
          related: [{ place: earlier.label.place, text: `The label of \`${earlier.id}\`.` }],
        };
      }
    }
  }
}

function labelsIn({ categories, missing, groups }: WrittenScale) {
  const labelled: readonly { readonly id: Name; readonly label?: LocalizedText | undefined }[] = [
    ...categories,
    ...missing,
    ...groups,
  ];
  return labelled.flatMap(({ id, label }) =>
    Object.entries(label?.byLanguage ?? {}).flatMap(([language, name]) =>
      name.text.trim() === '' ? [] : [{ id: id.text, language, label: name }],
    ),
  );
}
