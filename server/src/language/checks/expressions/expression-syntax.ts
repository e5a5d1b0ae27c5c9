import type { Check } from '../check';
import { expressionFindings } from './expression-findings';

export const expressionSyntax: Check = {
  code: 'expression-syntax',
  severity: 'error',
  title: 'Expression that can’t be read',
  doc: {
    why: 'An expression that can’t be read stands for nothing: what rests on it has no universe and no shares. Complete it, or write it as the message says.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number}
  why:
    text: Why so many?
    type: text
    ask_if: employees >
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number}
  why:
    text: Why so many?
    type: text
    ask_if: employees > 50
`,
  },
  where: ['expression'],
  run: expressionFindings('expression-syntax'),
};
