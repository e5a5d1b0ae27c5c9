import type { Check } from '../check';
import { examplesText, foundInData, respondents } from './data-findings';

export const copyDiffers: Check = {
  code: 'copy-differs',
  severity: 'warning',
  title: 'Copy in the file that the definition does not give',
  needsData: true,
  doc: {
    why: "The file's own copy of a derived variable is compared with the definition row by row and never used. Where they differ, the definition is not the one that was used for what was published, or the copy is out of date.",
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  acts: {text: What did you do?, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
derived:
  broad:
    label: Broad
    value: count(acts = yes) >= 2
    unknown: as_no
    column: broad_copy
#- answers.csv
id,acts_ideas,acts_needs,broad_copy
1,1,1,1
2,1,2,2
3,2,2,1
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  acts: {text: What did you do?, scale: yes_no, items: {ideas: Ideas, needs: Needs}}
derived:
  broad:
    label: Broad
    value: count(acts = yes) >= 2
    unknown: as_no
    column: broad_copy
#- answers.csv
id,acts_ideas,acts_needs,broad_copy
1,1,1,1
2,1,2,2
3,2,2,2
`,
  },
  runOnFile: (subject) =>
    foundInData(subject, 'copy-differs', (finding, name, _, least) => ({
      expected: "The file's own copy of a derived variable should be what the definition gives.",
      found: `for ${respondents(finding.count, least)} \`${finding.column}\` differs from the definition of \`${name}\`: ${examplesText(finding, least)}`,
    })),
};
