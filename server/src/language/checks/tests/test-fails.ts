import { fullName } from '../../expression';
import type { Value } from '../../expression/value';
import type { Codebook } from '../../model/codebook';
import type { TestDeclaration, TestValue } from '../../model/declarations';
import { derivedBelow } from '../../model/dependencies';
import { respondent } from '../../model/respondent';
import type { Check, CheckSubject, Finding } from '../check';
import { countsIn } from '../derived/counts';
import { restsOnSound } from '../expressions/sound';
import { type Meaning, meaningOf } from './test-values';

export const testFails: Check = {
  code: 'test-fails',
  severity: 'error',
  title: 'Test that fails',
  doc: {
    why: 'A test says what a definition should give for one respondent. Where it fails, either the definition or the expectation is wrong: find out which before any figure is published.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
derived:
  large: {label: Large, value: employees >= 50}
tests:
  fifty is large:
    given: {employees: 50}
    expect: {large: "no"}
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
  run: findFailures,
};

function* findFailures({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const test of own.tests) {
    const answers = answersOf(codebook, test);
    if (answers === undefined) continue;
    const row = respondent(codebook, (variable, item) => answers.get(fullName(variable, item)));
    for (const expectation of test.expect) {
      if (!isDefined(codebook, expectation.variable.text)) continue;
      const meaning = meaningOf(codebook, expectation);
      const value = row(expectation.variable.text, expectation.item?.text);
      if (isMet(meaning, value)) continue;
      yield failure(test, expectation, inWords(value));
    }
  }
}

function failure({ id }: TestDeclaration, { variable, item, value }: TestValue, computed: string): Finding {
  return {
    place: value.place,
    expected: 'What a test expects must be what the definitions give.',
    found: `\`${fullName(variable.text, item?.text)}\` is \`${computed}\` and not \`${value.text}\` in “${id.text}”`,
    fixes: [{ title: `Expect \`${computed}\``, safe: false, edits: [{ place: value.place, newText: computed }] }],
  };
}

/** What is given, by name; `undefined` where one of the answers is none: then nothing can be tested. */
function answersOf(codebook: Codebook, { given }: TestDeclaration): ReadonlyMap<string, Value> | undefined {
  const answers = new Map<string, Value>();
  for (const one of given) {
    const meaning = meaningOf(codebook, one);
    if (meaning.kind !== 'value') return undefined;
    answers.set(fullName(one.variable.text, one.item?.text), meaning.value);
  }
  return answers;
}

/** Whether a variable has one certain definition: without a rule for its count it has several. */
function isDefined(codebook: Codebook, name: string): boolean {
  if (!restsOnSound(codebook, name)) return false;
  return derivedBelow(codebook, name).every((one) => {
    const declaration = codebook.variables.get(one)?.declaration;
    if (declaration?.kind !== 'derived') return true;
    return declaration.unknown !== undefined || countsIn(codebook, declaration).length === 0;
  });
}

function isMet(meaning: Meaning, value: Value): boolean {
  switch (meaning.kind) {
    case 'any_missing':
      return !value.known;
    case 'value':
      if (meaning.value.known !== value.known) return false;
      if (!meaning.value.known || !value.known) return inWords(meaning.value) === inWords(value);
      return isSame(meaning.value.value, value.value);
    case 'impossible':
    case 'unknown':
      return true;
  }
}

/** Numbers are compared as people write them: a sum of decimals is not wrong for its last bits. */
function isSame(expected: string | number | boolean, computed: string | number | boolean): boolean {
  if (typeof expected !== 'number' || typeof computed !== 'number') return expected === computed;
  return Math.abs(expected - computed) <= 1e-9 * Math.max(1, Math.abs(expected), Math.abs(computed));
}

function inWords(value: Value): string {
  if (!value.known) return value.kind;
  return typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : `${value.value}`;
}
