import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { overlap, type WrittenCode } from './codes';
import { codesOf } from './duplicate-code';
import { scalesIn } from './scales-in';

export const codeOverlap: Check = {
  code: 'code-overlap',
  severity: 'error',
  title: "Code of a missing answer that is also a category's",
  doc: {
    why: 'A cell with that code would be an answer and a missing answer at once, in the base and out of it. Give the missing answer a code, or a range, that no category has.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 9}}
      missing: {no_answer: {code: 8..99, kind: item_nonresponse}}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 2}}
      missing: {no_answer: {code: 8..99, kind: item_nonresponse}}
`,
  },
  where: ['answers'],
  run: findOverlaps,
};

function* findOverlaps(subject: CheckSubject): Iterable<Finding> {
  for (const scale of scalesIn(subject.own)) {
    const { categories, missing } = codesOf(subject, scale);
    for (const answer of missing) {
      const category = categories.find((one) => overlap(one.code.text, answer.code.text));
      if (category === undefined || answer.code.text === '') continue;
      yield {
        place: answer.code.place,
        expected: 'The code of a missing answer must not be the code of a category.',
        found: overlapWords(answer.code.text, category),
        related: [{ place: category.code.place, text: `The code of \`${category.id}\`.` }],
      };
    }
  }
}

function overlapWords(written: string, { id, code: taken }: WrittenCode): string {
  if (written === taken.text) return `${code(written)} is the code of \`${id}\` as well`;
  return `${code(written)} takes in the code of \`${id}\`, ${code(taken.text)}`;
}
