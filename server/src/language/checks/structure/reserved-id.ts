import type { Check } from '../check';
import { unusableIds } from './renamed-id';

export const reservedId: Check = {
  code: 'reserved-id',
  severity: 'error',
  title: 'Id that is a word of the language',
  doc: {
    why: "Expressions read `and`, `or`, `not`, `in`, `yes` and `no` as their own words, and every table has a line `total` and may have a line `missing`. An id that is one of them can't be named. Choose another.",
    wrong: `codebook: example
languages: [en]
questions:
  total: {text: How many work here?, type: number}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {text: How many work here?, type: number}
`,
  },
  where: ['malformed'],
  run: unusableIds('reserved-id'),
};
