import type { Check } from '../check';
import { expressionFindings } from './expression-findings';
import { kindsInstead } from './kinds-instead';

export const sentinelInArithmetic: Check = {
  code: 'sentinel-in-arithmetic',
  severity: 'error',
  title: 'Code of a missing answer used as a number',
  doc: {
    why: 'A code such as -9 or 99 says that there is no answer. Compared or averaged as if it were a number, it gives wrong results that look right. Ask for the kind of missing answer instead.',
    wrong: `codebook: example
languages: [en]
questions:
  employees:
    label: Employees
    type: number
    missing: {refused: {code: -9, kind: refused, label: Refused}}
derived:
  secret: {label: Does not say, value: employees = -9}
`,
    right: `codebook: example
languages: [en]
questions:
  employees:
    label: Employees
    type: number
    missing: {refused: {code: -9, kind: refused, label: Refused}}
derived:
  secret: {label: Does not say, value: kind(employees) = refused}
`,
  },
  where: ['expression'],
  run: expressionFindings('sentinel-in-arithmetic', kindsInstead),
};
