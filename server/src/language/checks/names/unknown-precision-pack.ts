import { packs } from '../../shares/policy';
import { code } from '../../text/code';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { renamings } from './unknown-names';

export const unknownPrecisionPack: Check = {
  code: 'unknown-precision-pack',
  severity: 'error',
  title: 'Unknown rules of precision',
  doc: {
    why: 'Rules that nobody knows hold nothing back: every number would be shown, however imprecise. Change the name, or state the rules: `precision: {min_n: 30, max_width: 0.3}`.',
    wrong: `codebook: example
languages: [en]
policy: {precision: nchs_2027}
`,
    right: `codebook: example
languages: [en]
policy: {precision: nchs_2017}
`,
  },
  run: findUnknown,
};

const names = packs.map(({ name }) => name);

function* findUnknown({ own }: CheckSubject): Iterable<Finding> {
  const precision = own.header.policy?.precision;
  if (precision === undefined || !('text' in precision) || precision.text === '' || names.includes(precision.text)) return;
  const use = { place: precision.place };
  yield {
    place: precision.place,
    expected: `The rules of precision are ${names.map(code).join(', ')}, or those stated in their place.`,
    found: `${code(precision.text)} is none of them`,
    fixes: renamings(use, nearest(precision.text, names)),
  };
}
