import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  applyChanges,
  applyEdits,
  emptySnapshot,
  fixesAt,
  reportedProblems,
  type Snapshot,
  safeFixes,
} from '../../server/src/language';
import { composedEdits } from '../../server/src/language/text/composed';
import { folder, snapshotOf } from '../harness/codebooks';
import { shownOf } from './fixtures';

const unused = `codebook: main
languages: [en]
stages:
  # codebook-ignore duplicate-id: long ago
  results: {en: Results}
  # codebook-ignore duplicate-id: also long ago
  effects: {en: Effects}
questions:
  first: {stage: results, label: First, scale: act$0ors}
  second: {stage: effects, label: Second, type: number}
scales:
  actor: {categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}}}
`;

describe('fixes', () => {
  it('are offered where the problem is, and nowhere else', () => {
    const { snapshot, file, text, offset } = shownOf(unused);
    const titles = (at: number) => fixesAt(snapshot, file, { start: at, end: at }).map(({ fix }) => fix.title);
    assert.ok(titles(offset).length > 0);
    assert.deepEqual(titles(0), []);
    assert.ok(titles(text.indexOf('duplicate-id')).includes('Remove the comment'));
  });

  it('prefer at most one for each problem: the safe one, or the only one', () => {
    const { snapshot, file, text } = shownOf(unused);
    const preferred = (word: string) => {
      const at = text.indexOf(word);
      return fixesAt(snapshot, file, { start: at, end: at }).flatMap(({ fix, isPreferred }) => (isPreferred ? fix.title : []));
    };
    assert.deepEqual(preferred('duplicate-id'), ['Remove the comment']);
    assert.deepEqual(preferred('actors'), [], 'a name may be misspelt or not declared yet');
  });

  it('of one kind can be made in the whole file at once', () => {
    const { snapshot, file, text } = shownOf(unused);
    const at = text.indexOf('duplicate-id');
    const offered = fixesAt(snapshot, file, { start: at, end: at }, {}, 'sv');
    const all = offered.find(({ fix }) => fix.title === 'Rätta alla `unused-suppression` i filen');
    assert.doesNotMatch(applyEdits(text, all?.fix.edits[0]?.edits ?? []), /codebook-ignore/);
  });

  it('lead an import to a codebook of that name, or of one that is near', () => {
    const { snapshot, file, text } = shownOf(
      [
        'codebook: main',
        'import: [./comon.codebook.yaml, /other/shared.codebook.yaml]',
        '#- library/common.codebook.yaml',
        'codebook: common',
        '#- shared.codebook.yaml',
        'codebook: shared',
        '#- with_data.codebook.yaml',
        'codebook: with_data',
        'data: {file: common.csv}',
        '',
      ].join('\n'),
    );
    const main = `${folder}main.codebook.yaml`;
    const source = snapshot.files.get(main)?.text ?? text;
    const titles = (word: string) => {
      const at = source.indexOf(word);
      return fixesAt(snapshot, main, { start: at, end: at }).map(({ fix }) => fix.title);
    };
    assert.equal(file === main, false);
    assert.deepEqual(titles('comon'), ['Change to `./library/common.codebook.yaml`']);
    assert.deepEqual(titles('/other'), ['Change to `./shared.codebook.yaml`']);
  });
});

describe('comments that switch a check off', () => {
  const offeredIn = (fixture: string, language: 'en' | 'sv' = 'en') => {
    const { snapshot, file, text, offset } = shownOf(fixture);
    const offered = fixesAt(snapshot, file, { start: offset, end: offset }, {}, language);
    const last = offered.at(-1)?.fix;
    return { titles: offered.map(({ fix }) => fix.title), text: applyEdits(text, last?.edits[0]?.edits ?? []) };
  };

  it('stand above the line, in its column and with its line end, and are offered last', () => {
    const fixture = 'codebook: a\r\nlanguages: [en]\r\nstages:\r\n    # kept\r\n    res$0ults: Results\r\n';
    const { titles, text } = offeredIn(fixture, 'sv');
    assert.equal(titles.at(-1), 'Stäng av `unused-stage` här med ett skäl');
    assert.equal(
      text,
      'codebook: a\r\nlanguages: [en]\r\nstages:\r\n    # kept\r\n    # codebook-ignore unused-stage: \r\n    results: Results\r\n',
    );
    const again = snapshotOf(text);
    const codes = reportedProblems(again, `${folder}main.codebook.yaml`).map(({ code }) => code);
    assert.deepEqual(codes, ['suppression-without-reason']);
  });

  it('are not offered for errors, nor in a text of several lines, where they would be part of it', () => {
    const error = 'codebook: a\nlanguages: [en]\nquestions:\n  a: {label: A, scale: no$0thing}\n';
    assert.deepEqual(offeredIn(error).titles, ['Create the scale `nothing`']);
    const folded = `codebook: a
languages: [en]
questions:
  n: {label: N, type: number, range: 0..}
  m:
    label: M
    type: number
    ask_if: >-
      n >= 10 or
      n < $050
`;
    assert.ok(!offeredIn(folded).titles.some((title) => title.includes('universe-always-true')));
  });
});

describe('safe fixes', () => {
  it('can all be made at once, and leave nothing safe to fix', () => {
    const { snapshot, file, text } = shownOf(unused);
    const fixed = applyEdits(text, safeFixes(snapshot, file));
    assert.doesNotMatch(fixed, /codebook-ignore/);
    assert.match(fixed, /scale: actors/, 'a guess is not safe');
    const again = shownOf(fixed);
    assert.deepEqual(safeFixes(again.snapshot, again.file), []);
  });

  it('that overlap are made one after the other: both codes of one comment go, and then the comment', () => {
    const comment = '  # codebook-ignore duplicate-id, unused-scale: long ago\n';
    const rest = 'codebook: a\nlanguages: [en]\nstages:\n';
    const { snapshot, file, text } = shownOf(
      `${rest}${comment}  results: Results\nquestions:\n  a: {stage: results, label: A, type: text}\n`,
    );
    const fixed = applyEdits(text, safeFixes(snapshot, file));
    assert.equal(fixed, text.replace(comment, ''));
  });

  it('of every file at hand end: the second time there is nothing', () => {
    const samples = readdirSync('samples', { encoding: 'utf8', recursive: true }).filter((name) =>
      /\.codebook\.yaml$/.test(name),
    );
    assert.ok(samples.length > 50);
    for (const name of samples) {
      const text = readFileSync(`samples/${name}`, 'utf8');
      const damaged = text.replaceAll('"yes"', 'yes').replaceAll('"no"', 'NO');
      fixedOnce(damaged.replaceAll('\n', '\r\n'));
    }
  });

  function fixedOnce(text: string): void {
    const file = '/main.codebook.yaml';
    const set = (content: string): Snapshot => applyChanges(emptySnapshot([]), [{ kind: 'set', file, text: content }]);
    const fixed = applyEdits(text, safeFixes(set(text), file));
    assert.deepEqual(safeFixes(set(fixed), file), []);
  }
});

describe('rounds of edits', () => {
  it('are together what they are one after the other', () => {
    const rounds = fc.array(fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 3 })), { maxLength: 3 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), rounds, (text, drawn) => {
        let now = text;
        const made = drawn.map((round) => {
          let at = 0;
          const edits = round.flatMap(([gap, length, newText]) => {
            const start = at + gap;
            const end = start + length;
            at = end + 1;
            return end <= now.length ? [{ span: { start, end }, newText }] : [];
          });
          now = applyEdits(now, edits);
          return edits;
        });
        assert.equal(applyEdits(text, composedEdits(made)), now);
      }),
    );
  });
});
