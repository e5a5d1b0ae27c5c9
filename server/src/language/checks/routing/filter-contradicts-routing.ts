import type { Check, CheckSubject, Finding } from '../check';
import { offered } from '../fixes/edits';
import { shareOfActive } from './filter-example';
import { filtersOf } from './filters';
import { universeAsRelated } from './routing-relations';
import { inWords } from './witness';

export const filterContradictsRouting: Check = {
  code: 'filter-contradicts-routing',
  severity: 'error',
  title: 'Filter that contradicts the routing',
  doc: {
    why: 'An indicator among people who never got the question has an empty base. Usually the restriction is the wrong way round, or the routing already makes it.',
    wrong: shareOfActive('member = no'),
    right: shareOfActive(),
  },
  looksAt: ['indicators'],
  where: ['expression'],
  run: findContradictions,
};

function* findContradictions(subject: CheckSubject): Iterable<Finding> {
  for (const { indicator, text, universe, relation, removal } of filtersOf(subject)) {
    if (relation.kind !== 'contradicted') continue;
    const example = relation.no === undefined ? '' : `: there ${inWords(relation.no)}`;
    yield {
      place: text.place,
      expected: 'A filter must leave somebody who gets the question.',
      found: `\`${text.parsed.text}\` is no for all who get what \`${indicator.id.text}\` is of${example}`,
      related: universeAsRelated(universe),
      fixes: offered('Remove the filter', removal),
    };
  }
}
