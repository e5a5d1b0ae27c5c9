import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeListed } from '../fixes/edits';
import { scalesIn } from './scales-in';

export const groupMixesMissing: Check = {
  code: 'group-mixes-missing',
  severity: 'error',
  title: 'Group that takes in a missing answer',
  doc: {
    why: 'A group is a net of answers, and a missing answer is not one: if included, it would count as an answer in some tables and be left out of the base in others. Remove it; if it is an answer in its own right, declare it as a category.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 2}}
      missing: {unsure: {code: 8, kind: dont_know}}
      groups: {not_high: {label: Not high, of: [low, unsure]}}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 2}}
      missing: {unsure: {code: 8, kind: dont_know}}
      groups: {not_high: {label: Not high, of: [low]}}
`,
  },
  where: ['answers'],
  run: findMixed,
};

function* findMixed({ own }: CheckSubject): Iterable<Finding> {
  for (const { categories, groups, missing } of scalesIn(own)) {
    for (const group of groups) {
      for (const { text, place } of group.of) {
        const answer = missing.find(({ id }) => id.text === text);
        if (answer === undefined || categories.some(({ id }) => id.text === text)) continue;
        yield {
          place,
          expected: 'A group must hold categories and groups alone.',
          found: `\`${text}\` is a missing answer`,
          related: [{ place: answer.id.place, text: `\`${text}\` is declared as missing here.` }],
          fixes: offered(`Take \`${text}\` out of the group`, removeListed(place)),
        };
      }
    }
  }
}
