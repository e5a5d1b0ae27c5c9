import type { Check, CheckSubject, Finding } from '../check';
import { supportByActor } from './support-by-actor';

export const significanceWithoutTest: Check = {
  code: 'significance-without-test',
  severity: 'hint',
  title: 'Significance without a test',
  doc: {
    why: 'A reader takes “significant” to mean that a difference was tested. That two intervals overlap, or do not, is no test. State what is compared under `compare`, or a `test`, so that the number behind the word can be seen; or use another word.',
    wrong: supportByActor('gap: {measure: share, of: support = high, by: [actor], note: Agencies are significantly higher.}'),
    right: supportByActor(
      'gap: {measure: share, of: support = high, by: [actor], compare: pairs, note: Agencies are significantly higher.}',
    ),
  },
  looksAt: ['indicators'],
  run: findUntested,
};

/** In English and Swedish, also as a part of a word: insignificant, signifikansnivå. */
const word = /[\p{L}-]*signifi[ck]an\p{L}*/iu;

function* findUntested({ own }: CheckSubject): Iterable<Finding> {
  for (const { compare, test, note } of own.indicators) {
    if (note === undefined || compare !== undefined || test !== undefined) continue;
    for (const text of Object.values(note.byLanguage)) {
      const found = word.exec(text.text)?.[0];
      if (found === undefined) continue;
      yield {
        place: text.place,
        expected: 'What is called significant should have been tested.',
        found: `the note says “${found}”, and nothing is compared or tested`,
      };
      break;
    }
  }
}
