import type { Check, CheckSubject, Finding } from '../check';
import { filtersOf } from './filters';

export const filterKeepsNobody: Check = {
  code: 'filter-keeps-nobody',
  severity: 'error',
  title: 'Filter that keeps nobody',
  doc: {
    why: 'A condition that no answers make true leaves an empty base, or a share of nothing. Mostly an `and` should be an `or`.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  member: {label: Member, scale: yes_no}
  active: {text: Are you active?, scale: yes_no, ask_if: member = yes}
indicators:
  active_share: {measure: share, of: active, among: member = yes and member = no}
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
  run: findEmpty,
};

function* findEmpty({ codebook }: CheckSubject): Iterable<Finding> {
  for (const { text, relation } of filtersOf(codebook)) {
    if (relation.kind !== 'always_no') continue;
    yield {
      place: text.place,
      expected: 'A filter must keep somebody.',
      found: `\`${text.parsed.text}\` is never yes`,
    };
  }
}
