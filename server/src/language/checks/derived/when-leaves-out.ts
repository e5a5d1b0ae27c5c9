import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration } from '../../model/declarations';
import { variablesNamedBy } from '../../model/dependencies';
import { type Condition, findRespondent } from '../../model/universe-algebra';
import type { Check, CheckSubject, Finding } from '../check';
import { restsOnSound } from '../expressions/sound';
import { inWords } from '../routing/witness';
import { mergeOfAreas } from './merge-example';

export const whenLeavesOut: Check = {
  code: 'when-leaves-out',
  severity: 'warning',
  title: 'Conditions that leave an answer out',
  doc: {
    why: 'A respondent for whom all conditions are no is outside the universe: in no base and in no table. Where the conditions are all of one question, an answer that none of them takes was probably forgotten, and the shares of the others come out too high. Give it a category, or the rest one with `otherwise`; if it is intended, switch the check off with a comment that says so.',
    wrong: areasInWords('area = south'),
    right: areasInWords('area in (south, islands)'),
  },
  looksAt: ['derived'],
  where: ['expression'],
  run: findLeftOut,
};

function areasInWords(rest: string): string {
  const merge = mergeOfAreas('', '');
  return `${merge.slice(0, merge.indexOf('    of: area'))}    categories:
      north: {label: Northern, when: area = north}
      rest: {label: The rest, when: "${rest}"}
`;
}

function* findLeftOut({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const derived of own.derived) {
    const conditions = conditionsOf(codebook, derived);
    if (conditions.length === 0) continue;
    const found = findRespondent(codebook, conditions, (values) =>
      values.every((value) => value.known && value.value === false),
    );
    if (found.kind !== 'found') continue;
    yield {
      place: derived.id.place,
      expected: 'Conditions should say where each answer goes; what they leave out is outside the universe.',
      found: `nothing takes those for whom ${inWords(found.assignment)}`,
    };
  }
}

/** All conditions of a derived variable, where each has one, nothing takes the rest, and they are of one question on a scale. */
function conditionsOf(codebook: Codebook, derived: DerivedDeclaration): readonly Condition[] {
  const { id, categories, otherwise, of, value, unknown } = derived;
  if (otherwise !== undefined || of !== undefined || value !== undefined) return [];
  if (codebook.variables.get(id.text)?.declaration !== derived || !restsOnSound(codebook, id.text)) return [];
  const [name, ...others] = variablesNamedBy(codebook, id.text);
  const variable = codebook.variables.get(name ?? '');
  if (others.length > 0 || variable?.scale === undefined || variable.type?.kind === 'vector') return [];
  const conditions = categories.flatMap(({ when }): Condition[] =>
    when === undefined ? [] : [{ text: when, where: 'derived', rule: unknown }],
  );
  return conditions.length === categories.length ? conditions : [];
}
