import type { Check } from '../check';
import { expressionFindings } from './expression-findings';

export const typeMismatch: Check = {
  code: 'type-mismatch',
  severity: 'error',
  title: 'Values of different kinds',
  doc: {
    why: 'A number can’t be compared with a category, nor can a text be added up. Name categories by their ids, and use `score` where a scale must be a number.',
    wrong: `codebook: example
languages: [en]
scales:
  sectors:
    categories:
      public: {code: 1, label: Public}
      private: {code: 2, label: Private}
questions:
  sector: {label: Sector, scale: sectors}
  owner: {text: Who owns it?, type: text, ask_if: sector = 2}
`,
    right: `codebook: example
languages: [en]
scales:
  sectors:
    categories:
      public: {code: 1, label: Public}
      private: {code: 2, label: Private}
questions:
  sector: {label: Sector, scale: sectors}
  owner: {text: Who owns it?, type: text, ask_if: sector = private}
`,
  },
  where: ['expression'],
  run: expressionFindings('type-mismatch'),
};
