import { agreementTable } from './agreement';
import { reference } from './reference';

// The table of a release note: npx tsx test/reference/print-agreement.ts
const lines = agreementTable().map(({ kind, field, cases, largest, tolerance }) =>
  [
    kind.padEnd(26),
    field.padEnd(18),
    String(cases).padStart(6),
    largest.toExponential(1).padStart(12),
    tolerance.toExponential(0).padStart(10),
  ].join(''),
);
process.stdout.write(
  `${reference.from}\n${['kind'.padEnd(26), 'number'.padEnd(18), ' cases', ' largest', '   allowed'].join('')}\n${lines.join('\n')}\n`,
);
