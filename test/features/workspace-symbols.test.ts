import assert from 'node:assert/strict';
import { applyChanges, emptySnapshot, workspaceSymbols } from '../../server/src/language';
import { snapshotOf } from '../harness/codebooks';

const fixture = `#- common.codebook.yaml
codebook: common
languages: [sv, en]
stages: {work: {sv: Arbete, en: Work}}
scales:
  actors:
    label: {sv: Aktörer, en: Actors}
    categories: {agency: {code: 1, label: {sv: Myndighet, en: Agency}}}
    missing: {unknown: {code: 9, kind: invalid, label: {sv: Okänd, en: Unknown}}}
    groups: {public: {label: {sv: Offentlig, en: Public}, of: [agency]}}
#- main.codebook.yaml
codebook: main
languages: [sv, en]
import: [./common.codebook.yaml]
questions:
  actor: {stage: work, label: {sv: Aktör, en: Actor}, scale: actors}
  work_done: {label: {sv: Utfört, en: Done}, scale: actors, items: {ideas: {sv: Idéer, en: Ideas}}}
derived:
  worked: {label: {sv: Arbetade, en: Worked}, value: work_done.ideas = agency}
indicators:
  worked_share: {measure: share, of: worked}
figures:
  table_1: {label: {sv: Tabell 1, en: Table 1}, indicator: worked_share, share: 4}
tests:
  one works: {given: {actor: agency}, expect: {worked: missing}}
`;

/** A query, and what it finds: kind, name and container, the best first. */
const cases: readonly { readonly query: string; readonly found: readonly string[] }[] = [
  { query: 'actor', found: ['question actor (questions · work)', 'scale actors (scales)'] },
  { query: 'AKTÖR', found: ['question actor (questions · work)', 'scale actors (scales)'] },
  { query: 'wrksh', found: ['indicator worked_share (indicators)'] },
  { query: 'ideas', found: ['item ideas (work_done)'] },
  { query: 'table 1', found: ['figure table_1 (figures)'] },
  {
    query: 'work',
    found: [
      'stage work (stages)',
      'question work_done (questions)',
      'derived worked (derived)',
      'indicator worked_share (indicators)',
      'test one works (tests)',
    ],
  },
  { query: 'myndighet', found: ['category agency (actors)'] },
  { query: 'unknown', found: ['missing unknown (actors)'] },
  { query: 'public', found: ['group public (actors)'] },
  { query: 'zzz', found: [] },
];

describe('workspace symbols', () => {
  for (const { query, found } of cases) {
    it(`of ${query}`, () => {
      const symbols = workspaceSymbols(snapshotOf(fixture), query);
      assert.deepEqual(
        symbols.map(({ kind, name, container }) => `${kind} ${name} (${container})`),
        found,
      );
    });
  }

  it('stand where the name is declared', () => {
    const [actor] = workspaceSymbols(snapshotOf(fixture), 'actor');
    assert.equal(actor?.file, '/fixture/main.codebook.yaml');
    const text = fixture.slice(fixture.indexOf('codebook: main'));
    assert.equal(text.slice(actor.span.start, actor.span.end), 'actor');
  });

  it('an empty query gives all there are, up to the limit; of many, the best are not crowded out', () => {
    const questions = Array.from({ length: 500 }, (_, at) => `  a_question_${at}: {label: Question, type: number}\n`);
    const text = `codebook: many\nquestions:\n${questions.join('')}  question: {label: The one, type: number}\n`;
    const snapshot = applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/many.codebook.yaml', text }]);
    assert.equal(workspaceSymbols(snapshot, '').length, 200);
    const found = workspaceSymbols(snapshot, 'question', 3).map(({ name }) => name);
    assert.equal(found.includes('question'), true);
    assert.equal(found.length, 3);
  });
});
