import type { Check, CheckSubject, Finding } from '../check';
import { flowRests } from './flow-rests';
import { fromSyntax } from './from-syntax';

export const halfTypedKey: Check = {
  code: 'half-typed-key',
  severity: 'error',
  title: 'Key without a colon',
  doc: {
    why: 'Each line below an id is a key, a colon and a value. A word alone means nothing yet: finish the key, or remove the line.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Are you satisfied?
    type: text
    colu
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Are you satisfied?
    type: text
    column: satisfaction
`,
  },
  run: findHalfTyped,
};

const expected = 'A key must be followed by a colon and a value.';
const inLines = fromSyntax('half-typed-key', expected);

function* findHalfTyped(subject: CheckSubject): Iterable<Finding> {
  yield* inLines(subject);
  for (const { kind, entry, pair } of flowRests(subject)) {
    if (kind !== 'half-typed') continue;
    yield { place: { entry, span: pair.key.span }, expected, found: `\`${pair.key.text}\` has no colon` };
  }
}
