import type { Check, CheckSubject, Finding } from '../check';
import { shareOfActive } from './filter-example';
import { filtersOf } from './filters';
import { universeAsRelated } from './routing-relations';

export const filterRepeatsRouting: Check = {
  code: 'filter-repeats-routing',
  severity: 'hint',
  title: 'Filter that repeats the routing',
  doc: {
    why: 'The universe already says who is asked, and what is said twice can come to differ. The filter does have one effect: it leaves out those whose routing answer is missing, so look at the numbers when you remove it.',
    wrong: shareOfActive('member = yes'),
    right: shareOfActive(),
  },
  looksAt: ['indicators'],
  where: ['expression'],
  run: findRepetitions,
};

function* findRepetitions(subject: CheckSubject): Iterable<Finding> {
  for (const { indicator, text, universe, relation, removal } of filtersOf(subject)) {
    if (relation.kind !== 'implied') continue;
    yield {
      place: text.place,
      expected: 'A filter need not say what the routing says.',
      found: `\`${text.parsed.text}\` is yes for all who get what \`${indicator.id.text}\` is of`,
      tag: 'unnecessary',
      related: universeAsRelated(universe),
      fixes: removal.length === 0 ? [] : [{ title: 'Remove the filter', safe: false, edits: removal }],
    };
  }
}
