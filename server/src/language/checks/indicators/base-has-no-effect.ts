import { isAlwaysSubstantive } from '../../model/indicators';
import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';

export const baseHasNoEffect: Check = {
  code: 'base-has-no-effect',
  severity: 'hint',
  title: 'Base that changes nothing',
  doc: {
    why: 'Means, medians, quantiles, totals, ratios and alphas are always computed from substantive answers: a “don’t know” has no number. Another base beside them looks as if it mattered. Remove it, or measure a share.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
indicators:
  size: {measure: mean, of: employees, base: asked}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
indicators:
  size: {measure: mean, of: employees, base: substantive}
`,
  },
  looksAt: ['indicators', 'figures'],
  run: findIdle,
};

/** A base of ticks is more than idle beside them: another check says so. */
function* findIdle({ own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const { base, measure } = indicator;
    if (base === undefined || base.base === 'substantive' || base.base === 'responses' || !isAlwaysSubstantive(measure))
      continue;
    const removal = dropKey(indicator, 'base');
    yield {
      place: base.place,
      expected: `The base of a ${measure} is always \`substantive\`.`,
      found: `\`${base.base}\` changes nothing`,
      tag: 'unnecessary',
      fixes: removal.length === 0 ? [] : [{ title: 'Remove the base', safe: true, edits: removal }],
    };
  }
}
