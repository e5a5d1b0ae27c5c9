import { resolveIndicator } from '../../model/indicators';
import type { Check, CheckSubject, Finding } from '../check';
import { dropKey } from '../expressions/edits';
import { offered } from '../fixes/edits';
import { supportByActor } from './support-by-actor';

export const compareWithoutGroups: Check = {
  code: 'compare-without-groups',
  severity: 'warning',
  title: 'Comparison of groups where there are none',
  doc: {
    why: '`pairs` and `rest` compare the groups that a result is split by. Without a split there are no groups, and nothing is compared. State the split under `by`.',
    wrong: supportByActor('gap: {measure: share, of: support = high, by: [], compare: pairs}'),
    right: supportByActor('gap: {measure: share, of: support = high, by: [actor], compare: pairs}'),
  },
  looksAt: ['indicators'],
  run: findWithout,
};

function* findWithout({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const { compare } = indicator;
    if (compare === undefined || compare.kind === 'named' || resolveIndicator(codebook, indicator).by.length > 0) continue;
    yield {
      place: compare.place,
      expected: 'A comparison of groups should have a split.',
      found: `\`${indicator.id.text}\` is not split by anything`,
      fixes: offered('Remove the comparison', dropKey(indicator, 'compare')),
    };
  }
}
