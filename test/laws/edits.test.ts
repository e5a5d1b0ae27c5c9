import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changedEntries,
  type Entry,
  editFile,
  entryAt,
  type FileSyntax,
  lengthOf,
  lineCount,
  offsetAt,
  positionAt,
  readFile,
  startIn,
  textBetween,
} from '../../server/src/language/syntax';
import { applyEdits, type TextEdit } from '../../server/src/language/text/span';
import { anyText, codebooks, large, lines } from './texts';

/** What somebody does to a text; numbers are taken modulo what there is. */
type Act =
  | { readonly kind: 'splice'; readonly at: number; readonly length: number; readonly typed: string }
  | { readonly kind: 'indent' | 'delete' | 'double'; readonly line: number; readonly count: number }
  | { readonly kind: 'several'; readonly edits: readonly (readonly [number, number, string])[] }
  | { readonly kind: 'undo' };

const typed = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ' ',
    '  ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ':',
    '#',
    '"',
    '|+',
    '+',
    '- ',
    '? ',
    '---\n',
    '\n---\n',
    '\n...\n',
    '\nq\n',
    '\nq:\n',
    '\nlabel: a\n',
    '\n%a\n',
    '\nquestion:\n',
    '\uFEFF',
    '\n  q7:',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
  lines,
);

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('splice' as const),
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    typed,
  }),
  fc.record({ kind: fc.constantFrom('indent', 'delete', 'double'), line: fc.nat(), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('several' as const),
    edits: fc.array(fc.tuple(fc.nat(), fc.nat(20), typed), { maxLength: 5 }),
  }),
  fc.constant({ kind: 'undo' as const }),
);

function editsOf(action: Exclude<Act, { kind: 'undo' }>, text: string): readonly TextEdit[] {
  const place = (at: number) => at % (text.length + 1);
  switch (action.kind) {
    case 'splice': {
      const start = place(action.at);
      return [{ span: { start, end: Math.min(start + action.length, text.length) }, newText: action.typed }];
    }
    case 'several': {
      const starts = [...new Set(action.edits.map(([at]) => place(at)))].sort((a, b) => a - b);
      return starts.map((start, at) => {
        const [, length, newText] = action.edits[at] ?? [0, 0, ''];
        return { span: { start, end: Math.min(start + length, starts[at + 1] ?? text.length) }, newText };
      });
    }
    default: {
      const starts = naiveStarts(text);
      const first = action.line % starts.length;
      const [start, end] = [starts[first] ?? 0, starts[first + action.count] ?? text.length];
      const newText = {
        indent: text.slice(start, end).replaceAll(/^/gm, ' '),
        delete: '',
        double: text.slice(start, end).repeat(2),
      };
      return [{ span: { start, end }, newText: newText[action.kind] }];
    }
  }
}

describe('laws of edits', () => {
  it('edits in any order give what reading the text anew gives', () => {
    fc.assert(
      fc.property(anyText, fc.array(act, { minLength: 1, maxLength: 8 }), (text, acts) => {
        const versions = [readFile(text)];
        for (const action of acts) {
          const before = versions.at(-1) ?? readFile('');
          if (action.kind === 'undo') {
            const [former] = versions.slice(-2);
            if (former !== undefined) versions.push(readFile(former.text, before));
          } else versions.push(editFile(before, editsOf(action, before.text)));
          const after = versions.at(-1) ?? before;
          if (action.kind !== 'undo') assert.equal(after.text, applyEdits(before.text, editsOf(action, before.text)));
          readsAnew(after);
          tellsTheDifference(before, after);
          keepsWhatIsThere(before, after);
        }
        for (const version of versions) placesAreTrue(version);
        tellsTheDifference(versions[0] ?? readFile(''), versions.at(-1) ?? readFile(''));
      }),
      { numRuns: 150 },
    );
  }).timeout(60000);

  it('lines and columns are those of a plain table of lines', () => {
    fc.assert(
      fc.property(anyText, fc.array(act, { maxLength: 2 }), fc.nat(), fc.nat(), (text, acts, some, column) => {
        const file = acts.reduce(
          (now, action) => (action.kind === 'undo' ? now : editFile(now, editsOf(action, now.text))),
          readFile(text),
        );
        const starts = naiveStarts(file.text);
        assert.equal(lineCount(file), starts.length);
        for (const at of [some, some + 1, some + 2].map((number) => number % (file.text.length + 1))) {
          const line = starts.filter((start) => start <= at).length - 1;
          assert.deepEqual(positionAt(file, at), { line, character: at - (starts[line] ?? 0) });
        }
        const line = some % starts.length;
        const content = /^[^\r\n]*/.exec(file.text.slice(starts[line]))?.[0] ?? '';
        for (const character of [0, column % (content.length + 1), content.length, content.length + 9]) {
          assert.equal(offsetAt(file, { line, character }), (starts[line] ?? 0) + Math.min(character, content.length));
        }
        assert.equal(offsetAt(file, { line: starts.length, character: 3 }), file.text.length);
        assert.equal(offsetAt(file, { line: -1, character: 3 }), 0);
        assert.deepEqual(positionAt(file, file.text.length + 5), positionAt(file, file.text.length));
        const span = { start: some % (file.text.length + 1), end: (some % (file.text.length + 1)) + (column % 999) };
        assert.equal(textBetween(file, span), file.text.slice(span.start, span.end));
      }),
      { numRuns: 500 },
    );
  }).timeout(20000);

  it('an edit inside an entry reads one entry, however long the file', () => {
    fc.assert(
      fc.property(codebooks, fc.nat(), fc.nat(), fc.constantFrom('a', 'ö', '😀', ' b'), (text, which, where, letter) => {
        const file = readFile(text);
        const members = file.entries.filter(({ entry }) => entry.role === 'member');
        const { entry, start } = members[which % members.length] ?? { entry: undefined, start: 0 };
        assert.ok(entry !== undefined);
        const key = entry.root.pairs[0]?.key.span.end ?? 0;
        const words = [...entry.text.slice(key).matchAll(/(?<=\p{L})\p{L}/gu)].map(({ index }) => start + key + index);
        const at = words[where % words.length];
        fc.pre(at !== undefined);
        const next = editFile(file, [{ span: { start: at, end: at }, newText: letter }]);
        const { added, removed, moved } = changedEntries(file, next);
        assert.deepEqual([added.length, removed, moved], [1, [entry], []]);
        const shared = next.chunks.filter((chunk) => file.chunks.includes(chunk)).length;
        assert.equal(shared, file.chunks.length - 1);
      }),
      { numRuns: 300 },
    );
  }).timeout(20000);

  it('what is typed in the first column, at the line of a section or in front of an entry leaves the other entries alone', () => {
    const file = readFile(large);
    const head = large.indexOf('\nquestions:') + 1;
    const [first, behind] = [head + 'questions:\n'.length, head + 'questions'.length];
    const middle = large.indexOf('\n  q150:') + 1;
    const inside = large.indexOf('\n', middle) + 1;
    const damages: readonly (readonly [at: number, newText: string, gone: number])[] = [
      ...['x', 'q', '"', '|'].map((typed) => [head, typed, 0] as const),
      ...['x', 'ss', '_'].map((typed) => [behind, typed, 0] as const),
      ...[' x', ' |', ' "', ' ['].map((typed) => [behind + 1, typed, 0] as const),
      ...['', ' '].map((typed) => [behind, typed, 1] as const),
      ...[' ', '  ', '    '].map((typed) => [first, typed, 0] as const),
      ...['q', 'q:', 'q: 1', 'label: a', 'q:\n    type: number', 'q:\n  type: number\n  label: a', '? a', '---', '...'].map(
        (typed) => [middle, `${typed}\n`, 0] as const,
      ),
      ...['"', "'", '[', '{', '|', '%a', '&a', '*a', '!a', '@', 'a: b: c', ': a', '#'].map(
        (typed) => [middle, `${typed}\n`, 0] as const,
      ),
      ...['q\n', 'label: a\n', '---\n', '? a\n', '"\n', '    ? a\n'].map((typed) => [inside, typed, 0] as const),
      ...['---\n', '? ', '- ', '[', '{', '|\n', '%a\n', ' ', 'x'].map((typed) => [0, typed, 0] as const),
    ];
    for (const [start, newText, length] of damages) {
      const broken = editFile(file, [{ span: { start, end: start + length }, newText }]);
      const { added, removed } = changedEntries(file, broken);
      assert.ok(added.length <= 4 && removed.length <= 3, `${newText} takes ${removed.length} and brings ${added.length}`);
      readsAnew(broken);
    }
  });

  it('entries that another section or a longer entry has taken come back as the objects they were', () => {
    const file = readFile(large);
    const line = large.indexOf('\nquestions:') + 1;
    for (const newText of ['# ', 'figures:\n', 'defaults:\n  base: answered\nno', 'label:\n- a\n', 'label: "a\n']) {
      const broken = editFile(file, [{ span: { start: line, end: line }, newText }]);
      const more = editFile(broken, [{ span: { start: line + 1, end: line + 1 }, newText: ' y' }]);
      for (const damaged of [broken, more]) {
        const mended = readFile(large, damaged);
        const same = file.entries.filter(({ entry }) => startIn(mended, entry) !== undefined);
        assert.ok(same.length >= file.entries.length - 2, `${newText}: ${same.length} of ${file.entries.length}`);
      }
    }
  });

  it('an entry that is moved, pasted elsewhere or copied is told as that', () => {
    const text = 'codebook: a\nquestions:\n  a: {type: text}\n  b: {type: text}\n  c: {type: text}\n';
    const file = readFile(text);
    const own = (id: string) => file.entries.find(({ entry }) => entry.root.pairs[0]?.key.text === id)?.entry;
    const a = '  a: {type: text}\n';
    const [from, to] = [text.indexOf(a), text.length];
    const moved = editFile(file, [
      { span: { start: from, end: from + a.length }, newText: '' },
      { span: { start: to, end: to }, newText: a },
    ]);
    assert.deepEqual(changedEntries(file, moved), { removed: [], added: [], moved: [own('a')] });
    const copied = editFile(file, [{ span: { start: to, end: to }, newText: a }]);
    const { removed, added, moved: none } = changedEntries(file, copied);
    assert.deepEqual([removed, added.map((entry) => entry.text), none], [[], [a], []]);
    assert.notEqual(added[0], own('a'));
    assert.equal(editFile(file, [{ span: { start: from, end: from + a.length }, newText: a }]), file);
  });
});

/** Nothing is kept that should have been read again, and every entry is there once. */
function readsAnew(file: FileSyntax): void {
  const anew = readFile(file.text);
  assert.deepEqual(file.entries, anew.entries);
  // Trees are read when they are asked for, so that comparing entries alone does not look at them.
  for (const [at, { entry }] of file.entries.entries()) {
    if (at < 200) assert.deepEqual(entry.root, anew.entries[at]?.entry.root);
  }
  assert.equal(file.chunks.flatMap((chunk) => chunk.entries).length, anew.entries.length);
  assert.equal(new Set(file.entries.map(({ entry }) => entry)).size, file.entries.length);
}

function tellsTheDifference(before: FileSyntax, after: FileSyntax): void {
  const { removed, added, moved } = changedEntries(before, after);
  const [old, now] = [before, after].map((file) => file.entries.map(({ entry }) => entry));
  assert.ok(old !== undefined && now !== undefined);
  assert.deepEqual(idsOf(removed), idsOf(old.filter((entry) => !now.includes(entry))));
  assert.deepEqual(idsOf(added), idsOf(now.filter((entry) => !old.includes(entry))));
  const stays = (entry: Entry) => ![...removed, ...added, ...moved].includes(entry);
  assert.deepEqual(idsOf(old.filter(stays)), idsOf(now.filter(stays)));
  assert.ok(moved.every((entry) => old.includes(entry) && now.includes(entry)));
}

function keepsWhatIsThere(before: FileSyntax, after: FileSyntax): void {
  const { removed, added } = changedEntries(before, after);
  const left = new Set(removed.map(kindOf));
  assert.ok(!added.some((entry) => left.has(kindOf(entry))), 'an entry that did not change was read again');
}

/** Entries compared as objects, without a look inside. */
function idsOf(entries: readonly Entry[]): readonly number[] {
  return entries.map((entry) => {
    const id = ids.get(entry) ?? nextId();
    ids.set(entry, id);
    return id;
  });
}

const ids = new WeakMap<Entry, number>();
const nextId = (() => {
  let last = 0;
  return () => ++last;
})();

function kindOf({ text, section, role, indent }: Entry): string {
  return JSON.stringify([text, section, role, indent]);
}

/** Also of versions that others came after. */
function placesAreTrue(file: FileSyntax): void {
  assert.equal(lengthOf(file), file.text.length);
  for (const { entry, start } of file.entries) {
    assert.equal(startIn(file, entry), start);
    assert.equal(entryAt(file, start).entry, entry);
    assert.equal(entryAt(file, start + Math.max(0, entry.text.length - 1)).entry, entry);
  }
}

function naiveStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
}
