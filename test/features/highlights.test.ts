import assert from 'node:assert/strict';
import { highlightsAt } from '../../server/src/language';
import { shownOf } from './fixtures';

/** The file with every place that is highlighted: `[declared]`, `<used>`. */
const cases: readonly { readonly name: string; readonly fixture: string; readonly shown: string }[] = [
  {
    name: 'a question where it is declared and used, in expressions and tests',
    fixture: `codebook: main
questions:
  actor: {label: Actor, type: number}
  money: {label: Money, type: number, ask_if: act$0or > 1}
tests:
  one: {given: {actor: "1"}, expect: {money: missing}}
`,
    shown: `codebook: main
questions:
  [actor]: {label: Actor, type: number}
  money: {label: Money, type: number, ask_if: <actor> > 1}
tests:
  one: {given: {<actor>: "1"}, expect: {money: missing}}
`,
  },
  {
    name: 'an answer of one scale, and not its namesake on another',
    fixture: `codebook: main
questions:
  one: {label: One, scale: {categories: {hi$0gh: {code: 1}, low: {code: 2}}}}
  two: {label: Two, scale: {categories: {high: {code: 1}, low: {code: 2}}}}
derived:
  both: {label: Both, value: one = high and two = high}
`,
    shown: `codebook: main
questions:
  one: {label: One, scale: {categories: {[high]: {code: 1}, low: {code: 2}}}}
  two: {label: Two, scale: {categories: {high: {code: 1}, low: {code: 2}}}}
derived:
  both: {label: Both, value: one = <high> and two = high}
`,
  },
  {
    name: 'a name that nothing declares',
    fixture: `codebook: main
questions:
  one: {label: One, scale: an$0swers}
  two: {label: Two, scale: answers}
`,
    shown: `codebook: main
questions:
  one: {label: One, scale: <answers>}
  two: {label: Two, scale: <answers>}
`,
  },
  {
    name: 'nothing on a label',
    fixture: 'codebook: main\nquestions:\n  one: {label: on$0e, type: number}\n',
    shown: 'codebook: main\nquestions:\n  one: {label: one, type: number}\n',
  },
];

describe('highlights', () => {
  for (const { name, fixture, shown } of cases) {
    it(name, () => {
      const { snapshot, file, offset, text } = shownOf(fixture);
      let marked = text;
      for (const { span, declares } of [...highlightsAt(snapshot, file, offset)].sort((a, b) => b.span.start - a.span.start)) {
        const [open, close] = declares ? '[]' : '<>';
        marked = `${marked.slice(0, span.start)}${open}${marked.slice(span.start, span.end)}${close}${marked.slice(span.end)}`;
      }
      assert.equal(marked, shown);
    });
  }
});
