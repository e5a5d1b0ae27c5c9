import type { MissingDeclaration } from '../../model/declarations';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { scalesIn } from './scales-in';

export const answerAmongMissing: Check = {
  code: 'answer-among-missing',
  severity: 'warning',
  title: 'Yes or no among the missing answers',
  doc: {
    why: 'Who answers no has answered. Among the missing answers a no is left out of shares and means, so that those who are left all said yes. Move it to `categories`.',
    wrong: `codebook: example
languages: [en]
scales:
  tested:
    categories: {tested: {code: 1, label: "Yes"}}
    missing: {not_tested: {code: 2, kind: not_applicable, label: "No"}}
questions:
  test: {text: Were you tested?, scale: tested}
`,
    right: `codebook: example
languages: [en]
scales:
  tested:
    categories: {tested: {code: 1, label: "Yes"}, not_tested: {code: 2, label: "No"}}
questions:
  test: {text: Were you tested?, scale: tested}
`,
  },
  where: ['answers'],
  run: findAnswers,
};

function* findAnswers({ own }: CheckSubject): Iterable<Finding> {
  for (const { missing } of scalesIn(own)) {
    for (const answer of missing) {
      const named = labelsOf(answer).find((text) => words.has(text.trim().toLowerCase()));
      if (named === undefined) continue;
      yield {
        place: answer.id.place,
        expected: 'A yes or no is an answer and should stand under `categories`.',
        found: `${code(answer.id.text)} is called “${named.trim()}” and counts as missing`,
      };
    }
  }
}

const words: ReadonlySet<string> = new Set(['yes', 'no', 'ja', 'nej']);

function labelsOf({ label }: MissingDeclaration): readonly string[] {
  return Object.values(label?.byLanguage ?? {}).map(({ text }) => text);
}
