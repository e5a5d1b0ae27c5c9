import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readPlain } from '../../server/src/language/syntax/plain';
import { generateCodebook } from '../bench/generate';
import { texts } from '../syntax/texts';
import { entriesOf, everyWayOf, readAlike, shareRead } from './two-readers';

const samples = readdirSync('samples', { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(join('samples', name), 'utf8'));
const styles = readFileSync(join(import.meta.dirname, '../syntax/fixtures/styles.codebook.yaml'), 'utf8');
const sound = [...texts, styles, styles.replaceAll('\n', '\r\n')];
const generated = generateCodebook({ questions: 300 });
const suite: Readonly<Record<string, string>> = JSON.parse(readFileSync('test/data/yaml-test-suite.json', 'utf8'));

/** What may stand below `q:` and is not plain block style, is damaged or doubtful, or comes near a limit. */
const left = [
  ...[
    '&a b',
    '*a',
    '!t b',
    '!!str b',
    '- &a b',
    '? a\n  : b',
    '[a]: b',
    '{a: b}: c',
    'a: &b c',
    '---\n  a: b',
    '%a',
    '@a',
    '`a',
  ],
  ...[
    '\ta: b',
    'a:\tb',
    '-\ta',
    'a: b\t',
    '"a\n\tb"',
    'a: b\n\tc: d',
    '|\n  \ta',
    '\uFEFFa: b',
    'a: b\rc: d',
    '\u00a0a: b',
    '|\n  a\u00a0',
  ],
  ...[
    'a: b: c',
    'a: b:',
    'a: b\n  c',
    'a\n   b: c',
    'a: 1\n  a: 2',
    '{a: 1, a: 2}',
    '- a: 1\n    a: 2',
    'a: b\n   c: d',
    'a: b\n c: d',
  ],
  ...[
    'a: b #c',
    'a: [b #c\n    ]',
    'a: name\n    continued',
    '"a',
    "'a",
    'a: "b" c',
    'a: "b"#c',
    '"\\q"',
    '"\\x1"',
    '"\\U00110000"',
    '"a\nb"',
  ],
  ...[
    '[a',
    '[a, , b]',
    '[, a]',
    '[a b: c]',
    '[a: b]',
    '{a: b: c}',
    '{a\n    : b}',
    '{a:b:}',
    '[a]]',
    '[a] b',
    '[[a\n],\n    b]',
    '[a,\nb]',
    '[a\n# c\n  ]',
    '"a\n    b": c',
    '\n#c\n  a\nb: c',
    '\n#c\n  [a]',
  ],
  ...[
    '|',
    '|+\n\n',
    '|0\n    a',
    '|22\n    a',
    '|#c\n    a',
    '| a',
    '|\n  \n a',
    '|\n     \n    a',
    '|5\n    a',
    '- a\n  b: c',
    'a: - b',
    'a: |\n      b\n    c',
  ],
  ...[`${'a'.repeat(1100)}: b`, '['.repeat(20000), '{a: '.repeat(9000), '- '.repeat(9000)],
];

/** Pieces that mean something to YAML, alone or in company. */
const pieces = [
  ...':-#\'"[]{},|>&*!%@`?\\\t\r\n ',
  ...[
    ': ',
    '- ',
    ' #',
    ' # c',
    ', ',
    '  ',
    '\r\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\n      ',
    '\n# c',
    '\n    #c',
    '\n - ',
    '---',
    '...',
  ],
  ...['|+\n', '>2-\n', "''", '[]', '{}', 'x: y', 'a', '\\x41', '\\\n', '\u00a0', '\u2028', '\uFEFF', '<<: ', ': |\n      '],
] as const;

describe('the two readers', () => {
  it('read the samples, sound texts and a generated codebook alike', () => {
    for (const text of [...samples, ...sound, generated]) for (const written of everyWayOf(text)) readAlike(written);
  });

  it('read the inputs of the YAML test suite alike, whole and line by line', () => {
    let read = 0;
    for (const input of Object.values(suite)) {
      const below = `questions:\n  q:\n${input.replace(/^(?=.)/gm, '    ')}`;
      for (const text of [input, below]) {
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
          for (const written of everyWayOf(text.slice(0, end + 1))) read += readAlike(written) ? 1 : 0;
        }
        for (const written of everyWayOf(text)) readAlike(written);
      }
    }
    assert.ok(read > 2000, `only ${read} are read fast`);
  });

  it('read alike what is left of an entry while it is typed, and without any one character', () => {
    const entries = [...new Map([...samples, ...sound].flatMap(entriesOf).map((entry) => [entry.text, entry])).values()];
    const every = Math.ceil(entries.reduce((sum, { text }) => sum + text.length, 0) / 2500);
    let at = 0;
    for (const entry of entries) {
      for (; at < entry.text.length; at += every) {
        readAlike({ ...entry, text: entry.text.slice(0, at) });
        readAlike({ ...entry, text: entry.text.slice(0, at) + entry.text.slice(at + 1) });
      }
      at -= entry.text.length;
    }
  });

  it('read alike every prefix and deletion of an entry in every style', () => {
    for (const entry of [...entriesOf(styles), ...entriesOf(styles.replaceAll('\n', '\r\n'))]) {
      for (let at = 0; at < entry.text.length; at++) {
        readAlike({ ...entry, text: entry.text.slice(0, at) });
        readAlike({ ...entry, text: entry.text.slice(0, at) + entry.text.slice(at + 1) });
      }
    }
  });

  it('read alike whatever is put into an entry', () => {
    const splice = fc.record({ at: fc.nat(), gone: fc.oneof(fc.constant(0), fc.nat(40)), piece: fc.constantFrom(...pieces) });
    const fromSamples = fc.constantFrom(...samples.flatMap(entriesOf));
    const fromStyles = fc.constantFrom(...sound.flatMap(entriesOf));
    fc.assert(
      fc.property(fc.oneof(fromSamples, fromStyles), fc.array(splice, { minLength: 1, maxLength: 3 }), (entry, splices) => {
        readAlike({ ...entry, text: splices.reduce(spliced, entry.text) });
      }),
      { numRuns: 2500 },
    );
  });

  it('read alike any soup of pieces', () => {
    const whole = [
      'a: b\n',
      'k:\n',
      '  x: y\n',
      '- z\n',
      '  - w\n',
      'k: |\n',
      '  t\n',
      ' "q" ',
      "'r'",
      'a b',
      '[a, b]',
      '{c: d}',
    ];
    const soup = fc.array(fc.constantFrom(...pieces, ...whole), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        readAlike({ text, role: 'whole', indent: 0 });
        for (const before of ['  q:\n    ', '  q: ', '  q:\n    list:\n    - ', '  q: {a: ']) {
          readAlike({ text: before + text, role: 'member', indent: 2 });
        }
      }),
      { numRuns: 2500 },
    );
  });

  it('read trees of every shape alike, in whatever style they are written', () => {
    fc.assert(
      fc.property(tree, options, fc.boolean(), (value, how, crlf) => {
        const text = stringify({ questions: { q: value } }, { ...how, simpleKeys: true });
        for (const written of everyWayOf(crlf ? text.replaceAll('\n', '\r\n') : text)) readAlike(written);
      }),
      { numRuns: 600 },
    );
  });
});

describe('the fast reader', () => {
  it('leaves to the tolerant reader what only that one knows or has something to say of', () => {
    for (const text of left) {
      const written = { text: `q:\n  ${text}\n`, role: 'head', indent: 0 } as const;
      assert.equal(readPlain(written.text, written.role, written.indent), undefined, text);
    }
  });

  it('reads nearly every entry of the samples', () => {
    assert.ok(shareRead(samples.flatMap(entriesOf)) >= 0.97);
  });

  it('reads every entry of a codebook free of problems', () => {
    assert.equal(shareRead(entriesOf(generated)), 1);
    assert.equal(shareRead(entriesOf(styles)), 1);
    assert.equal(shareRead(entriesOf(styles.replaceAll('\n', '\r\n'))), 1);
  });
});

function spliced(text: string, { at, gone, piece }: { at: number; gone: number; piece: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + gone);
}

const word = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.lorem({ maxCount: 25 }),
  fc.constantFrom('a\n\nb\n', ' x', 'yes', '01', '# no', 'a: b', 'é\t\n', "it's", 'say "so"', '\\', '-', 'a\n  b\n', 'x\n\n\n'),
);

const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('text', 'scale', '-9', '1'), fc.string({ minLength: 1, maxLength: 8 })),
      tie('node'),
      {
        maxKeys: 4,
      },
    ),
  ),
})).node;

const options = fc.record({
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  collectionStyle: fc.constantFrom('any' as const, 'block', 'flow'),
  lineWidth: fc.integer({ min: 20, max: 80 }),
  indentSeq: fc.boolean(),
});
