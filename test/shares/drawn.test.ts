import assert from 'node:assert/strict';
import type { Sample, Stratum } from '../../server/src/language/estimation/sample';
import type { BoundData } from '../../server/src/language/shares';
import { drawnAlone } from '../../server/src/language/shares/drawn';
import { rankOf } from '../../server/src/language/shares/replicate-rank';
import { readData, withData } from './bound';
import { findings } from './columns';

interface Case {
  readonly title: string;
  readonly design: string;
  readonly csv: string;
  /** Strata with the units in the data, of how many in the population, and the leaves of each row. */
  readonly sample: readonly string[];
  readonly leaves: string;
  readonly findings?: readonly string[];
}

const broken = { sample: ['broken'], leaves: '' } as const;

const cases: readonly Case[] = [
  {
    title: 'strata: the respondents are the units',
    design: '{strata: s}',
    csv: 's\nnorth\nsouth\nnorth\nsouth\nnorth\n',
    sample: ['north: 3 respondents in 0', 'south: 2 respondents in 1'],
    leaves: '0 1 0 1 0',
  },
  {
    title: 'sampling units are read within their stratum',
    design: '{strata: s, psu: u}',
    csv: 's,u\nnorth,1\nnorth,2\nsouth,1\nsouth,1\nsouth,2\n',
    sample: ['north: 2 units 0 1', 'south: 2 units 2 3'],
    leaves: '0 1 2 2 3',
  },
  {
    title: 'without strata there is one',
    design: '{psu: u}',
    csv: 'u\na\nb\na\n',
    sample: ['all: 2 units 0 1'],
    leaves: '0 1 0',
  },
  {
    title: 'two stages, the second of respondents',
    design: '{strata: s, psu: u, fpc: [n, m]}',
    csv: 's,u,n,m\nnorth,1,10,2\nnorth,1,10,2\nnorth,2,10,9\nnorth,2,10,9\nsouth,1,2,5\nsouth,1,2,5\nsouth,3,2,7\nsouth,3,2,7\nsouth,3,2,7\n',
    sample: [
      'north: 2 of 10 units, each in stages',
      '  north, 1: 2 of 2 respondents in 0',
      '  north, 2: 2 of 9 respondents in 1',
      'south: 2 of 2 units, each in stages',
      '  south, 1: 2 of 5 respondents in 2',
      '  south, 3: 3 of 7 respondents in 3',
    ],
    leaves: '0 0 1 1 2 2 3 3 3',
  },
  {
    title: 'strata of the second stage lie within the unit above',
    design: '{strata: [s, t], psu: [u, v], fpc: [n, m]}',
    csv: 's,u,t,v,n,m\na,1,x,1,9,3\na,1,x,2,9,3\na,1,y,1,9,2\na,1,y,2,9,2\na,2,x,1,9,4\na,2,x,1,9,4\na,2,x,2,9,4\n',
    sample: [
      'a: 2 of 9 units, each in stages',
      '  a, 1, x: 2 of 3 units 0 1',
      '  a, 1, y: 2 of 2 units 2 3',
      '  a, 2, x: 2 of 4 units 4 5',
    ],
    leaves: '0 1 2 3 4 4 5',
  },
  {
    title: 'without a population the first stage tells the variance',
    design: '{psu: [u, v]}',
    csv: 'u,v\n1,1\n1,2\n2,1\n2,1\n',
    sample: ['all: 2 units 0 1'],
    leaves: '0 0 1 1',
  },
  {
    title: 'parts that were drawn stand for populations',
    design: '{strata: s, fpc: f}',
    csv: 's,f\na,0.5\na,.5\nb,1\nb,1.0\n',
    sample: ['a: 2 of 4 respondents in 0', 'b: 2 of 2 respondents in 1'],
    leaves: '0 0 1 1',
  },
  {
    title: 'a lone unit is found',
    design: '{strata: s, psu: u}',
    csv: 's,u\na,1\na,1\nb,1\nb,2\nc,4\n',
    sample: ['a: 1 units 0', 'b: 2 units 1 2', 'c: 1 units 3'],
    leaves: '0 0 1 2 3',
    findings: ['s: lone-psu 2 a×1 c×1'],
  },
  {
    title: 'a lone unit that a rule treats is not',
    design: '{strata: s, lone_psu: adjust}',
    csv: 's\na\nb\nb\n',
    sample: ['a: 1 respondents in 0', 'b: 2 respondents in 1'],
    leaves: '0 1 1',
  },
  {
    title: 'a stratum taken whole may have one unit',
    design: '{strata: s, fpc: n}',
    csv: 's,n\na,1\nb,3\nb,3\n',
    sample: ['a: 1 of 1 respondents in 0', 'b: 2 of 3 respondents in 1'],
    leaves: '0 1 1',
  },
  {
    title: 'a population below the sample',
    design: '{strata: s, fpc: n}',
    csv: 's,n\na,1\na,1\nb,3\nb,3\n',
    ...broken,
    findings: ['n: fpc-below-sample 1 a×2'],
  },
  {
    title: 'a population that varies within its stratum',
    design: '{strata: s, fpc: n}',
    csv: 's,n\na,4\na,5\nb,3\nb,3\n',
    ...broken,
    findings: ['n: fpc-not-constant 1 a×2'],
  },
  {
    title: 'numbers of units beside parts',
    design: '{strata: s, fpc: n}',
    csv: 's,n\na,0.4\na,0.4\nb,3\nb,3\n',
    ...broken,
    findings: ['n: fpc-mixed 2'],
  },
  {
    title: 'empty cells and what is no number of units',
    design: '{strata: s, psu: u, fpc: n}',
    csv: 's,u,n\n,1,3\na,,many\na,2,\na,3,-1\n',
    ...broken,
    findings: [
      's: design-cell-missing 1',
      'u: design-cell-missing 1',
      'n: design-cell-missing 1',
      'n: design-not-a-number 2 -1×1 many×1',
    ],
  },
  {
    title: 'a column that is not there',
    design: '{strata: [s, t]}',
    csv: 's\na\na\n',
    ...broken,
    findings: ['t: column-missing 0'],
  },
  {
    title: 'a stage below the respondents',
    design: '{strata: [s, s]}',
    csv: 's\na\na\n',
    ...broken,
  },
];

describe('how rows were drawn', () => {
  for (const { title, design, csv, sample, leaves, findings: expected = [] } of cases) {
    it(title, () => {
      const bound = boundTo(design, csv);
      const drawn = bound.drawn(true);
      assert.deepEqual(drawn.isBroken === true ? ['broken'] : shown(drawn.sample), sample);
      assert.equal((drawn.leafOf ?? new Uint32Array(drawn.isBroken ? 0 : bound.rows)).join(' '), leaves);
      assert.deepEqual(findings(bound), expected);
      assert.deepEqual(bound.drawn(false), drawnAlone(bound.rows));
      assert.equal(bound.drawn(true), drawn);
    });
  }

  it('each by itself where no design is declared', () => {
    const bound = withData('data: {file: data.csv}\n', 'a\n1\n2\n');
    assert.deepEqual(bound.drawn(true), drawnAlone(2));
  });

  it('with a broken design, in a way that has no standard error', () => {
    const { sample } = boundTo('{strata: t}', 's\na\na\n').drawn(true);
    assert.deepEqual(sample, {
      kind: 'linearised',
      strata: [{ label: '', sampled: 1, units: { kind: 'clusters', clusters: [{ kind: 'leaf', leaf: 0 }] } }],
      leaves: 1,
      lonePsu: 'fail',
    });
  });

  const references = JSON.parse(readData('designs-reference.json')) as readonly (StagedReference & ReplicateReference)[];

  for (const { name, design, columns, rows, stages, degreesOfFreedom } of references.filter((one) => one.stages)) {
    it(`as R reads ${name}`, () => {
      const lines = rows.flatMap((row) => Array.from({ length: row.at(-1) ?? 0 }, () => row.slice(0, -1).join(',')));
      const bound = boundTo(design, [columns.slice(0, -1).join(','), ...lines, ''].join('\n'));
      const { sample } = bound.drawn(true);
      assert.ok(sample.kind === 'linearised');
      assert.deepEqual(findings(bound), []);
      assert.deepEqual(stagesIn(sample.strata), stages.map(sorted));
      assert.equal(
        sample.strata.reduce((total, { sampled }) => total + sampled - 1, 0),
        degreesOfFreedom,
      );
    });
  }

  for (const { name, design, replicates, degreesOfFreedom, scale, rscales } of references.filter((one) => one.replicates)) {
    it(`as R reads ${name}`, () => {
      const rows = replicates[0]?.map((_, row) => replicates.map((column) => column[row]).join(',')) ?? [];
      const head = replicates.map((_, at) => `rw${at + 1}`).join(',');
      const { sample, replicateWeights } = boundTo(design, [head, ...rows, ''].join('\n')).drawn(true);
      assert.ok(sample.kind === 'replicates');
      assert.deepEqual(
        replicateWeights.map((column) => [...column]),
        replicates,
      );
      assert.ok(Math.abs(sample.scale - scale) < 1e-14);
      assert.deepEqual([...sample.rscales], rscales);
      assert.equal(sample.degreesOfFreedom, degreesOfFreedom);
      assert.equal(sample.around, 'mean');
    });
  }

  it('by replicate weights that are stated whole', () => {
    const { sample } = boundTo(
      '{replicate: {columns: [b, a], method: jk1, scale: 2, around: estimate, df: 7.5}}',
      'a,b\n1,2\n3,4\n',
    ).drawn(true);
    assert.deepEqual(sample, {
      kind: 'replicates',
      replicates: 2,
      scale: 2,
      rscales: Float64Array.of(1, 1),
      around: 'estimate',
      degreesOfFreedom: 7.5,
    });
  });

  for (const [title, replicate, csv, expected] of [
    ['a factor for each replicate but one', '{columns: [a, b], method: jkn, rscales: [1, 1, 1]}', 'a,b\n1,2\n', []],
    ['no factors of a stratified jackknife', '{columns: [a, b], method: jkn}', 'a,b\n1,2\n', []],
    ['no factor of Fay', '{columns: [a, b], method: fay}', 'a,b\n1,2\n', []],
    ['no scale of another method', '{columns: [a, b], method: other}', 'a,b\n1,2\n', []],
    [
      'a replicate weight that is not there',
      '{columns: [a, b], method: brr}',
      'a,b\n1,\nx,2\n',
      ['a: design-not-a-number 1 x×1', 'b: design-cell-missing 1'],
    ],
  ] as const) {
    it(`not at all with ${title}`, () => {
      const bound = boundTo(`{replicate: ${replicate}}`, csv);
      assert.equal(bound.drawn(true).isBroken, true);
      assert.deepEqual(findings(bound), expected);
    });
  }

  it('with the rank of columns that are none of them zero', () => {
    assert.equal(rankOf([]), 0);
    assert.equal(rankOf([Float64Array.of(0, 0)]), 0);
    assert.equal(rankOf([Float64Array.of(1, 2), Float64Array.of(0, 0), Float64Array.of(2, 1), Float64Array.of(1, 1)]), 2);
    const long = (step: number) => Float64Array.from({ length: 1300 }, (_, row) => (row * step) % 7);
    assert.equal(rankOf([long(1), long(2), long(3), long(1)]), 3);
  });
});

interface StagedReference {
  readonly name: string;
  readonly design: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly degreesOfFreedom: number;
  /** By stage: units in the data, in the population, and how many strata are such. */
  readonly stages: readonly (readonly (readonly [number, number | null, number])[])[];
}

interface ReplicateReference {
  readonly replicates: readonly (readonly number[])[];
  readonly scale: number;
  readonly rscales: readonly number[];
}

function boundTo(design: string, csv: string): BoundData {
  return withData(`data: {file: data.csv, design: ${design}}\n`, csv);
}

function shown(sample: Sample): readonly string[] {
  return sample.kind === 'replicates' ? ['replicates'] : sample.strata.flatMap((stratum) => lines(stratum, ''));
}

function lines({ label, sampled, population, units }: Stratum, indent: string): readonly string[] {
  const head = `${indent}${label === '' ? 'all' : label}: ${sampled}${population === undefined ? '' : ` of ${population}`}`;
  if (units.kind === 'respondents') return [`${head} respondents in ${units.leaf}`];
  const leaves = units.clusters.flatMap((cluster) => (cluster.kind === 'leaf' ? [cluster.leaf] : []));
  if (leaves.length > 0) return [`${head} units ${leaves.join(' ')}`];
  const within = units.clusters.flatMap((cluster) => (cluster.kind === 'stage' ? cluster.strata : []));
  return [`${head} units, each in stages`, ...within.flatMap((stratum) => lines(stratum, `${indent}  `))];
}

/** By stage, how many strata have so many units of so many. */
function stagesIn(strata: readonly Stratum[]): readonly (readonly (readonly [number, number | null, number])[])[] {
  const counts = new Map<string, [number, number | null, number]>();
  for (const { sampled, population } of strata) {
    const whole = population === undefined ? null : Number(population.toPrecision(12));
    const count = counts.get(`${sampled} ${whole}`) ?? [sampled, whole, 0];
    counts.set(`${sampled} ${whole}`, [sampled, whole, count[2] + 1]);
  }
  const further = strata.flatMap(({ units }) =>
    units.kind === 'respondents' ? [] : units.clusters.flatMap((one) => (one.kind === 'stage' ? one.strata : [])),
  );
  return [sorted([...counts.values()]), ...(further.length === 0 ? [] : stagesIn(further))];
}

function sorted(counts: readonly (readonly [number, number | null, number])[]) {
  return [...counts].sort((a, b) => a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0));
}
