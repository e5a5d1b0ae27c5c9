import type { Check } from '../check';
import { countAsDerived } from './count-as-derived';
import { expressionFindings } from './expression-findings';

export const functionOutOfPlace: Check = {
  code: 'function-out-of-place',
  severity: 'error',
  title: 'Function where it can’t stand',
  doc: {
    why: 'What becomes of items without an answer is stated once, where they are counted. So counts, sums and means are allowed only in `derived`, one in each value; everything else uses the name of the derived variable.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
indicators:
  active: {measure: share, of: any(activities = yes)}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
derived:
  any_activity: {label: Any activity, value: any(activities = yes), unknown: determinable}
indicators:
  active: {measure: share, of: any_activity}
`,
  },
  where: ['expression'],
  run: expressionFindings('function-out-of-place', undefined, countAsDerived),
};
