import type { Check, CheckSubject, Finding } from '../check';
import { expressionFindings } from './expression-findings';

export const vectorOutOfPlace: Check = {
  code: 'vector-out-of-place',
  severity: 'error',
  title: 'Battery where one value is needed',
  doc: {
    why: 'A battery has an answer for each item, and nobody can tell which of them is meant. Name one item, or count them in a derived variable.',
    wrong: `codebook: example
languages: [en]
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
  why: {text: Why?, type: text, ask_if: activities = yes}
`,
    right: `codebook: example
languages: [en]
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
  why: {text: Why?, type: text, ask_if: activities.ideas = yes}
`,
  },
  looksAt: ['questions', 'derived', 'indicators', 'figures'],
  run: findVectors,
};

function* findVectors(subject: CheckSubject): Iterable<Finding> {
  yield* expressionFindings('vector-out-of-place')(subject);
  yield* mergedBatteries(subject);
}

/** A merge is of one question, so that each respondent has one category. */
function* mergedBatteries({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const { of } of own.derived) {
    const type = of === undefined ? undefined : codebook.variables.get(of.text)?.type;
    if (of === undefined || type?.kind !== 'vector') continue;
    yield {
      place: of.place,
      expected: 'Only the categories of a question with one answer can be merged: a battery has an answer for each item.',
      found: `\`${of.text}\` has ${type.items.length} items`,
    };
  }
}
