import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import type { TextColumn } from '../../server/src/language';
import { parseNumber } from '../../server/src/language/shares/cell';
import {
  codedOf,
  countedTexts,
  distinctTexts,
  hasEmptyCell,
  numberReader,
  repeatedCells,
  textReader,
} from '../../server/src/language/shares/text-column';

describe('a column of a data file', () => {
  it('has codes as narrow as its texts allow', () => {
    const widths = [1, 256, 257, 65_536, 65_537].map((distinct) => {
      const column = columnOf(Array.from({ length: distinct }, (_, at) => `p${at}`));
      return column.kind === 'codes' ? [column.dictionary.length, column.codes.BYTES_PER_ELEMENT] : column.kind;
    });
    assert.deepEqual(widths, [
      [1, 1],
      [256, 1],
      [257, 2],
      [65_536, 2],
      [65_537, 4],
    ]);
  });

  it('keeps very many numbers as numbers where their texts come back exactly', () => {
    assert.equal(kindOf(many((at) => `${at + 1}`)), 'numbers: 0 .');
    assert.equal(kindOf(many((at) => `${9_007_199_254_740_991 - at}`)), 'numbers: 0 .');
    assert.equal(kindOf(many((at) => (at / 1000).toFixed(4))), 'numbers: 4 .');
    assert.equal(kindOf(many((at) => (at / 1000).toFixed(4).replace('.', ','))), 'numbers: 4 ,');
    assert.equal(kindOf(many((at) => `${(at - 5000) / 1024}`)), 'numbers: shortest .');
    assert.equal(kindOf([...many((at) => `${at + 1}`), '', '7']), 'numbers: 0 .');
  });

  it('has texts where a number would not be written the same', () => {
    const ends = ['01', '+1', '-0', '1.10', '1e3', '1,5', '9007199254740993', 'a', '.5', '1.'];
    for (const end of ends) assert.equal(kindOf([...many((at) => `${at}.5`), '2', end]), 'codes', end);
    assert.equal(kindOf(['01', ...many((at) => `${at}`)]), 'codes');
  });

  it('gives back every text and every number, in either form', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '0', '-1', '1.5', '1,5', '1.50', '01', '-0', '-0.00', '1e5', 'x', '123456789012345678', '0.1'),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.integer().map((value) => (value / 100).toFixed(2)),
    );
    const starts = [many((at) => `${at}`), many((at) => `${at / 8}`), many((at) => (at / 100).toFixed(2))];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: starts.length - 1 }),
        fc.array(cell, { maxLength: 6 }),
        fc.constantFrom('.', ','),
        (which, end, sign) => {
          const start = starts[which] ?? [];
          const cells = [...start, ...end].map((text) => (sign === '.' ? text : text.replace('.', ',')));
          const column = columnOf(cells);
          const textOf = textReader(column);
          for (let row = 0; row < cells.length; row++) if (textOf(row) !== cells[row]) assert.equal(textOf(row), cells[row]);
          assert.deepEqual(tellsOf(column), tellsOf(codedOf(column)));
          for (const decimal of ['.', ','] as const) {
            const numberOf = numberReader(column, decimal);
            for (let row = start.length - 3; row < cells.length; row++) {
              assert.equal(numberOf(row), parseNumber(cells[row] ?? '', decimal), cells[row]);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

const many = (text: (at: number) => string): readonly string[] => Array.from({ length: 65_600 }, (_, at) => text(at));

function tellsOf(column: TextColumn): unknown {
  const texts = countedTexts(column);
  return [distinctTexts(column), hasEmptyCell(column), repeatedCells(column), texts.length, texts.slice(0, 9), texts.slice(-9)];
}

function kindOf(cells: readonly string[]): string {
  const column = columnOf(cells);
  return column.kind === 'codes' ? 'codes' : `numbers: ${column.decimals ?? 'shortest'} ${column.sign}`;
}

function columnOf(cells: readonly string[]): TextColumn {
  const text = ['a;b', ...cells.map((cell) => `${cell};x`)].join('\n');
  const { table } = parseTable(new TextEncoder().encode(text), { file: 'answers.csv', delimiter: ';' });
  const column = table?.columns.get('a');
  assert.ok(column);
  return column;
}
