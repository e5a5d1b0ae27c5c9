import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Shares } from '../../server/src/language/shares';
import { compareWaves, type WaveComparison, type WaveDifference } from '../../server/src/language/shares/waves';
import { changes, roundOf } from './rounds';

interface Design {
  readonly id?: boolean;
  readonly weight?: boolean;
  readonly design?: string;
  readonly unit?: string;
}

const all: Design = { id: true, weight: true };

function codebook({ id, weight, design, unit }: Design): string {
  const named = [
    ...(id === true ? ['id: id'] : []),
    ...(weight === true ? ['weight: w'] : []),
    ...(design === undefined ? [] : [`design: ${design}`]),
  ];
  return `codebook: rounds
languages: [en]
unit: {type: ${unit ?? 'person'}}
data: {${['file: data.csv', ...named].join(', ')}}
defaults: {base: substantive, by: [actor]}
scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {refused: {code: 9, kind: refused, label: Refused}}
questions:
  actor: {label: Actor, scale: actors}
  used: {label: Used, scale: yes_no}
  staff: {label: Staff, type: number}
indicators:
  users: {measure: share, of: used = yes}
  size: {measure: mean, of: staff}
`;
}

/** Id, stratum, sampling unit, weight, actor, used, staff. */
type Row = readonly [string, string, string, number, string, string, number];

function csv(rows: readonly Row[]): string {
  return `id,s,u,w,actor,used,staff\n${rows.map((row) => row.join(',')).join('\n')}\n`;
}

function round(rows: readonly Row[], design: Design): Shares {
  return roundOf(codebook(design), csv(rows));
}

/** A round of persons by their numbers, each of whom stays in a stratum and unit. */
function people(numbers: readonly number[], answers: (number: number) => readonly [string, string, number]): readonly Row[] {
  return numbers.map((number) => [
    `p${number}`,
    `s${number % 2}`,
    `u${Math.floor(number / 2) % 4}`,
    1 + (number % 3),
    ...answers(number),
  ]);
}

const some = Array.from({ length: 24 }, (_, number) => number);
const answersOf = (number: number) => [`${1 + (number % 2)}`, number % 3 === 0 ? '1' : '2', number % 7] as const;
const otherAnswers = (number: number) => [`${1 + (number % 2)}`, number % 5 < 3 ? '1' : '2', (number * 3) % 8] as const;

const answers = fc.tuple(
  fc.constantFrom('1', '2', ''),
  fc.constantFrom('1', '1', '2', '2', '9', ''),
  fc.integer({ min: 0, max: 9 }),
);
/** Persons with an answer in each round. */
const answered = fc.array(fc.tuple(answers, answers), { minLength: 6, maxLength: 30 });
const designs = fc.constantFrom<Design>(
  all,
  { id: true },
  { ...all, design: '{strata: s, lone_psu: adjust}' },
  { ...all, design: '{psu: u, lone_psu: adjust}' },
  { ...all, design: '{strata: s, psu: u, lone_psu: adjust}' },
);

type Answered = readonly (readonly [readonly [string, string, number], readonly [string, string, number]])[];

function rowsOf(persons: Answered, at: 0 | 1): readonly Row[] {
  const nobody = ['', '', 0] as const;
  return people([...persons.keys()], (number) => persons[number]?.[at] ?? nobody);
}

/** Rows from a place on are of others, of whom the other round has nobody. */
function renamedFrom(rows: readonly Row[], place: number): readonly Row[] {
  return rows.map(([id, s, u, ...rest], at) => (at < place ? [id, s, u, ...rest] : [`other ${id}`, s, `other ${u}`, ...rest]));
}

describe('The change between two rounds', () => {
  it('is 0 and sure where both say the same of the same units, and then there is no test', () => {
    fc.assert(
      fc.property(answered, designs, (persons, design) => {
        const rows = rowsOf(persons, 0);
        const differences = differencesOf(changes(round(rows, design), round([...rows].reverse(), design)));
        for (const { estimate, uncertainty, pValue, earlier, withoutTest } of differences) {
          if (earlier.estimate.kind === 'none') continue;
          assert.ok(estimate.kind === 'value' && Math.abs(estimate.value) < 1e-12);
          assert.equal(pValue, undefined);
          assert.ok(withoutTest !== undefined);
          if (uncertainty?.kind === 'value') assert.equal(uncertainty.standardError, 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is turned round where the rounds are', () => {
    fc.assert(
      fc.property(answered, designs, fc.nat(29), (persons, design, shared) => {
        const [before, after] = [round(rowsOf(persons, 0), design), round(renamedFrom(rowsOf(persons, 1), shared), design)];
        const forth = differencesOf(changes(before, after));
        const back = differencesOf(changes(after, before));
        assert.equal(forth.length, back.length);
        for (const [at, one] of forth.entries()) isMirror(one, back[at]);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(answered, designs, (persons, design) => {
        const [before, after] = [rowsOf(persons, 0), rowsOf(persons, 1)];
        const scaled = after.map(([id, s, u, w, ...rest]): Row => [id, s, u, w * 40, ...rest]);
        const plain = differencesOf(changes(round(before, design), round(after, design)));
        const heavy = differencesOf(changes(round(before, design), round(scaled, design)));
        for (const [at, one] of plain.entries()) isAlike(one, heavy[at], 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('has the variances of both where nobody is in both, whatever ids they have', () => {
    fc.assert(
      fc.property(answered, designs, (persons, design) => {
        const renamed = rowsOf(persons, 1).map(([id, s, u, ...rest]): Row => [`other ${id}`, s, `other ${u}`, ...rest]);
        const [before, after] = [round(rowsOf(persons, 0), design), round(renamed, design)];
        const withoutId = { ...design, id: false };
        const apart = changes(round(rowsOf(persons, 0), withoutId), round(renamed, withoutId));
        const told = changes(before, after);
        assert.deepEqual([told.overlap, apart.overlap].map(reasonOf), ['no_unit_in_both', 'no_id']);
        for (const [at, one] of differencesOf(told).entries()) isAlike(one, differencesOf(apart)[at], 1e-12);
        for (const one of differencesOf(told)) addsUp(one);
      }),
      { numRuns: 60 },
    );
  });

  it('has their variances but for n/(n - 1) where who is in both says nothing', () => {
    fc.assert(
      fc.property(answered, fc.nat(2), (persons, fewer) => {
        const refused = (row: Row): Row => [row[0], row[1], row[2], row[3], row[4], '9', row[6]];
        const before = rowsOf(persons, 0).map((row, at) => (at === 0 ? refused(row) : row));
        const after = rowsOf(persons, 1).map(
          (row, at): Row => (at === 0 ? refused(row) : [`other ${row[0]}`, row[1], row[2], row[3], row[4], row[5], row[6]]),
        );
        const kept = after.slice(0, after.length - fewer);
        const stacked = differencesOf(changes(round(before, all), round(kept, all), 'none', ['users']));
        const n = kept.length;
        for (const { earlier, now, uncertainty } of stacked) {
          if (uncertainty?.kind !== 'value') continue;
          const separate = errorOf(earlier.uncertainty) ** 2 + errorOf(now.uncertainty) ** 2;
          const variance = uncertainty.standardError ** 2;
          assert.ok(variance <= ((separate * n) / (n - 1)) * (1 + 1e-9) && variance >= ((separate * (n - 1)) / n) * (1 - 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('A change', () => {
  const [before, after] = [people(some, answersOf), people(some.slice(4), otherAnswers)];

  it('is surer where units are in both and answer alike', () => {
    const nearly = people(some, (number) => [`${1 + (number % 2)}`, number % 3 === 0 || number === 4 ? '1' : '2', number % 7]);
    const known = total(changes(round(before, all), round(nearly, all)), 'users');
    const ignored = total(changes(round(before, { weight: true }), round(nearly, { weight: true })), 'users');
    assert.ok(errorOf(known.uncertainty) < errorOf(ignored.uncertainty) / 2);
  });

  it('is suppressed where a side is, and tells nothing of it', () => {
    const suppressing = (shares: Shares): Shares => ({
      ...shares,
      tablesAsked: (subjects, asked) =>
        shares.tablesAsked(subjects, asked).map((table) => ({
          ...table,
          cells: table.cells.map((cell) => (cell.groups[0] === 'a' ? { ...cell, verdict } : cell)),
        })),
    });
    const verdict = { action: 'suppress', obsStatus: 'Q', confStatus: 'C' } as const;
    for (const [first, second] of [
      [suppressing(round(before, all)), round(after, all)],
      [round(before, all), suppressing(round(after, all))],
    ] as const) {
      const differences = differencesOf(changes(first, second));
      const suppressed = differences.filter(({ now }) => now.groups[0] === 'a');
      assert.equal(suppressed.length, 2);
      for (const { estimate, uncertainty, pValue, withoutTest } of suppressed) {
        assert.deepEqual(estimate, { kind: 'none', reason: 'suppressed' });
        assert.deepEqual(uncertainty, { kind: 'none', reason: 'suppressed' });
        assert.deepEqual([pValue, withoutTest], [undefined, 'suppressed']);
      }
      assert.ok(differences.some(({ pValue }) => pValue !== undefined));
    }
  });

  it('has no test at 0 or 1, nor without degrees of freedom', () => {
    const everybody = people(some, (number) => [`${1 + (number % 2)}`, '1', number % 7]);
    assert.equal(total(changes(round(before, all), round(everybody, all)), 'users').withoutTest, 'share_of_0_or_1');
    const one = (used: string, id: string): readonly Row[] => [[id, 's', 'u', 1, '1', used, 3]];
    const design = { weight: true } as const;
    const lone = total(changes(round(one('1', 'x'), design), round(one('2', 'y'), design)), 'size');
    assert.equal(lone.withoutTest, 'no_variance');
    assert.deepEqual(lone.uncertainty, { kind: 'none', reason: 'lone_psu', stratum: '' });
  });

  it('rests on what both designs tell', () => {
    const overlaps: readonly (readonly [Design, Design, string])[] = [
      [all, { weight: true }, 'no_id'],
      [all, { ...all, unit: 'household' }, 'unit_differs'],
      [all, { ...all, design: '{strata: s}' }, 'designs_differ'],
      [{ ...all, design: '{psu: u}' }, { ...all, design: '{strata: s}' }, 'designs_differ'],
      [all, { ...all, design: '{replicate: {columns: [w, staff], method: jk1}}' }, 'replicates'],
      [all, { ...all, design: '{strata: nowhere}' }, 'broken_design'],
      [{ ...all, design: '{strata: s}' }, { ...all, design: '{strata: s}' }, '20 of 24 and 20 respondents'],
      [{ ...all, design: '{psu: u}' }, { ...all, design: '{psu: u}' }, '4 of 4 and 4 sampling_units'],
      [{ ...all, design: '{psu: [u, id]}' }, { ...all, design: '{psu: [u]}' }, '4 of 4 and 4 sampling_units'],
    ];
    for (const [first, second, expected] of overlaps) {
      assert.equal(reasonOf(changes(round(before, first), round(after, second)).overlap), expected);
    }
  });

  it('takes who moved to another stratum, or has no id, for someone else', () => {
    const design = { ...all, design: '{strata: s}' };
    const moved = after.map(
      (row, at): Row => [at === 0 ? '' : row[0], at === 1 || at === 2 ? 's0' : row[1], row[2], row[3], row[4], row[5], row[6]],
    );
    const { overlap } = changes(round(before, design), round(moved, design));
    assert.ok(overlap.kind === 'stacked');
    assert.deepEqual([overlap.units.both, overlap.moved], [18, 1]);
  });

  it('of categories, groups and items of one round alone is none, and they are told', () => {
    const wider = codebook(all).replace('b: {code: 2, label: B}', 'c: {code: 2, label: C}');
    const [table] = changes(roundOf(codebook(all), csv(before)), roundOf(wider, csv(after))).tables;
    assert.deepEqual(
      table?.onlyEarlier.groups.flat().map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(
      table?.onlyNow.groups.flat().map(({ id }) => id),
      ['c'],
    );
    assert.deepEqual(
      table?.differences.map(({ now }) => now.groups[0]),
      ['a', 'total'],
    );
  });

  it('in total is one comparison, though it stands under several splits', () => {
    const split = codebook(all)
      .replace('by: [actor]', 'by: [actor, used]')
      .replace('measure: share, of: used = yes', 'measure: share, of: staff > 2');
    const { tables } = changes(roundOf(split, csv(before)), roundOf(split, csv(after)), 'holm', ['users']);
    const pValues = new Map(tables.flatMap(({ differences }) => differences.map(({ now, pValue }) => [now.groups[0], pValue])));
    const distinct = [...pValues.values()].filter((p) => p !== undefined);
    const least = Math.min(...distinct);
    const adjusted = tables.flatMap(({ differences }) =>
      differences.flatMap((one) => (one.pValue === least ? [one.adjusted] : [])),
    );
    assert.ok(distinct.length >= 4);
    assert.equal(adjusted[0], Math.min(1, distinct.length * least));
  });

  it('is in total where the rounds have no split in common', () => {
    const other = codebook(all).replace('by: [actor]', 'by: [used]');
    const { tables } = changes(roundOf(codebook(all), csv(before)), roundOf(other, csv(after)), 'none', ['size']);
    assert.deepEqual(
      tables.map(({ now, differences }) => [now.by, differences.length]),
      [[[], 1]],
    );
  });

  it('may be of a question', () => {
    const [first, second] = [round(before, all), round(after, all)];
    const { tables } = compareWaves({ shares: first, asked: {} }, { shares: second, asked: {} }, [
      { kind: 'question', id: 'used' },
    ]);
    assert.deepEqual(
      tables.map(({ differences }) => differences.map(({ now }) => now.category)),
      [['yes', 'no', 'yes', 'no', 'yes', 'no']],
    );
  });
});

function differencesOf({ tables }: WaveComparison): readonly WaveDifference[] {
  return tables.flatMap(({ differences }) => differences);
}

function total(comparison: WaveComparison, id: string): WaveDifference {
  const table = comparison.tables.find(({ now }) => now.subject.id === id);
  const found = table?.differences.find(({ now }) => now.groups.every((group) => group === 'total'));
  assert.ok(found !== undefined);
  return found;
}

function reasonOf(overlap: WaveComparison['overlap']): string {
  if (overlap.kind === 'separate') return overlap.reason;
  const { units, unit } = overlap;
  return `${units.both} of ${units.earlier} and ${units.now} ${unit}`;
}

function errorOf(uncertainty: WaveDifference['uncertainty']): number {
  assert.ok(uncertainty?.kind === 'value');
  return uncertainty.standardError;
}

function isNear(value: number, other: number, tolerance: number): void {
  assert.ok(Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(value)), `${value} is not ${other}`);
}

function isAlike(one: WaveDifference, other: WaveDifference | undefined, tolerance: number, sign = 1): void {
  assert.ok(other !== undefined);
  assert.equal(one.estimate.kind, other.estimate.kind);
  if (one.estimate.kind === 'value' && other.estimate.kind === 'value') {
    isNear(one.estimate.value, sign * other.estimate.value, tolerance);
  }
  assert.equal(one.uncertainty?.kind, other.uncertainty?.kind);
  if (one.uncertainty?.kind === 'value' && other.uncertainty?.kind === 'value') {
    isNear(one.uncertainty.standardError, other.uncertainty.standardError, tolerance);
    assert.equal(one.uncertainty.degreesOfFreedom, other.uncertainty.degreesOfFreedom);
  }
  assert.equal(one.withoutTest, other.withoutTest);
  isNear(one.pValue ?? 2, other.pValue ?? 2, 1e-6);
}

function isMirror(one: WaveDifference, other: WaveDifference | undefined): void {
  isAlike(one, other, 1e-12, -1);
  const [interval, turned] = [one, other].map((side) =>
    side?.uncertainty?.kind === 'value' ? side.uncertainty.interval : undefined,
  );
  if (interval?.kind !== 'interval' || turned?.kind !== 'interval') return;
  isNear(interval.low, -turned.high, 1e-12);
}

/** The variance is the sum of those of the cells. */
function addsUp({ earlier, now, uncertainty }: WaveDifference): void {
  if (uncertainty?.kind !== 'value' || earlier.uncertainty?.kind !== 'value' || now.uncertainty?.kind !== 'value') return;
  isNear(uncertainty.standardError, Math.hypot(earlier.uncertainty.standardError, now.uncertainty.standardError), 1e-12);
}
