import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import {
  childAt,
  insertPair,
  type MapNode,
  mapPair,
  mergedRoot,
  type NodePath,
  quoteText,
  readFile,
  readWhole,
  removePair,
  replaceScalar,
  suppressionsOf,
  walk,
} from '../../server/src/language/syntax';
import { applyEdits, type TextEdit } from '../../server/src/language/text/span';
import { show } from './outline';
import { texts } from './texts';

const battery = `a:
  text: x   # asked
  items: {b: 1, "c": 2}  # two
  list:
  - d: 1
    e: 'it''s'
last: "y"`;

function at(text: string, path: NodePath): MapNode {
  const node = childAt(mergedRoot(readWhole(text)), path);
  assert.equal(node?.kind, 'map');
  return node;
}

function edit(text: string, make: (text: string) => TextEdit): string {
  return applyEdits(text, [make(text)]);
}

function replace(path: NodePath, key: string, by: string): string {
  const value = mapPair(at(battery, path), key)?.value;
  assert.equal(value?.kind, 'scalar');
  return applyEdits(battery, [replaceScalar(battery, value, by)]);
}

function remove(path: NodePath, key: string): string {
  const map = at(battery, path);
  const pair = mapPair(map, key);
  assert.ok(pair);
  return applyEdits(battery, [removePair(battery, map, pair)]);
}

describe('edits', () => {
  it('a pair is inserted behind the comment of the one above, in its column and with its line end', () => {
    const after = mapPair(at(battery, ['a']), 'text');
    const made = edit(battery, (text) => insertPair(text, at(text, ['a']), 'scale', 'yes_no', after));
    assert.equal(made, battery.replace('# asked\n', '# asked\n  scale: yes_no\n'));
    const crlf = battery.replaceAll('\n', '\r\n');
    assert.ok(edit(crlf, (text) => insertPair(text, at(text, []), 'new', '1')).endsWith('last: "y"\r\nnew: 1'));
    assert.ok(
      edit(battery, (text) => insertPair(text, at(text, ['a', 'list', 0]), 'f', '1')).includes("'it''s'\n    f: 1\nlast"),
    );
    assert.ok(
      edit(battery, (text) => insertPair(text, at(text, ['a', 'items']), 'yes', '3')).includes('"c": 2, "yes": 3}  # two'),
    );
  });

  it('a pair is inserted into empty brackets', () => {
    assert.equal(
      edit('a: {}\n', (text) => insertPair(text, at(text, ['a']), 'b', '1')),
      'a: {b: 1}\n',
    );
  });

  it('a scalar is replaced in its own quotes', () => {
    assert.equal(replace([], 'last', 'z'), battery.replace('"y"', '"z"'));
    assert.equal(replace(['a', 'list', 0], 'e', "don't"), battery.replace("'it''s'", "'don''t'"));
    assert.equal(replace(['a'], 'text', 'yes'), battery.replace('x  ', '"yes"  '));
    assert.equal(replace(['a', 'items'], 'b', 'x, y'), battery.replace('b: 1', 'b: "x, y"'));
  });

  it('a pair is removed with its line, or with its comma', () => {
    assert.equal(remove(['a'], 'text'), battery.replace('  text: x   # asked\n', ''));
    assert.equal(remove(['a', 'items'], 'b'), battery.replace('b: 1, ', ''));
    assert.equal(remove(['a', 'items'], 'c'), battery.replace(', "c": 2', ''));
    assert.equal(remove(['a', 'list', 0], 'd'), battery.replace('d: 1\n    e', 'e'));
    assert.equal(remove([], 'last'), battery.replace('last: "y"', ''));
  });

  it('an inserted pair joins its map and changes nothing else; removed, the text is as before', () => {
    for (const text of [...texts, ...texts.map((one) => one.replaceAll('\n', '\r\n'))]) {
      for (const { node, path } of walk(mergedRoot(readWhole(text)))) {
        // A block text that keeps its trailing lines would lose them to the pair below it.
        if (node.kind !== 'map' || /[|>]\d?\+\d?\s/.test(text.slice(node.pairs.at(-1)?.value.span.start))) continue;
        const made = applyEdits(text, [insertPair(text, node, 'zz', 'new')]);
        const pairs = at(made, path).pairs;
        assert.equal(show(at(made, path)), show({ ...node, pairs: [...node.pairs, ...pairs.slice(-1)] }));
        const added = pairs.at(-1);
        assert.equal(added?.key.text, 'zz');
        assert.ok(added);
        assert.equal(show(at(applyEdits(made, [removePair(made, at(made, path), added)]), path)), show(node));
      }
    }
  });

  it('texts are quoted only where they must be', () => {
    const plain = ['Ja', 'a b', "Don't know", '0–49', 'count(a = yes) >= 4', 'x:y', 'C#', 'a-b', 'é'];
    for (const text of plain) assert.equal(quoteText(text, { flow: false }), text);
    const quoted = [
      '',
      ' a',
      'yes',
      'No',
      'on',
      'null',
      '~',
      '1',
      '1.0',
      '01',
      '1e3',
      '0x1F',
      '1:30',
      '2020-01-01',
      '- a',
      '? a',
      'a: b',
      'a #b',
      '@a',
      '#a',
      '.5',
      '-.inf',
    ];
    for (const text of quoted) assert.equal(quoteText(text, { flow: false }), `"${text}"`);
    assert.equal(quoteText('a, b', { flow: false }), 'a, b');
    assert.equal(quoteText('a, b', { flow: true }), '"a, b"');
    assert.equal(quoteText('say "a": b', { flow: true }), `'say "a": b'`);
    assert.equal(quoteText('a\nb', { flow: false }), '"a\\nb"');
  });

  it('quoted texts read back the same, here and in YAML 1.1 and 1.2', () => {
    const near = fc.string({ unit: fc.constantFrom(...'01.eE+-_:xob, yesnotrufal~#&*!|>\'"%@`[]{}?\\\n\té'), maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
        const block = `a: ${quoteText(text, { flow: false })}\n`;
        const flow = `{a: ${quoteText(text, { flow: true })}, ${quoteText(text, { flow: true })}: [${quoteText(text, { flow: true })}]}`;
        assert.deepEqual(readFile(block).entries[0]?.entry.problems, []);
        assert.equal(show(at(block, [])), `{a: ${text}}`);
        assert.equal(show(at(flow, [])), `{a: ${text}, ${text}: [${text}]}`);
        for (const version of ['1.1', '1.2'] as const) assert.deepEqual(parseDocument(block, { version }).toJS(), { a: text });
      }),
      { numRuns: 3000 },
    );
  });

  it('comments that switch off checks name codes, a reason and a line', () => {
    const text = `a: 1 # codebook-ignore small-base, unused-scale: as printed: twice
# codebook-ignore late-routing: why

# more
b: 2 #codebook-ignore x
# codebook-ignore
`;
    const found = suppressionsOf(readFile(text)).map(({ code, codeSpan, reason, line, place }) => {
      assert.equal(place.entry.text.slice(codeSpan.start, codeSpan.end), code);
      return [code, reason, line];
    });
    assert.deepEqual(found, [
      ['small-base', 'as printed: twice', 0],
      ['unused-scale', 'as printed: twice', 0],
      ['late-routing', 'why', 4],
      ['x', '', 4],
      ['', '', 5],
    ]);
  });
});
