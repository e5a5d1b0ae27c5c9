import type { Check, CheckSubject, Finding } from '../check';
import { otherOperator } from './other-operator';
import { routingRelations, universeAsRelated } from './routing-relations';

export const universeAlwaysTrue: Check = {
  code: 'universe-always-true',
  severity: 'warning',
  title: 'Routing that excludes nobody',
  doc: {
    why: 'Routing that every answer passes looks like a restriction but is not one. Usually an `or` should be an `and`, or a boundary is missing.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
  owner: {text: Who owns it?, type: text, ask_if: employees < 50 or employees >= 10}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number, range: 0..}
  owner: {text: Who owns it?, type: text, ask_if: employees < 50 and employees >= 10}
`,
  },
  looksAt: ['questions'],
  where: ['expression'],
  run: findFull,
};

function* findFull(subject: CheckSubject): Iterable<Finding> {
  for (const { owner, text, universe, relation } of routingRelations(subject)) {
    if (relation.kind !== 'always_yes' && relation.kind !== 'implied') continue;
    const whoever = universe.length === 0 ? 'whatever is answered' : 'for all who could be asked';
    yield {
      place: text.place,
      expected: 'Routing must exclude somebody.',
      found: `the condition for \`${owner.text}\` is yes ${whoever}`,
      related: universeAsRelated(universe),
      fixes: relation.kind === 'always_yes' ? otherOperator(subject.codebook, text, 'ask_if', 'or') : [],
    };
  }
}
