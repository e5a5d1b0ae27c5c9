import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration } from '../../model/declarations';
import { universeOf } from '../../model/universe';
import { universeRelation } from '../../model/universe-algebra';
import type { Check, CheckSubject, Finding } from '../check';
import { restsOnSound } from '../expressions/sound';
import { otherOperator } from './other-operator';
import { routingRelations, universeAsRelated } from './routing-relations';
import { inWords } from './witness';

export const universeAlwaysFalse: Check = {
  code: 'universe-always-false',
  severity: 'error',
  title: 'Universe that nobody is in',
  doc: {
    why: 'A question that nobody can get has no answers and no base. Usually an `and` should be an `or`, or a category is the wrong one.',
    wrong: `codebook: example
languages: [en]
scales:
  sectors:
    categories:
      public: {code: 1, label: Public}
      private: {code: 2, label: Private}
questions:
  sector: {label: Sector, scale: sectors}
  owner: {text: Who owns it?, type: text, ask_if: sector = public and sector = private}
`,
    right: `codebook: example
languages: [en]
scales:
  sectors:
    categories:
      public: {code: 1, label: Public}
      private: {code: 2, label: Private}
questions:
  sector: {label: Sector, scale: sectors}
  owner: {text: Who owns it?, type: text, ask_if: sector = private}
`,
  },
  looksAt: ['questions', 'derived'],
  where: ['expression'],
  run: findEmpty,
};

const expected = 'A question, item or derived variable must be about somebody.';

function* findEmpty(subject: CheckSubject): Iterable<Finding> {
  const { codebook, own } = subject;
  for (const { owner, text, universe, relation } of routingRelations(subject)) {
    if (relation.kind === 'always_no') {
      yield {
        place: text.place,
        expected,
        found: `nobody gets \`${owner.text}\`: the condition is never yes`,
        fixes: otherOperator(codebook, text, 'ask_if', 'and'),
      };
    } else if (relation.kind === 'contradicted') {
      const example = relation.no === undefined ? '' : `, for instance where ${inWords(relation.no)}`;
      yield {
        place: text.place,
        expected,
        found: `nobody gets \`${owner.text}\`: the condition is no for all who could be asked${example}`,
        related: universeAsRelated(universe),
      };
    }
  }
  for (const derived of own.derived) yield* emptyTogether(codebook, derived);
}

/** What a derived variable names is asked of different people; each of them alone is asked of somebody. */
function* emptyTogether(codebook: Codebook, derived: DerivedDeclaration): Iterable<Finding> {
  const name = derived.id.text;
  if (codebook.variables.get(name)?.declaration !== derived || !restsOnSound(codebook, name)) return;
  const universe = universeOf(codebook, name);
  if (universe.length < 2 || !isEmpty(codebook, universe)) return;
  if (universe.some(({ owner, item }) => isEmpty(codebook, universeOf(codebook, owner, item)))) return;
  yield {
    place: derived.id.place,
    expected,
    found: `\`${name}\` is about nobody: what it names is never asked of the same respondent`,
    related: universeAsRelated(universe),
  };
}

function isEmpty(codebook: Codebook, universe: ReturnType<typeof universeOf>): boolean {
  const [first] = universe;
  if (first === undefined) return false;
  return universeRelation(codebook, { text: first.expression, where: 'ask_if' }, universe).kind === 'empty_universe';
}
