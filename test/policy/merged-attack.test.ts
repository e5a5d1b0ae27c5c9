import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BoundData, type ShareTable, tablesFor, type WaterfallLevel } from '../../server/src/language/shares';
import { disclosureRules, publishable, relationsOf } from '../../server/src/language/shares/policy';
import { withData } from '../shares/bound';
import { type Attacker, determinedBy } from './attack';

const codebook = `codebook: merged
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: answered, by: [actor, level]}
scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}, c: {code: 3, label: C}}}
  extent:
    order: descending
    categories: {high: {code: 1, label: High}, some: {code: 2, label: Some}, none: {code: 3, label: None}}
    missing: {unsure: {code: 8, kind: dont_know, label: Unsure}}
    groups: {any: {label: Any, of: [high, some]}}
questions:
  actor: {label: Actor, scale: actors}
  lead: {label: Lead, scale: extent}
derived:
  level:
    label: Level
    of: actor
    categories: {x: {label: X, of: [a, b]}, y: {label: Y, of: [c]}}
indicators:
  any: {label: Any, measure: share, of: lead = any}
  any_known: {label: Any, measure: share, of: lead = any, base: substantive, by: [level]}
  high_state: {label: High, measure: share, of: lead = high, among: level = x, by: []}
`;

interface Kind {
  readonly actor: string;
  readonly lead: string;
}

const kinds: readonly Kind[] = ['a', 'b', 'c'].flatMap((actor) =>
  ['high', 'some', 'none', 'unsure'].map((lead) => ({ actor, lead })),
);

const codes: Readonly<Record<string, string>> = { a: '1', b: '2', c: '3', high: '1', some: '2', none: '3', unsure: '8' };

function dataOf(counts: readonly number[]): BoundData {
  const rows = kinds.flatMap(({ actor, lead }, at) =>
    Array.from({ length: counts[at] ?? 0 }, () => `${codes[actor]},${codes[lead]}`),
  );
  return withData(codebook, ['id,actor,lead', ...rows.map((row, at) => `${at},${row}`), ''].join('\n'));
}

const subjects = [
  { kind: 'question', id: 'lead' },
  { kind: 'question', id: 'actor' },
  { kind: 'derived', id: 'level' },
  { kind: 'indicator', id: 'any' },
  { kind: 'indicator', id: 'any_known' },
  { kind: 'indicator', id: 'high_state' },
] as const;

function tablesOf(bound: BoundData): readonly ShareTable[] {
  return subjects.flatMap((subject) => tablesFor(bound.codebook, bound, subject));
}

const levelOf = ({ actor }: Kind): string => (actor === 'c' ? 'y' : 'x');

function answerOf(id: string, kind: Kind): string {
  return id === 'actor' ? kind.actor : id === 'level' ? levelOf(kind) : kind.lead;
}

/** Whom a row or an indicator counts. */
function isCounted(id: string, category: string | undefined, kind: Kind): boolean {
  const answer = answerOf(id, kind);
  if (id === 'any' || id === 'any_known' || category === 'any') return answer === 'high' || answer === 'some';
  if (id === 'high_state') return answer === 'high';
  return answer === (category === 'kind:dont_know' ? 'unsure' : category);
}

const attacker: Attacker<Kind> = {
  kinds,
  counts: (table, cell, level) => {
    const { id } = table.subject;
    const isIn = (kind: Kind): boolean =>
      table.by.every((variable, at) => {
        const group = cell.groups[at];
        return group === 'total' || group === (variable === 'actor' ? kind.actor : levelOf(kind));
      });
    const isKept = (kind: Kind): boolean => id !== 'high_state' || levelOf(kind) === 'x';
    const isKnown = (kind: Kind): boolean => isKept(kind) && answerOf(id, kind) !== 'unsure';
    const at: Readonly<Record<WaterfallLevel, (kind: Kind) => boolean>> = {
      all: () => true,
      amongNo: (kind) => !isKept(kind),
      amongMissing: () => false,
      asked: isKept,
      answered: isKept,
      substantive: isKnown,
      base: table.base === 'substantive' ? isKnown : isKept,
      counted: (kind) => isKept(kind) && isCounted(id, cell.category, kind),
    };
    return (kind) => isIn(kind) && at[level](kind);
  },
};

const surveys = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: kinds.length, maxLength: kinds.length });

describe('an attacker who knows how answers and groups are merged', () => {
  it('can tell no number that is held back', () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), (survey, min_count, min_base) => {
        const bound = dataOf(survey);
        const policy = { disclosure: disclosureRules({ min_count, min_base }) };
        const shown = publishable(policy, tablesOf(bound), { relations: relationsOf(bound.codebook) });
        assert.deepEqual(determinedBy(attacker, shown, survey), []);
      }),
      { numRuns: 30 },
    );
  });
});
