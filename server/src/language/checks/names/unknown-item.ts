import type { Check, CheckSubject, Finding } from '../check';
import { unknownInExpressions } from '../expressions/unknown-in-expressions';
import { unknownNames } from './unknown-names';

export const unknownItem: Check = {
  code: 'unknown-item',
  severity: 'error',
  title: 'Unknown item or option',
  doc: {
    why: 'An option or item that the question does not have is answered by nobody. Change the name to one of its items.',
    wrong: `codebook: example
languages: [en]
questions:
  channels:
    text: How do you reach us?
    type: multiple
    options: {web: Web, phone: Phone, none_of_these: None of these}
    exclusive: [none]
    unticked: not_answered
`,
    right: `codebook: example
languages: [en]
questions:
  channels:
    text: How do you reach us?
    type: multiple
    options: {web: Web, phone: Phone, none_of_these: None of these}
    exclusive: [none_of_these]
    unticked: not_answered
`,
  },
  run: findUnknown,
};

const unknownOutside = unknownNames('item', 'an item of the question', 'Each item must be one of its question.');

function* findUnknown(subject: CheckSubject): Iterable<Finding> {
  yield* unknownOutside(subject);
  yield* unknownInExpressions(subject, 'unknown-item');
}
