import type { Check, CheckSubject, Finding } from '../check';
import { meaningOf } from './test-values';

export const testValueImpossible: Check = {
  code: 'test-value-impossible',
  severity: 'error',
  title: 'Test with a value that can’t be',
  doc: {
    why: 'A test with an answer that nobody can give tests nothing. Write a number in the range, a category’s id, or a kind of missing answer.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  large: {label: Large, value: employees >= 50}
tests:
  fifty is large:
    given: {employees: many}
    expect: {large: "yes"}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  large: {label: Large, value: employees >= 50}
tests:
  fifty is large:
    given: {employees: 50}
    expect: {large: "yes"}
`,
  },
  looksAt: ['tests'],
  run: findImpossible,
};

function* findImpossible({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const test of own.tests) {
    for (const value of [...test.given, ...test.expect]) {
      const meaning = meaningOf(codebook, value);
      if (meaning.kind === 'impossible') {
        yield { place: value.value.place, expected: meaning.expected, found: meaning.found };
      }
    }
    for (const { value, variable } of test.given.filter((one) => meaningOf(codebook, one).kind === 'any_missing')) {
      yield {
        place: value.place,
        expected: 'What is given must be one answer: `missing` stands for any kind, in `expect` alone.',
        found: `\`${variable.text}\` is given as \`missing\``,
        fixes: [
          {
            title: 'Change to `item_nonresponse`',
            safe: false,
            edits: [{ place: value.place, newText: 'item_nonresponse' }],
          },
        ],
      };
    }
  }
}
