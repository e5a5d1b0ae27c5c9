import type { Check, CheckSubject, Finding } from '../check';
import { unknownInExpressions } from '../expressions/unknown-in-expressions';
import { unknownNames } from './unknown-names';

export const unknownVariable: Check = {
  code: 'unknown-variable',
  severity: 'error',
  title: 'Unknown question or derived variable',
  doc: {
    why: 'A condition, a split and a test can name only what the codebook asks or derives; of anything else nobody has an answer. Change the name, or declare the variable.',
    wrong: `codebook: example
languages: [en]
defaults: {by: [gendre]}
questions:
  gender: {label: Gender, scale: {categories: {woman: {code: 1}, man: {code: 2}}}}
`,
    right: `codebook: example
languages: [en]
defaults: {by: [gender]}
questions:
  gender: {label: Gender, scale: {categories: {woman: {code: 1}, man: {code: 2}}}}
`,
  },
  run: findUnknown,
};

const unknownOutside = unknownNames(
  'variable',
  'a question or derived variable',
  'Each variable must be a question or a derived variable of the codebook.',
);

function* findUnknown(subject: CheckSubject): Iterable<Finding> {
  yield* unknownOutside(subject);
  yield* unknownInExpressions(subject, 'unknown-name');
}
