import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BoundData, type ShareTable, tablesFor, type WaterfallLevel } from '../../server/src/language/shares';
import { disclosureRules, publishable, relationsOf } from '../../server/src/language/shares/policy';
import { withData } from '../shares/bound';
import { type Attacker, determinedBy } from './attack';

const codebook = `codebook: attack
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: answered, by: [actor]}
scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {refused: {code: 9, kind: refused, label: Refused}}
questions:
  actor: {label: Actor, scale: actors}
  met: {label: Met, scale: yes_no}
  liked: {label: Liked, scale: yes_no}
indicators:
  liked_asked: {label: Liked, measure: share, of: liked, base: asked}
  liked_met: {label: Liked, measure: share, of: liked, among: met}
  liked_by_met: {label: Liked, measure: share, of: liked, by: [actor * met]}
  met_number: {label: Met, measure: count, of: met, by: []}
`;

interface Kind {
  readonly actor: string;
  readonly met: string;
  readonly liked: string;
}

const kinds: readonly Kind[] = ['a', 'b'].flatMap((actor) =>
  ['yes', 'no'].flatMap((met) => ['yes', 'no', 'refused'].map((liked) => ({ actor, met, liked }))),
);

const codes: Readonly<Record<string, string>> = { a: '1', b: '2', yes: '1', no: '2', refused: '9' };

function dataOf(counts: readonly number[]): BoundData {
  const rows = kinds.flatMap(({ actor, met, liked }, at) =>
    Array.from({ length: counts[at] ?? 0 }, () => [codes[actor], codes[met], codes[liked]].join(',')),
  );
  return withData(codebook, ['id,actor,met,liked', ...rows.map((row, at) => `${at},${row}`), ''].join('\n'));
}

const subjects = [
  { kind: 'question', id: 'actor' },
  { kind: 'question', id: 'met' },
  { kind: 'question', id: 'liked' },
  { kind: 'indicator', id: 'liked_asked' },
  { kind: 'indicator', id: 'liked_met' },
  { kind: 'indicator', id: 'liked_by_met' },
  { kind: 'indicator', id: 'met_number' },
] as const;

function tablesOf(bound: BoundData): readonly ShareTable[] {
  return subjects.flatMap((subject) => tablesFor(bound.codebook, bound, subject));
}

/** Whom a cell counts, told from the fixture alone. */
const attacker: Attacker<Kind> = {
  kinds,
  counts: (table, cell, level) => {
    const { id } = table.subject;
    const of = (kind: Kind): string =>
      id === 'actor' ? kind.actor : id === 'met' || id === 'met_number' ? kind.met : kind.liked;
    const isIn = (kind: Kind): boolean =>
      table.by.every((variable, at) => {
        const value = variable === 'actor' ? kind.actor : kind.met;
        const group = cell.groups[at];
        return group === 'total' || group === (value === 'refused' ? 'missing' : value);
      });
    const isKept = (kind: Kind): boolean => id !== 'liked_met' || kind.met === 'yes';
    const isAnswered = (kind: Kind): boolean => of(kind) !== 'refused';
    const at: Readonly<Record<WaterfallLevel, (kind: Kind) => boolean>> = {
      all: () => true,
      amongNo: (kind) => id === 'liked_met' && kind.met === 'no',
      amongMissing: (kind) => id === 'liked_met' && kind.met === 'refused',
      asked: isKept,
      answered: (kind) => isKept(kind) && isAnswered(kind),
      substantive: (kind) => isKept(kind) && isAnswered(kind),
      base: (kind) => isKept(kind) && (table.base === 'asked' || isAnswered(kind)),
      counted: (kind) => isKept(kind) && of(kind) === (cell.category ?? 'yes'),
    };
    return (kind) => isIn(kind) && at[level](kind);
  },
};

const surveys = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: kinds.length, maxLength: kinds.length });

describe('an attacker who knows everything that is published', () => {
  it('can tell no number that is held back', () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), (survey, min_count, min_base) => {
        const bound = dataOf(survey);
        const policy = { disclosure: disclosureRules({ min_count, min_base }) };
        const shown = publishable(policy, tablesOf(bound), { relations: relationsOf(bound.codebook) });
        assert.deepEqual(determinedBy(attacker, shown, survey), []);
      }),
      { numRuns: 20 },
    );
  });

  it('can where nothing is held back for the sake of another', () => {
    const survey = [1, 5, 0, 5, 5, 0, 5, 5, 0, 5, 5, 0];
    const bound = dataOf(survey);
    const policy = { disclosure: disclosureRules({ min_count: 2, secondary: false }) };
    const shown = publishable(policy, tablesOf(bound), { relations: relationsOf(bound.codebook) });
    assert.notDeepEqual(determinedBy(attacker, shown, survey), []);
  });
});
