import type { Check, CheckSubject, Finding } from '../check';
import { offered } from '../fixes/edits';
import { shareOfActive } from './filter-example';
import { filtersOf } from './filters';
import { otherOperator } from './other-operator';

export const filterKeepsNobody: Check = {
  code: 'filter-keeps-nobody',
  severity: 'error',
  title: 'Filter that keeps nobody',
  doc: {
    why: 'A condition that no answers make true leaves an empty base, or a share of nothing. Usually an `and` should be an `or`.',
    wrong: shareOfActive('member = yes and member = no'),
    right: shareOfActive(),
  },
  looksAt: ['indicators'],
  where: ['expression'],
  run: findEmpty,
};

function* findEmpty(subject: CheckSubject): Iterable<Finding> {
  for (const { text, relation, removal } of filtersOf(subject)) {
    if (relation.kind !== 'always_no') continue;
    yield {
      place: text.place,
      expected: 'A filter must keep somebody.',
      found: `\`${text.parsed.text}\` is never yes`,
      fixes: [...otherOperator(subject.codebook, text, 'among', 'and'), ...offered('Remove the filter', removal)],
    };
  }
}
