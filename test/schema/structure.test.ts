import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { structureProblems } from '../../server/src/language/schema';
import {
  type EmptyNode,
  type Entry,
  type EntryRole,
  entrySections,
  type ListNode,
  type MapNode,
  readFile,
  readWhole,
  type ScalarNode,
  type SyntaxNode,
} from '../../server/src/language/syntax';
import { type Mark, parseFileFixture, withMarks } from '../harness/marks';
import { matchesSnapshot } from '../harness/snapshot';

const fixtures = join(import.meta.dirname, 'fixtures');

describe('the form of entries', () => {
  it('is told where it is wrong', () => {
    const file = join(fixtures, 'wrong-form.yaml');
    const fixture = readFileSync(file, 'utf8');
    const { text } = parseFileFixture(fixture);
    const marked = withMarks(text, marksOf(text));
    matchesSnapshot(file, marked);
  });

  it('has a fixture for every code', () => {
    const { expected } = parseFileFixture(readFileSync(join(fixtures, 'wrong-form.yaml'), 'utf8'));
    const codes = ['illegal-id', 'missing-key', 'reserved-id', 'unknown-key', 'unknown-value', 'wrong-type'];
    assert.deepEqual([...new Set(expected.map(({ code }) => code))].sort(), codes);
  });

  for (const name of ['right-form', 'innovation-workplaces', 'innovation-common'])
    it(`is right in ${name}`, () => assert.deepEqual(marksOf(readFileSync(join(fixtures, `${name}.yaml`), 'utf8')), []));

  it('proposes keys, values and legal ids', () => {
    const similar = (text: string) => problemsOf(text).flatMap((problem) => problem.similar);
    assert.deepEqual(similar('stages:\n  Över 50: x\n'), ['over_50']);
    assert.deepEqual(similar('stages:\n  25–50: x\n'), ['x_25_50']);
    assert.deepEqual(similar('stages:\n  total: x\n'), ['total_2']);
    assert.deepEqual(similar('scales:\n  s: {categories: {Yes: x, Not: y}}\n'), ['yes', 'not_2']);
    assert.deepEqual(similar('questions:\n  q: {text: x, scale: s, colum: y}\n'), ['column']);
    assert.deepEqual(similar('defaults: {base: anwered}\n'), ['answered']);
  });

  it('leaves texts that a comma cuts, and broken text, to their own checks', () => {
    assert.deepEqual(problemsOf('stages:\n  a: {sv: Ja, Nej}\n  b: {sv: Ja, Nej: 3}\n'), []);
    assert.deepEqual(problemsOf('questions:\n  a: {scale: s, text: {sv: x}, label: y, or not}\n'), []);
    assert.deepEqual(problemsOf('questions:\n  a:\n    scale: s\n    te\n'), []);
    assert.deepEqual(problemsOf('unheard:\n  a:\n    skale: s\n').length, 1);
  });

  it('never throws and points into the entry, whatever is written', () => {
    const word = fc.constantFrom(
      'questions',
      'scales',
      'text',
      'scale',
      'yes',
      'sv',
      '__proto__',
      'constructor',
      '{',
      '}',
      '[',
      ']',
    );
    const rest = fc.constantFrom(': ', ':\n  ', ':\n    ', '\n', ', ', '- ', '"', "'", '#', 'å', '~1/', '1');
    const texts = fc.array(fc.oneof(word, rest), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        for (const { entry } of [...readFile(text).entries, ...readWhole(text).entries])
          for (const { span } of structureProblems(entry)) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= entry.text.length);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on a tree, however odd or deep', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entrySections, 'data', 'nowhere'), oddTree, (section, root) => {
        for (const role of ['head', 'member', 'whole'] as const) structureProblems(entryOf(section, role, root));
      }),
    );
    const deep = Array.from({ length: 20_000 }).reduce((inner: MapNode) => mapOf('items', inner), mapOf('label', empty));
    structureProblems(entryOf('questions', 'member', deep));
  });

  it('is the same read entry by entry and as a whole', () => {
    for (const name of ['wrong-form', 'right-form']) {
      const { text } = parseFileFixture(readFileSync(join(fixtures, `${name}.yaml`), 'utf8'));
      const whole = readWhole(text).entries.flatMap(({ entry }) => structureProblems(entry).map((problem) => problem.found));
      assert.deepEqual(
        whole,
        problemsOf(text).map((problem) => problem.found),
      );
    }
  });
});

const nowhere = { start: 0, end: 0 };
const empty: EmptyNode = { kind: 'empty', span: nowhere };

function mapOf(key: string, value: SyntaxNode): MapNode {
  const pair = { key: scalarOf(key), value, span: nowhere };
  return { kind: 'map', span: nowhere, flow: false, pairs: [pair] };
}

const word = fc.oneof(
  fc.constantFrom('a', 'items', 'scale', 'categories', 'of', 'type', 'multiple', '__proto__', ''),
  fc.string(),
);

const { map: oddTree } = fc.letrec<{ node: SyntaxNode; map: MapNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 6 }, fc.constant(empty), word.map(scalarOf), tie('map'), fc.array(tie('node')).map(listOf)),
  map: fc
    .array(fc.tuple(word, tie('node')), { maxLength: 5 })
    .map((pairs) => ({ ...mapOf('', empty), pairs: pairs.flatMap(([key, value]) => mapOf(key, value).pairs) })),
}));

function entryOf(section: string, role: EntryRole, root: MapNode): Entry {
  return { text: '', lineEnds: 0, section, role, indent: 2, root, problems: [], comments: [] };
}

function scalarOf(text: string): ScalarNode {
  return { kind: 'scalar', span: nowhere, text, style: 'plain' };
}

function listOf(items: readonly SyntaxNode[]): ListNode {
  return { kind: 'list', span: nowhere, flow: true, items };
}

function problemsOf(text: string) {
  return readFile(text).entries.flatMap(({ entry }) => structureProblems(entry));
}

function marksOf(text: string): readonly Mark[] {
  return readFile(text).entries.flatMap(({ entry, start }) =>
    structureProblems(entry).map(({ code, span, expected, found }) => ({
      start: start + span.start,
      end: start + span.end,
      code,
      found: `${found}. ${expected}`,
    })),
  );
}
