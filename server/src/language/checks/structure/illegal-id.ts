import type { Check, CheckSubject, Finding } from '../check';
import { codesWithIds } from './ids-from-texts';
import { unusableIds } from './renamed-id';

export const illegalId: Check = {
  code: 'illegal-id',
  severity: 'error',
  title: 'Id that is not portable',
  doc: {
    why: 'Ids become names of variables in R, SPSS, Stata and SQL, so they hold only small letters a–z, digits and `_`. Labels carry capitals, spaces and the letters å, ä and ö.',
    wrong: `codebook: example
languages: [en]
questions:
  Satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  where: ['malformed'],
  run: findIllegal,
};

const unusable = unusableIds('illegal-id');

function* findIllegal(subject: CheckSubject): Iterable<Finding> {
  for (const finding of unusable(subject)) {
    const { fixesIn, ...told } = finding;
    const named = codesWithIds(told.place.entry, told.place.span.start);
    yield named.length > 0 ? { ...told, fixes: named } : finding;
  }
}
