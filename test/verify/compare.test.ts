import assert from 'node:assert/strict';
import { join } from 'node:path';
import { load } from '../../server/src/cli/load';
import { codebookOf } from '../../server/src/language';
import type { Codebook } from '../../server/src/language/model/codebook';
import type { Cell, DataTable } from '../../server/src/language/shares';
import { cellKey } from '../../server/src/language/verify/cell-key';
import { type Abilities, compareSubject } from '../../server/src/language/verify/compare';
import { quantities } from '../../server/src/language/verify/own';
import { type EngineCell, readResults } from '../../server/src/language/verify/results';
import { subjectsOf, type VerifiedSubject } from '../../server/src/language/verify/subjects';

const everything: Abilities = { quantities, comparisons: true };

describe('Numbers compared with those of another engine', () => {
  let codebook: Codebook;
  let table: DataTable;
  const subject = (id: string): VerifiedSubject => {
    const [found] = subjectsOf(codebook, table, { only: [id], all: false });
    assert.ok(found !== undefined);
    return found;
  };

  before(async () => {
    const { snapshot, files } = await load([join(__dirname, 'stages.codebook.yaml')]);
    const found = codebookOf(snapshot, files[0] ?? '');
    const state = snapshot.data.get(files[0] ?? '');
    assert.ok(found !== undefined && state?.kind === 'ready');
    codebook = found;
    table = state.table;
  });

  it('agree where they are the same', () => {
    const { cells, agreeing, differences } = compareSubject(subject('prorated'), echo(subject('prorated')), everything);
    assert.deepEqual({ cells, agreeing, differences }, { cells: 6, agreeing: 6, differences: [] });
  });

  for (const [quantity, factor] of [
    ['estimate', 1 + 1e-7],
    ['se', 1 + 1e-7],
    ['low', 1 - 1e-7],
    ['high', 1 + 1e-7],
    ['df', 2],
    ['n', 1.01],
    ['counted', 0.99],
  ] as const) {
    it(`differ where one ${quantity} does`, () => {
      const results = echo(subject('prorated')).map((cell, at) => (at === 0 ? changed(cell, quantity, factor) : cell));
      const { cells, agreeing, differences } = compareSubject(subject('prorated'), results, everything);
      assert.deepEqual({ cells, agreeing }, { cells: 6, agreeing: 5 });
      assert.deepEqual(
        differences.map((one) => one.quantity),
        [quantity],
      );
    });
  }

  it('agree within what is lost in computing', () => {
    const results = echo(subject('prorated')).map((cell) => changed(cell, 'estimate', 1 + 1e-12));
    const { agreeing, compared } = compareSubject(subject('prorated'), results, everything);
    assert.equal(agreeing, 6);
    const { largest = 0 } = compared.get('estimate') ?? {};
    assert.ok(largest > 5e-13 && largest < 2e-12);
  });

  it('differ where a quantile is another value of the data, however near', () => {
    const results = echo(subject('median_staff')).map((cell) => changed(cell, 'estimate', 1 + 1e-12));
    const { differences } = compareSubject(subject('median_staff'), results, everything);
    assert.ok(differences.length > 0 && differences.every((one) => one.quantity === 'estimate'));
  });

  it('differ where a cell is on one side only', () => {
    const [, ...results] = echo(subject('prorated'));
    const surplus: EngineCell = {
      subject: 'prorated',
      key: 'region\t\t\twest\tshare\t',
      numbers: new Map([['counted', 2]]),
      why: '',
    };
    const { differences } = compareSubject(subject('prorated'), [...results, surplus], everything);
    assert.deepEqual(
      differences.map(({ quantity, place }) => ({ quantity, parts: place.parts })),
      [
        { quantity: 'cell', parts: ['north', 'share'] },
        { quantity: 'cell', parts: ['west', 'share'] },
      ],
    );
  });

  it('differ where only one side has an estimate, and the engine says why', () => {
    const results = echo(subject('prorated')).map((cell, at): EngineCell => {
      return at === 0
        ? { ...cell, numbers: new Map([...cell.numbers].filter(([name]) => name !== 'se')), why: 'lone unit' }
        : cell;
    });
    const { differences } = compareSubject(subject('prorated'), results, everything);
    assert.deepEqual(
      differences.map(({ quantity, theirs, why }) => ({ quantity, theirs, why })),
      [{ quantity: 'se', theirs: undefined, why: 'lone unit' }],
    );
  });

  it('of a suppressed cell are compared and not told', () => {
    const suppressed: VerifiedSubject = withCells(subject('prorated'), (cell) => ({
      ...cell,
      verdict: { action: 'suppress', obsStatus: 'Q', confStatus: 'C' },
    }));
    const results = echo(subject('prorated')).map((cell) => changed(cell, 'estimate', 2));
    const { differences } = compareSubject(suppressed, results, everything);
    assert.ok(differences.length > 0);
    for (const { suppressed: isSuppressed, ours, theirs } of differences) {
      assert.deepEqual({ isSuppressed, ours, theirs }, { isSuppressed: true, ours: undefined, theirs: undefined });
    }
  });

  it('are read line by line', () => {
    const text = [
      'engine\tR 4.2',
      'cell\tbroad\tactor\t\t\tagency\tshare\t\testimate=0.5\tse=NA\tn=4\t',
      'a warning',
      'test\tbroad\tactor\t\t\t\t\t\tf=1e-3\tit failed',
    ].join('\n');
    const { engine, cells } = readResults(text);
    assert.equal(engine, 'R 4.2');
    assert.deepEqual(
      cells.map(({ key, numbers, why }) => ({ key, numbers: Object.fromEntries(numbers), why })),
      [
        { key: 'actor\t\t\tagency\tshare\t', numbers: { estimate: 0.5, n: 4 }, why: '' },
        { key: 'test\tactor\t\t\t\t\t', numbers: { f: 0.001 }, why: 'it failed' },
      ],
    );
  });
});

/** The product's own numbers, as an engine that agrees would give them. */
function echo({ name, tables }: VerifiedSubject): readonly EngineCell[] {
  return tables.flatMap((table) =>
    table.cells.map((cell) => ({ subject: name.id, key: cellKey(table, cell), numbers: new Map(numbersOf(cell)), why: '' })),
  );
}

function numbersOf({ estimate, waterfall, uncertainty }: Cell): readonly (readonly [string, number])[] {
  const ends = uncertainty?.kind === 'value' && uncertainty.interval.kind === 'interval' ? uncertainty.interval : undefined;
  return [
    ...(estimate.kind === 'value' ? [['estimate', estimate.value] as const] : []),
    ['n', waterfall.base.n],
    ['counted', waterfall.counted.n],
    ...(uncertainty?.kind === 'value'
      ? [['se', uncertainty.standardError] as const, ['df', uncertainty.degreesOfFreedom] as const]
      : []),
    ...(ends === undefined ? [] : [['low', ends.low] as const, ['high', ends.high] as const]),
  ];
}

function changed(cell: EngineCell, quantity: string, factor: number): EngineCell {
  return {
    ...cell,
    numbers: new Map([...cell.numbers].map(([name, value]) => [name, name === quantity ? value * factor : value])),
  };
}

function withCells(subject: VerifiedSubject, change: (cell: Cell) => Cell): VerifiedSubject {
  return { ...subject, tables: subject.tables.map((table) => ({ ...table, cells: table.cells.map(change) })) };
}
