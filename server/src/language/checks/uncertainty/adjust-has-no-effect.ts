import { mapPair } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';
import { pairAt, safely } from '../fixes/edits';
import { supportByActor } from './support-by-actor';

export const adjustHasNoEffect: Check = {
  code: 'adjust-has-no-effect',
  severity: 'hint',
  title: 'Adjustment of no comparison',
  doc: {
    why: 'An adjustment is for the p-values of several differences. Without `compare` there are none, and it looks as if something were tested. Say what is compared, or remove it.',
    wrong: supportByActor('gap: {measure: share, of: support = high, by: [actor], adjust: holm}'),
    right: supportByActor('gap: {measure: share, of: support = high, by: [actor], compare: pairs, adjust: holm}'),
  },
  looksAt: ['indicators'],
  run: findIdle,
};

function* findIdle({ own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const body = pairAt(indicator.id.place)?.pair.value;
    const stated = mapPair(body, 'adjust');
    if (stated === undefined || indicator.adjust === undefined || mapPair(body, 'compare') !== undefined) continue;
    yield {
      place: { entry: indicator.entry, span: stated.value.span },
      expected: 'An adjustment is of comparisons.',
      found: `\`${indicator.id.text}\` compares nothing`,
      tag: 'unnecessary',
      fixes: safely('Remove the adjustment', dropKey(indicator, 'adjust')),
    };
  }
}
