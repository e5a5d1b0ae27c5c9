import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import {
  type FileSyntax,
  mergedRoot,
  readFile,
  readWhole,
  type SyntaxNode,
  syntaxProblems,
  walk,
} from '../../server/src/language/syntax';
import { texts } from '../syntax/texts';
import { isSound, placesAreTrue } from './sound-file';

const variants = [
  ...texts,
  ...texts.map((text) => text.replaceAll('\n', '\r\n')),
  ...texts.map((text) => `\uFEFF${text.trimEnd()}`),
];

/** A text with a piece replaced by another: what typing, deleting and pasting do. */
const edited = fc
  .record({
    text: fc.constantFrom(...variants),
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(300)),
    typed: fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '\r',
        '\t',
        '"',
        "'",
        '{',
        '}',
        '[',
        ':',
        ': ',
        '#',
        ' #',
        '- ',
        'ty',
        '\n  ty',
        '&a ',
        '*a',
        '!t ',
        '---\n',
        '\n---\n',
        '\n...\n',
        '\nq\n',
        '\nq:\n',
        '\nlabel: a\n',
        '\n? a\n',
        '\n: b\n',
        '\n%a\n',
        '? ',
        '|',
        '>+\n',
        ',',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.nat(3000).map((from) => texts.join('').slice(from, from + 80)),
    ),
  })
  .map(({ text, at, length, typed }) => {
    const start = at % (text.length + 1);
    return { before: text, after: text.slice(0, start) + typed + text.slice(start + length), at: start + typed.length };
  });

describe('laws of reading a file', () => {
  it('sound texts have no problems and read the same by entry and whole', () => {
    for (const text of variants) {
      const file = readFile(text);
      assert.deepEqual(problemsIn(file), []);
      assert.deepEqual(mergedRoot(file), mergedRoot(readWhole(text)));
      assert.ok(file.entries.length > 8);
    }
  });

  it('reads what the parser reads', () => {
    for (const text of variants) {
      assert.deepEqual(said(mergedRoot(readFile(text))), parsed(text));
    }
  });

  it('an edit gives what reading anew gives, and only touched entries are read', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const old = readFile(before);
        const next = readFile(after, old);
        assert.deepEqual(next, readFile(after));
        assert.deepEqual(mergedRoot(next), mergedRoot(readFile(after)));
        assert.equal(next.entries.map(({ entry }) => entry.text).join(''), after);
        const entries = next.entries.map(({ entry }) => entry);
        assert.equal(new Set(entries).size, entries.length);
        const kept = new Set(old.entries.map(({ entry }) => entry));
        const same = entries.filter((entry) => kept.has(entry)).length;
        const possible = entries.filter((entry) => old.entries.some((one) => isAlike(one.entry, entry)));
        assert.ok(same >= new Set(possible.map((entry) => entry.text)).size, 'an entry that did not change was read again');
      }),
      { numRuns: 400 },
    );
  });

  it('without problems, by entry equals whole after any edit', () => {
    fc.assert(
      fc.property(edited, ({ after }) => {
        const file = readFile(after);
        if (problemsIn(file).length === 0 && !hasDoubtfulHead(file)) {
          const whole = readWhole(after);
          // The same id in two entries is said by a check of its own.
          assert.deepEqual(
            problemsIn(whole).filter((problem) => problem.code !== 'duplicate-key'),
            [],
          );
          assert.deepEqual(mergedRoot(file), mergedRoot(whole));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('damage within an entry leaves every other entry as it is', () => {
    const typed = fc.oneof(
      fc.constantFrom('"', "'", '{', '[', '}', ': ', ' #', '&a ', '*a', '|', '>', '\\', '@', '- ', '\t'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...variants), fc.nat(), fc.nat(), fc.nat(9), typed, (text, which, where, length, piece) => {
        const old = readFile(text);
        const members = old.entries.filter(({ entry }) => entry.role === 'member');
        const { entry, start } = members[which % members.length] ?? { entry: undefined, start: 0 };
        const key = entry?.root.pairs[0]?.key;
        assert.ok(entry !== undefined && key !== undefined);
        const from = key.span.start + 1;
        const at = from + (where % Math.max(1, entry.text.trimEnd().length - from));
        // Only what stands on one line goes, and no indentation: those would make other entries of it.
        const gone = /^[^\s]*/.exec(entry.text.slice(at, at + length))?.[0].length ?? 0;
        const after = text.slice(0, start + at) + piece + text.slice(start + at + gone);
        const lead = /[^\r\n]*$/.exec(entry.text.slice(0, at))?.[0] ?? '';
        // A `+` says whose the blank lines below a block text are.
        const rest = /^[^\r\n]*/.exec(entry.text.slice(at))?.[0] ?? '';
        fc.pre(lead.trim() !== '' && !`${lead}${rest}${piece}`.includes('+'));
        const next = readFile(after, old);
        assert.equal(next.entries.length, old.entries.length);
        assert.equal(next.entries.filter((one, i) => one.entry !== old.entries[i]?.entry).length <= 1, true);
      }),
      { numRuns: 1500 },
    );
  });

  it('no prefix and no deletion throws or reaches outside the text', () => {
    for (const text of texts) {
      const file = readFile(text);
      for (let at = 0; at <= text.length; at += 3) {
        isSound(readFile(text.slice(0, at), file), at);
        isSound(readFile(text.slice(0, at) + text.slice(at + 1), file), at);
      }
    }
  }).timeout(60000);

  it('no text throws', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'ab:#-?[]{},&*!|>\'"%@`\\ \n\r\t\uFEFF\u2028å😀0'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          characters,
          fc.string({ unit: 'binary' }),
          characters.map((text) => `questions:\n  q: ${text}`),
        ),
        fc.nat(),
        (text, at) => {
          isSound(readFile(text), at % (text.length + 1));
          isSound(readWhole(text), at % (text.length + 1));
        },
      ),
      { numRuns: 2000 },
    );
    for (const deep of ['['.repeat(20000), '{a: '.repeat(9000), '- '.repeat(9000), 'a:\n'.repeat(9000)])
      isSound(readFile(`questions:\n  q: ${deep}`), 20);
  });

  it('edits of sound texts leave cursors and spans inside the text', () => {
    fc.assert(
      fc.property(edited, ({ after, at }) => isSound(readFile(after), Math.min(at, after.length))),
      { numRuns: 400 },
    );
  });

  it('what YAML writes is read back, and every unit of a text has its place', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.lorem({ maxCount: 30 }),
      fc.constantFrom('a\n\nb\n', ' x', 'yes', '01', '# no', 'a: b', 'é\t\n'),
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('label', 'questions', 'x'), value, { minKeys: 1 }),
        style,
        fc.integer({ min: 20, max: 80 }),
        fc.boolean(),
        (tree, defaultStringType, lineWidth, crlf) => {
          const written = stringify(tree, { defaultStringType, defaultKeyType: 'PLAIN', lineWidth, simpleKeys: true });
          const text = crlf ? written.replaceAll('\n', '\r\n') : written;
          const root = mergedRoot(readWhole(text));
          if (parseDocument(text).errors.length === 0) assert.deepEqual(said(root), parsed(text));
          for (const { node } of walk(root)) if (node.kind === 'scalar') placesAreTrue(text, node);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function problemsIn(file: FileSyntax) {
  return syntaxProblems(file.entries.map(({ entry }) => entry)).map(({ problem }) => problem);
}

/** A line at the top that the checks report: a key that the language does not have, or a section that is no map. */
function hasDoubtfulHead({ entries }: FileSyntax): boolean {
  return entries.some(({ entry }, at) => {
    if (entry.role !== 'head' || entries[at + 1]?.entry.role !== 'member') return false;
    return entry.indent > 0 || entry.root.pairs.some(({ value }) => value.kind !== 'empty');
  });
}

function isAlike(one: FileSyntax['entries'][number]['entry'], other: FileSyntax['entries'][number]['entry']): boolean {
  return one.text === other.text && one.section === other.section && one.role === other.role && one.indent === other.indent;
}

/** A tree as what it says: maps as lists of pairs, empty values as the empty text. */
function said(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'empty':
      return '';
    case 'list':
      return node.items.map(said);
    case 'map':
      return { pairs: node.pairs.map((pair) => [pair.key.text, said(pair.value)]) };
  }
}

function parsed(text: string): unknown {
  const plain = (value: unknown): unknown => {
    if (value instanceof Map) return { pairs: [...value].map(([key, inside]) => [key, plain(inside)]) };
    return Array.isArray(value) ? value.map(plain) : (value ?? '');
  };
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  return plain(document.toJS({ mapAsMap: true }) ?? new Map());
}
