import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BoundData, type Cell, tablesFor } from '../../server/src/language/shares';
import { readData, withData } from './bound';

interface Reference {
  readonly id: string;
  readonly group: string;
  readonly value: number;
  readonly n: number;
}

const codebook = readFileSync(join(import.meta.dirname, 'reference.codebook.yaml'), 'utf8');
const csv = readData('shares-reference.csv');
const reference: readonly Reference[] = JSON.parse(readData('shares-reference.json'));
const groupIds: Readonly<Record<string, string>> = { '1': 'one', '2': 'two', '3': 'three', total: 'total' };
const rules = {
  as_no: 'as_no',
  determinable: 'determinable',
  complete: 'complete',
  prorate: 'prorate',
  min_valid_5: '{min_valid: 5}',
};

describe('shares, means, quantiles, ratios and alpha equal those of R', () => {
  const bound = withData(`${codebook}${countIndicators()}`, csv);
  const ids = [...new Set(reference.map((one) => one.id))];
  for (const id of ids) {
    it(id, () => {
      for (const expected of reference.filter((one) => one.id === id)) {
        const { cell, value } = found(bound, id, groupIds[expected.group] ?? '');
        const where = `${id} of ${expected.group}`;
        assert.ok(
          value !== undefined && Math.abs(value - expected.value) <= 1e-8 * Math.max(1, Math.abs(expected.value)),
          `${where}: ${value} is not ${expected.value}`,
        );
        assert.equal(cell.waterfall.base.n, expected.n, where);
      }
    });
  }
});

/** `count(act = yes) >= k` for every k and rule. */
function countIndicators(): string {
  const variables = Object.entries(rules).flatMap(([name, rule]) =>
    [1, 2, 3, 4, 5, 6, 7].map((k) => `  ${name}_${k}: {label: Count, value: count(act = yes) >= ${k}, unknown: ${rule}}\n`),
  );
  return `derived:\n${variables.join('')}`;
}

function found(bound: BoundData, id: string, group: string): { readonly cell: Cell; readonly value: number | undefined } {
  const bounds = /^(low|high)_(\d)$/.exec(id);
  if (bounds?.[1] !== undefined) {
    const cell = cellOf(bound, 'derived', `as_no_${bounds[2]}`, group, (one) => one.category === 'yes');
    return { cell, value: bounds[1] === 'low' ? cell.bounds?.low : cell.bounds?.high };
  }
  const quantile = /^(\w+_q)(\d\d)$/.exec(id);
  const cell = bound.codebook.derived.has(id)
    ? cellOf(bound, 'derived', id, group, (one) => one.category === 'yes')
    : cellOf(
        bound,
        'indicator',
        quantile?.[1] ?? id,
        group,
        (one) => quantile === null || one.at === Number(quantile[2]) / 100,
      );
  return { cell, value: cell.estimate.kind === 'value' ? cell.estimate.value : undefined };
}

function cellOf(
  bound: BoundData,
  kind: 'derived' | 'indicator',
  id: string,
  group: string,
  wanted: (cell: Cell) => boolean,
): Cell {
  const [table] = tablesFor(bound.codebook, bound, { kind, id });
  const cell = table?.cells.find((one) => one.groups[0] === group && wanted(one));
  assert.ok(cell !== undefined, `${id} has a cell of ${group}`);
  return cell;
}
