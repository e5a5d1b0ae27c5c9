import type { Check, CheckSubject, Finding } from '../check';
import { filtersOf } from './filters';
import { universeAsRelated } from './routing-relations';
import { inWords } from './witness';

export const filterContradictsRouting: Check = {
  code: 'filter-contradicts-routing',
  severity: 'error',
  title: 'Filter that contradicts the routing',
  doc: {
    why: 'An indicator among people who never got the question has an empty base. Mostly the restriction is turned round, or the routing already makes it.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  member: {label: Member, scale: yes_no}
  active: {text: Are you active?, scale: yes_no, ask_if: member = yes}
indicators:
  active_share: {measure: share, of: active, among: member = no}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  member: {label: Member, scale: yes_no}
  active: {text: Are you active?, scale: yes_no, ask_if: member = yes}
indicators:
  active_share: {measure: share, of: active}
`,
  },
  run: findContradictions,
};

function* findContradictions({ codebook }: CheckSubject): Iterable<Finding> {
  for (const { indicator, text, universe, relation } of filtersOf(codebook)) {
    if (relation.kind !== 'contradicted') continue;
    const example = relation.no === undefined ? '' : `: there ${inWords(relation.no)}`;
    yield {
      place: text.place,
      expected: 'A filter must leave somebody who gets the question.',
      found: `\`${text.parsed.text}\` is no for all who get what \`${indicator.id.text}\` is of${example}`,
      related: universeAsRelated(universe),
    };
  }
}
