import { missingKinds } from '../../expression/value';
import type { LocalizedText } from '../../model/declarations';
import { alternatives } from '../../schema/subject';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { addBelow, offered } from '../fixes/edits';
import { isReadWhole } from '../structure/read-whole';
import { kindNamed } from './kind-named';
import { scalesIn } from './scales-in';

export const missingKindNotStated: Check = {
  code: 'missing-kind-not-stated',
  severity: 'error',
  title: 'Missing answer without its kind',
  doc: {
    why: "The reason an answer is missing decides which bases it counts in: “don't know” is an answer, an item left blank is not. The reason is never guessed, so state `kind`.",
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 2}}
      missing: {unsure: {code: 8, label: Don't know}}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: How satisfied are you?
    scale:
      categories: {high: {code: 1}, low: {code: 2}}
      missing: {unsure: {code: 8, label: Don't know, kind: dont_know}}
`,
  },
  where: ['answers'],
  run: findKindless,
};

/** The one its name tells comes first. */
function kindsFor(id: string, label: LocalizedText | undefined): readonly string[] {
  const told = kindNamed([id.replaceAll('_', ' '), ...Object.values(label?.byLanguage ?? {}).map(({ text }) => text)]);
  return told === undefined ? declaredKinds : [told, ...declaredKinds.filter((kind) => kind !== told)];
}

/** Only an expression can be undetermined; nobody answers so. */
const declaredKinds = missingKinds.filter((kind) => kind !== 'undetermined');

function* findKindless({ own }: CheckSubject): Iterable<Finding> {
  for (const { id, kindName, place, label } of scalesIn(own).flatMap((scale) => scale.missing)) {
    if (kindName !== undefined || id.text === '' || !isReadWhole(place)) continue;
    yield {
      place: id.place,
      expected: `A missing answer must state its \`kind\`: ${alternatives(declaredKinds.map(code))}.`,
      found: `${code(id.text)} has no \`kind\``,
      fixes: kindsFor(id.text, label).flatMap((kind) => offered(`Add \`kind: ${kind}\``, addBelow(id.place, 'kind', kind))),
    };
  }
}
