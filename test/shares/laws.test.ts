import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import {
  type BoundData,
  bindData,
  type Cell,
  type DataTable,
  type ShareTable,
  tablesFor,
} from '../../server/src/language/shares';
import { withData } from './bound';

const codebook = `codebook: laws
languages: [en]
data: {file: data.csv, id: id, weight: w}
defaults: {base: answered, by: [actor, actor * first]}
scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}, c: {code: 3, label: C}}}
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}, refused: {code: 9, kind: refused, label: Refused}}
  extent:
    order: descending
    categories: {high: {code: 1, score: 2, label: High}, some: {code: 2, score: 1, label: Some}, none: {code: 8, score: 0, label: None}}
    missing: {refused: {code: 9, kind: refused, label: Refused}}
    groups: {any: {label: Any, of: [high, some]}}
questions:
  actor: {label: Actor, scale: actors}
  first: {label: First, scale: yes_no}
  extent: {label: Extent, scale: extent, ask_if: first = yes}
  staff: {label: Staff, type: number, missing: {unknown: {code: 9, kind: dont_know}}}
  acts: {label: Acts, scale: yes_no, items: {x: X, y: Y, z: Z}}
derived:
  low: {label: As no, value: count(acts = yes) >= 2, unknown: as_no}
  kept: {label: Determinable, value: count(acts = yes) >= 2, unknown: determinable}
  size: {label: Size, order: ascending, categories: {small: {label: Small, when: staff < 2}, large: {label: Large, when: staff >= 2}}}
indicators:
  any: {label: Any, measure: share, of: extent = any}
  any_asked: {label: Any, measure: share, of: extent = any, base: asked}
  any_substantive: {label: Any, measure: share, of: extent = any, base: substantive}
  not_broad: {label: Not broad, measure: share, of: not kept}
  score: {label: Score, measure: mean, of: score(extent)}
  middle: {label: Staff, measure: median, of: staff}
  alpha: {label: Alpha, measure: alpha, of: score(extent)}
  among: {label: Among, measure: share, of: acts = yes, among: actor = b, by: []}
  split: {label: Split, measure: share, of: acts = yes, by: [actor]}
`;

const names = ['actor', 'first', 'extent', 'staff', 'acts_x', 'acts_y', 'acts_z', 'w'];
const cell = fc.constantFrom('1', '1', '2', '2', '8', '9', '');
const row = fc.tuple(
  fc.constantFrom('1', '2', '3', ''),
  cell,
  cell,
  cell,
  cell,
  cell,
  cell,
  fc.integer({ min: 1, max: 400 }).map((w) => `${w / 100}`),
);
const rows = fc.array(row, { maxLength: 25 });

const header = ['id', ...names].join(',');
const book = withData(codebook, `${header}\n`).codebook;

function bind(data: readonly (readonly string[])[]): BoundData {
  const lines = data.map((cells, index) => [index + 1, ...cells].join(','));
  const { table } = parseTable(new TextEncoder().encode([header, ...lines, ''].join('\n')), { file: 'data.csv' });
  assert.ok(table !== undefined);
  return bindData(book, table);
}

function allTables(bound: BoundData): readonly ShareTable[] {
  const subjects = [
    ...[...book.questions.keys()].map((id) => ({ kind: 'question', id }) as const),
    ...[...book.derived.keys()].map((id) => ({ kind: 'derived', id }) as const),
    ...[...book.indicators.keys()].map((id) => ({ kind: 'indicator', id }) as const),
  ];
  return subjects.flatMap((subject) => tablesFor(book, bound, subject));
}

function value(one: Cell | undefined): number | undefined {
  return one?.estimate.kind === 'value' ? one.estimate.value : undefined;
}

function isNear(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a)));
}

function same(a: readonly ShareTable[], b: readonly ShareTable[]): void {
  assert.equal(a.length, b.length);
  for (const [index, table] of a.entries()) {
    for (const one of table.cells) {
      const other = b[index]?.cells.find((two) => key(two) === key(one));
      assert.ok(isNear(value(one), value(other)), `${table.subject.id} ${key(one)}: ${value(one)} and ${value(other)}`);
      assert.equal(one.waterfall.base.n, other?.waterfall.base.n);
    }
  }
}

function key(one: Cell): string {
  return JSON.stringify([one.groups, one.item, one.category, one.at, one.statistic]);
}

describe('laws of shares', () => {
  it('every number is finite or says why there is none', () => {
    fc.assert(
      fc.property(rows, (data) => {
        for (const table of allTables(bind(data))) {
          for (const one of table.cells) {
            if (one.estimate.kind === 'value') assert.ok(Number.isFinite(one.estimate.value), table.subject.id);
            else
              assert.ok(
                ['empty_base', 'not_determinable', 'definition_broken'].includes(one.estimate.reason),
                one.estimate.reason,
              );
            if (one.statistic === 'share') assert.equal(one.estimate.kind === 'none', one.waterfall.base.n === 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('each level of the waterfall lies within the one before it', () => {
    fc.assert(
      fc.property(rows, (data) => {
        for (const { cells } of allTables(bind(data))) {
          for (const { waterfall: levels } of cells) {
            for (const part of ['n', 'weighted'] as const) {
              const dropped = levels.amongNo[part] + levels.amongMissing[part];
              const sizes = [levels.all[part] - dropped, levels.asked[part], levels.answered[part], levels.substantive[part]];
              for (const [at, size] of sizes.entries()) assert.ok(size >= (sizes[at + 1] ?? 0) - 1e-9);
              assert.ok(levels.base[part] >= levels.counted[part] - 1e-9);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the rows of a distribution make up its base, and groups make up the total', () => {
    fc.assert(
      fc.property(rows, (data) => {
        for (const table of allTables(bind(data))) {
          for (const groups of new Set(table.cells.map((one) => one.groups.join()))) {
            const cells = table.cells.filter((one) => one.groups.join() === groups);
            const nets = new Set(table.categories.flatMap((category) => (category.net === true ? [category.id] : [])));
            const stacked = cells.filter((one) => one.category !== undefined && !nets.has(one.category));
            if (!table.stackable) continue;
            assert.equal(
              stacked.reduce((sum, one) => sum + one.waterfall.counted.n, 0),
              cells[0]?.waterfall.base.n,
            );
          }
          for (const total of table.cells.filter((one) => one.groups.length === 1 && one.groups[0] === 'total')) {
            const parts = table.cells.filter(
              (one) => one.groups[0] !== 'total' && key({ ...one, groups: [] }) === key({ ...total, groups: [] }),
            );
            assert.equal(
              parts.reduce((sum, one) => sum + one.waterfall.all.n, 0),
              total.waterfall.all.n,
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the order of the rows does not matter, nor the scale of the weights', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const tables = allTables(bind(data));
        same(tables, allTables(bind([...data].reverse())));
        same(tables, allTables(bind(data.map((cells) => [...cells.slice(0, -1), `${Number(cells.at(-1)) * 4}`]))));
      }),
      { numRuns: 30 },
    );
  });

  it('a respondent split in two with half the weight each changes no share', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const halves = data.flatMap((cells) => {
          const half = [...cells.slice(0, -1), `${Number(cells.at(-1)) / 2}`];
          return [half, half];
        });
        const others = allTables(bind(halves));
        for (const [index, table] of allTables(bind(data)).entries()) {
          const other = others[index];
          for (const [at, one] of table.cells.entries())
            assert.ok(isNear(value(one), value(other?.cells[at])), table.subject.id);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('among a group is the same as that group of a split', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const bound = bind(data);
        const [among] = tablesFor(bound.codebook, bound, { kind: 'indicator', id: 'among' });
        const [split] = tablesFor(bound.codebook, bound, { kind: 'indicator', id: 'split' });
        for (const one of among?.cells ?? []) {
          const other = split?.cells.find((two) => two.item === one.item && two.groups[0] === 'b');
          assert.deepEqual([one.estimate, one.waterfall.base], [other?.estimate, other?.waterfall.base]);
          const { all, amongNo, amongMissing } = one.waterfall;
          assert.deepEqual([all.n - amongNo.n - amongMissing.n], [other?.waterfall.all.n]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the logical bounds hold the share with unknown as no and the determinable one', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const bound = bind(data);
        for (const [id, wanted] of [
          ['low', 'yes'],
          ['kept', 'yes'],
          ['kept', 'no'],
        ] as const) {
          for (const table of tablesFor(bound.codebook, bound, { kind: 'derived', id })) {
            for (const one of table.cells.filter((each) => each.category === wanted)) assertWithin(one, id === 'low');
          }
        }
        for (const table of tablesFor(bound.codebook, bound, { kind: 'indicator', id: 'not_broad' })) {
          for (const one of table.cells) assertWithin(one, false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function assertWithin(one: Cell, isLow: boolean): void {
  const found = value(one);
  if (found === undefined) return;
  assert.ok(one.bounds !== undefined);
  assert.ok(one.bounds.low <= found + 1e-9 && found <= one.bounds.high + 1e-9, JSON.stringify([found, one.bounds]));
  if (isLow) assert.ok(isNear(found, one.bounds.low));
}

it('a table without rows has every number of an empty base', () => {
  const bound = bind([]);
  const empty: DataTable = { ...bound.table, rows: 0 };
  const cells = tablesFor(bound.codebook, bindData(bound.codebook, empty), { kind: 'question', id: 'extent' })[0]?.cells ?? [];
  assert.ok(cells.length > 0);
  for (const one of cells) assert.deepEqual(one.estimate, { kind: 'none', reason: 'empty_base' });
});
