import assert from 'node:assert/strict';
import { parseTable } from '../../server/src/data';
import { bindData, type DataTable, type ValueColumn } from '../../server/src/language/shares';
import { codedOf } from '../../server/src/language/shares/text-column';
import { withData } from './bound';

const codebook = `codebook: amounts
languages: [en]
data: {file: data.csv, id: id, weight: w}
questions:
  pay: {label: Pay, type: number, range: 0..60000, missing: {unknown: {code: 99, kind: dont_know}}}
  town: {label: Town, type: text, column: place}
  group: {label: Group, scale: groups, column: number}
scales:
  groups: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
derived:
  double: {label: Twice the pay, value: pay * 2, column: twice}
`;
const header = 'id,w,pay,twice,place,number\n';

describe('columns of numbers that have no dictionary', () => {
  it('mean the same as columns that have one', () => {
    const lines = Array.from({ length: 66_000 }, (_, at) => {
      const pay = at % 1000 === 0 ? '' : `${at}`;
      const weight = at < 5 ? ['', '0', '-1', '0', '-2.5'][at] : `${at / 8}`;
      return `${at % 65_990},${weight},${pay},${pay === '' ? '' : at * (at % 500 === 7 ? 3 : 2)},${at},${at}`;
    });
    const { table } = parseTable(new TextEncoder().encode(header + lines.join('\n')), { file: 'data.csv', decimal: '.' });
    assert.ok(table);
    const kinds = [...table.columns.values()].map(({ name, kind }) => `${name} ${kind}`);
    assert.deepEqual(kinds, ['id numbers', 'w numbers', 'pay numbers', 'twice numbers', 'place numbers', 'number numbers']);
    const coded = new Map([...table.columns].map(([name, column]) => [name, codedOf(column)]));
    const told = tellsOf(table);
    assert.deepEqual(told, tellsOf({ ...table, columns: coded }));
    const found = told.findings.map(({ kind, count }) => `${kind} ${count}`);
    assert.deepEqual(found, [
      'weight-missing 1',
      'weight-negative 2',
      'weight-zero 2',
      'repeated-id 10',
      // Above 60,000, but for the five empty ones.
      'out-of-range 5994',
      'unknown-code 65998',
      // Those three times the pay, the don't know, and those out of range, which twelve of the first are too.
      'copy-differs 6115',
    ]);
  });
});

function tellsOf(table: DataTable) {
  const { codebook: book } = withData(codebook, header);
  const bound = bindData(book, table);
  const columns = ['pay', 'town', 'group', 'double'].map((name) => meaningOf(bound.column(name)));
  return { weights: bound.weights, columns, findings: bound.findings() };
}

/** What a column says of each row, in whichever form it is held. */
function meaningOf(column: ValueColumn | undefined) {
  switch (column?.kind) {
    case 'category':
      return { ids: column.ids, codes: Array.from(column.codes) };
    case 'number':
      return { numbers: Array.from(column.numbers), missing: Array.from(column.missing) };
    case 'string':
      return { texts: Array.from(column.texts), missing: Array.from(column.missing) };
    case undefined:
      return undefined;
  }
}
