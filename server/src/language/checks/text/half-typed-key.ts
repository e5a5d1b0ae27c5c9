import { lineEndAfter, lineStartBefore } from '../../text/lines';
import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeAt, wholeLine } from '../fixes/edits';
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
  where: ['damage', 'flow_rest'],
  run: findHalfTyped,
};

const expected = 'A key must be followed by a colon and a value.';
const inLines = fromSyntax('half-typed-key', expected, (entry, { span }) => {
  const word = entry.text.slice(span.start, span.end);
  const start = lineStartBefore(entry.text, span.start);
  const isAlone = entry.text.slice(start, lineEndAfter(entry.text, start)).trim() === word;
  return isAlone ? offered(`Remove \`${word}\``, [{ place: { entry, span: wholeLine(entry, span) }, newText: '' }]) : [];
});

function* findHalfTyped(subject: CheckSubject): Iterable<Finding> {
  yield* inLines(subject);
  for (const { kind, entry, pair } of flowRests(subject)) {
    if (kind !== 'half-typed') continue;
    const place = { entry, span: pair.key.span };
    const fixes = offered(`Remove \`${pair.key.text}\``, removeAt(place));
    yield { place, expected, found: `\`${pair.key.text}\` has no colon`, fixes };
  }
}
