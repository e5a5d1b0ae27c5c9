import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuickly, parseTable, parseTolerantly, type TableOptions, type TableResult } from '../../server/src/data';
import { textReader } from '../../server/src/language/shares/text-column';

const plain = fc.constantFrom(
  '',
  '1',
  '2',
  '3',
  '10',
  '99',
  '-1',
  '1.5',
  '2,5',
  'yes',
  'no',
  'å',
  'Malmö',
  '€',
  '01',
  ' 1',
  '1 ',
  '\u00a02',
  '\u0093\u0080',
);
const odd = fc.constantFrom(
  '"',
  '""',
  '"1"',
  '"a;b"',
  '"two\nlines"',
  '"say ""no"""',
  '"1" ',
  ' "1"',
  'a"b',
  '\r',
  '\n',
  '\t',
  '\ufeff',
  '\0',
  '"a\r\nb"',
  '""""',
);
const cell = fc.oneof({ weight: 30, arbitrary: plain }, { weight: 1, arbitrary: odd });

/** Mostly tables as programs write them, with a fault here and there. */
const tables = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    delimiter: fc.constantFrom(';', ',', '\t', '|', ' '),
    lineEnd: fc.constantFrom('\n', '\r\n', '\n', '\r\n', '\r'),
    start: fc.constantFrom('', '', '', '\ufeff', 'sep=;\n', 'sep=,\r\n', 'sep=ö\n', '\n'),
    unnamed: fc.constantFrom(0, 0, 0, 1, 2),
  })
  .chain(({ width, delimiter, lineEnd, start, unnamed }) => {
    const line = fc
      .tuple(
        fc.array(cell, { minLength: width, maxLength: width }),
        fc.oneof({ weight: 20, arbitrary: fc.constant(unnamed) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 2) }),
      )
      .map(([cells, more]) => [...cells, ...Array.from({ length: more }, () => '')].join(delimiter));
    const lines = fc.array(
      fc.oneof({ weight: 15, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('', ' ', delimiter) }),
      {
        maxLength: 12,
      },
    );
    const header = Array.from({ length: width }, (_, at) => `c${at}`).concat(Array.from({ length: unnamed }, () => ''));
    const headers = fc.oneof(
      { weight: 12, arbitrary: fc.constant(header.join(delimiter)) },
      { weight: 1, arbitrary: line },
      { weight: 1, arbitrary: fc.constant(header.map((name) => `"${name}"`).join(delimiter)) },
    );
    return fc
      .tuple(headers, lines, fc.constantFrom('', lineEnd, '\n', `${lineEnd}${lineEnd}`))
      .map(([first, rest, end]) => `${start}${[first, ...rest].join(lineEnd)}${end}`);
  });

const noise = fc
  .array(fc.constantFrom('a', 'b', '1', ';', ',', '\n', '\r\n', '\r', '"', ' ', 'ö', '\t', '|', '""', ';;', '\n\n'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

const options: fc.Arbitrary<TableOptions> = fc
  .record(
    {
      delimiter: fc.constantFrom(';', ',', '\t', 'ö', ';;', '"'),
      decimal: fc.constantFrom('.' as const, ',' as const),
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'nonsense'),
    },
    { requiredKeys: [] },
  )
  .map((stated) => ({ ...stated, file: 'answers.csv' }));

const mostlyNone = fc.oneof({ weight: 4, arbitrary: fc.constant({ file: 'answers.csv' }) }, { weight: 1, arbitrary: options });

describe('the two readers of tables', () => {
  it('give the same table, or the quick one leaves it to the other', () => {
    const seen = { read: 0, sound: 0, all: 0 };
    fc.assert(
      fc.property(
        fc.oneof({ weight: 6, arbitrary: tables }, { weight: 1, arbitrary: noise }),
        mostlyNone,
        fc.constantFrom<BufferEncoding[]>('utf8', 'utf8', 'latin1', 'utf16le'),
        fc.integer({ min: 1, max: 40 }),
        (text, stated, encoding, length) => {
          const bytes = new Uint8Array(Buffer.from(text, encoding));
          const tolerant = told(parseTolerantly(bytes, stated));
          const quick = parseQuickly(bytes, stated, length);
          seen.all++;
          if ('columns' in tolerant) seen.sound++;
          if (quick !== undefined) {
            seen.read++;
            assert.deepEqual(told(quick), tolerant);
          }
          assert.deepEqual(told(parseTable(bytes, stated)), tolerant);
        },
      ),
      { numRuns: 6000 },
    );
    assert.ok(seen.read > seen.sound * 0.4, `The quick reader reads its share of sound tables: ${JSON.stringify(seen)}`);
  });

  it('agree on columns of very many different texts, where they change their form', () => {
    const endings = fc.array(fc.oneof(cell, fc.integer().map(String), fc.double().map(String)), { maxLength: 5 });
    const starts = fc.constantFrom(
      (at: number) => `${at}`,
      (at: number) => (at / 100).toFixed(2),
      (at: number) => `${at / 64}`,
      (at: number) => `${at / 64}`.replace('.', ','),
      (at: number) => `"${at}"`,
      (at: number) => `p${at}`,
    );
    fc.assert(
      fc.property(starts, fc.integer({ min: 250, max: 260 }), endings, fc.boolean(), (start, few, end, isMany) => {
        const count = isMany ? 65_600 : few;
        const cells = [...Array.from({ length: count }, (_, at) => start(at)), ...end];
        const bytes = new TextEncoder().encode(
          ['a;b;c', ...cells.map((text, at) => `${text};${at % 3};${text}`), ''].join('\n'),
        );
        const quick = parseQuickly(bytes, { file: 'answers.csv' }, 10_000);
        if (quick !== undefined) assert.deepEqual(quick, parseTolerantly(bytes, { file: 'answers.csv' }));
      }),
      { numRuns: 12 },
    );
  });
});

function told({ table, failure }: TableResult): object {
  if (table === undefined) return { failure };
  const { columns, ...rest } = table;
  return {
    ...rest,
    columns: [...columns.values()].map((column) => [
      column,
      Array.from({ length: table.rows }, (_, row) => textReader(column)(row)),
    ]),
  };
}
