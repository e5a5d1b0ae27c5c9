import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Tally } from '../../server/src/language/estimation/tally';
import { type MissingKind, missingKinds, type Value } from '../../server/src/language/expression';
import {
  type BoundData,
  memoryEngine,
  type Operand,
  type TabulationRequest,
  type TabulationResult,
} from '../../server/src/language/shares';
import { valueReader } from '../../server/src/language/shares/columns';
import type { Drawn } from '../../server/src/language/shares/drawn';
import { plainKernel, wasmKernel } from '../../server/src/language/shares/kernel';
import { withData } from '../shares/bound';

const wasm = wasmKernel();
assert.ok(wasm !== undefined, 'Node has WebAssembly with vectors.');

const book = `codebook: laws
languages: [en]
data: {file: data.csv, weight: w}
scales:
  three: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}, c: {code: 3, label: C}}, missing: {refused: {code: 9, kind: refused, label: Refused}}}
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}, missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}}}
questions:
  group: {label: Group, scale: three}
  other: {label: Other, scale: three}
  routed: {label: Routed, scale: three, ask_if: filter = yes}
  filter: {label: Filter, scale: yes_no}
  staff: {label: Staff, type: number}
  acts: {label: Acts, scale: yes_no, items: {x: X, y: Y}}
derived:
  broad: {label: Broad, value: count(acts = yes) >= 1, unknown: determinable}
`;

const code = fc.constantFrom('1', '2', '3', '9', '');
const box = fc.constantFrom('1', '2', '8', '');
const cells = fc.tuple(code, code, code, box, fc.constantFrom('1', '2', '3', '4.5', '1e3', ''), box, box);

/** Weights whose sums and squares are exact, so that no order of addition is told from another. */
const exactWeight = fc.integer({ min: 0, max: 300 }).map((w) => w / 64);
const anyWeight = fc.double({ min: 0, max: 5, noNaN: true });

interface Data {
  readonly rows: readonly (readonly string[])[];
  readonly weights: readonly number[];
  readonly leaves: readonly number[];
}

function dataWith(weight: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<Data> {
  const row = fc.tuple(cells, weight, fc.nat(3000));
  return fc.array(row, { maxLength, size: 'max' }).map((rows) => ({
    rows: rows.map(([of]) => of),
    weights: rows.map(([, w]) => w),
    leaves: rows.map(([, , leaf]) => leaf),
  }));
}

function bind({ rows, weights }: Data): BoundData {
  const lines = rows.map((row, at) => [...row, `${weights[at] ?? 0}`].join(','));
  return withData(book, ['group,other,routed,filter,staff,acts_x,acts_y,w', ...lines, ''].join('\n'));
}

type Design = 'none' | 'strata' | 'clusters' | 'replicates';

/** The data as if drawn so. */
function drawn(bound: BoundData, { leaves, weights }: Data, design: Design): BoundData {
  const strata = { label: '', sampled: bound.rows, units: { kind: 'respondents', leaf: 0 } } as const;
  const sampleOf = (count: number): Drawn => ({
    sample: { kind: 'linearised', strata: [strata], leaves: count, lonePsu: 'fail' },
    leafOf: Uint32Array.from(leaves, (leaf) => leaf % count),
    replicateWeights: [],
  });
  const repeated = (): Drawn => ({
    sample: {
      kind: 'replicates',
      replicates: 3,
      scale: 1,
      rscales: new Float64Array(3).fill(1),
      around: 'mean',
      degreesOfFreedom: 2,
    },
    replicateWeights: [1, 2, 3].map((of) => Float64Array.from(leaves, (leaf, row) => ((leaf * of) % 5) * (weights[row] ?? 0))),
  });
  const designs = {
    none: () => bound.drawn(true),
    strata: () => sampleOf(4),
    clusters: () => sampleOf(3001),
    replicates: repeated,
  };
  return { ...bound, drawn: (designed) => (designed ? designs[design]() : bound.drawn(false)) };
}

const variable = (name: string, item?: string): Operand => ({
  kind: 'variable',
  name,
  ...(item === undefined ? {} : { item }),
});

const operands: readonly (readonly Operand[])[] = [
  [],
  [variable('group')],
  [variable('routed')],
  [variable('staff')],
  [variable('broad')],
  [{ kind: 'bound', side: 'high', of: variable('broad') }],
  [variable('staff'), variable('group')],
  [variable('acts', 'x'), variable('acts', 'y'), variable('routed')],
];

const request: fc.Arbitrary<TabulationRequest> = fc.record(
  {
    of: fc.constantFrom(...operands),
    among: fc.constantFrom(variable('filter'), variable('broad')),
    by: fc.constantFrom<readonly string[]>(
      [],
      ['group'],
      ['other'],
      ['group', 'other'],
      ['other', 'broad'],
      ['group', 'group'],
    ),
    weighted: fc.boolean(),
    designed: fc.boolean(),
  },
  { requiredKeys: ['of', 'by', 'weighted', 'designed'] },
);

const requests = fc.array(request, { minLength: 1, maxLength: 12 });
const design = fc.constantFrom<Design>('none', 'strata', 'clusters', 'replicates');

describe('counting in memory', () => {
  it('all at once, one by one and row by row are the same', () => {
    fc.assert(
      fc.property(dataWith(exactWeight, 150), requests, design, (data, asked, kind) => {
        const bound = drawn(bind(data), data, kind);
        const engine = memoryEngine(bound);
        const together = engine.tabulateAll(asked);
        for (const [at, one] of asked.entries()) {
          const expected = naive(bound, one);
          assert.deepEqual(plain(together[at]), expected);
          assert.deepEqual(plain(engine.tabulate(one)), expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('in WebAssembly and in JavaScript gives the same bits, however many rows are taken at a time', () => {
    fc.assert(
      fc.property(
        dataWith(anyWeight, 100),
        requests,
        design,
        fc.integer({ min: 1, max: 40 }),
        (data, asked, kind, blockRows) => {
          const bound = drawn(bind(data), data, kind);
          const first = memoryEngine(bound, { kernel: wasm }).tabulateAll(asked).map(plain);
          for (const kernel of [wasm, plainKernel()]) {
            assert.deepEqual(memoryEngine(bound, { kernel, blockRows }).tabulateAll(asked).map(plain), first);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(dataWith(exactWeight, 60), requests, (data, asked) => {
        const turned = { rows: reversed(data.rows), weights: reversed(data.weights), leaves: reversed(data.leaves) };
        const sorted = (of: Data) => memoryEngine(bind(of)).tabulateAll(asked).map(inOrder);
        assert.deepEqual(sorted(turned), sorted(data));
      }),
      { numRuns: 60 },
    );
  });
});

function reversed<T>(all: readonly T[]): readonly T[] {
  return [...all].reverse();
}

/** A result without what is lazy about it. */
function plain(result: TabulationResult | undefined): object {
  assert.ok(result !== undefined);
  if (result.kind === 'none') return result;
  const count = ({ n, weighted }: Pick<Tally, 'n' | 'weighted'>) => ({ n, weighted });
  const tally = (of: Tally) => ({ ...count(of), units: of.units, replicates: of.replicates });
  return result.groups.map((group) => ({
    groups: group.groups,
    known: byName(group.known.map((one) => [one.values.join(), tally(one)])),
    missing: byName(group.missing.map((one) => [one.kind, tally(one)])),
    amongNo: count(group.amongNo),
    amongMissing: count(group.amongMissing),
  }));
}

/** Numbers have no order in a tabulation. */
function byName<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}

function inOrder(result: TabulationResult): string {
  return JSON.stringify(plain(result));
}

/** The same counted by hand: each row by itself, with the values of its columns. */
function naive(bound: BoundData, { of, among, by, weighted, designed }: TabulationRequest): object {
  const read = (operand: Operand): ((row: number) => Value) => {
    const column = bound.operand(operand);
    assert.ok(column !== undefined);
    return valueReader(column);
  };
  const columns = of.map(read);
  const splits = by.map((name) => read(variable(name)));
  const kept = among === undefined ? undefined : read(among);
  const { leafOf, replicateWeights } = bound.drawn(designed);
  const groups = new Map<string, { ids: readonly string[]; slots: Map<string, Slot>; no: Slot; unknown: Slot }>();
  for (let row = 0; row < bound.rows; row++) {
    const ids = splits.map((split) => written(split(row)) ?? 'missing');
    const group = groups.get(ids.join()) ?? { ids, slots: new Map(), no: emptySlot(0), unknown: emptySlot(0) };
    groups.set(ids.join(), group);
    const answer = kept?.(row);
    const value = combined(columns.map((column) => column(row)));
    const slot = group.slots.get(value) ?? emptySlot(replicateWeights.length);
    const isKept = answer === undefined || (answer.known && answer.value === true);
    const into = isKept ? slot : answer.known ? group.no : group.unknown;
    if (isKept) group.slots.set(value, slot);
    const weight = weighted ? (bound.weights?.[row] ?? 0) : 1;
    into.n++;
    into.weighted += weight;
    if (weight > 0) addLeaf(into, leafOf?.[row] ?? 0, weight);
    for (const [at, weights] of replicateWeights.entries())
      into.replicates[at] = (into.replicates[at] ?? 0) + (weights[row] ?? 0);
  }
  return inScaleOrder(bound, by, [...groups.values()]).map(({ ids, slots, no, unknown }) => {
    const isMissing = ([name]: readonly [string, Slot]) => missingKinds.includes(name as MissingKind);
    const tallies = [...slots].map(([name, slot]) => [name, slot] as const);
    return {
      groups: ids,
      known: byName(tallies.filter((one) => !isMissing(one)).map(([name, slot]) => [name, tallied(slot)])),
      missing: byName(tallies.filter(isMissing).map(([name, slot]) => [name, tallied(slot)])),
      amongNo: { n: no.n, weighted: no.weighted },
      amongMissing: { n: unknown.n, weighted: unknown.weighted },
    };
  });
}

interface Slot {
  n: number;
  weighted: number;
  readonly leaves: Map<number, { n: number; weighted: number; squares: number }>;
  readonly replicates: Float64Array;
}

function emptySlot(replicates: number): Slot {
  return { n: 0, weighted: 0, leaves: new Map(), replicates: new Float64Array(replicates) };
}

function addLeaf({ leaves }: Slot, leaf: number, weight: number): void {
  const sums = leaves.get(leaf) ?? { n: 0, weighted: 0, squares: 0 };
  leaves.set(leaf, { n: sums.n + 1, weighted: sums.weighted + weight, squares: sums.squares + weight * weight });
}

function tallied({ n, weighted, leaves, replicates }: Slot): object {
  const sorted = [...leaves].sort(([one], [other]) => one - other);
  const of = (part: 'n' | 'weighted' | 'squares') => Float64Array.from(sorted, ([, sums]) => sums[part]);
  const leaf = Uint32Array.from(sorted, ([one]) => one);
  return { n, weighted, units: { leaf, n: of('n'), weighted: of('weighted'), squares: of('squares') }, replicates };
}

function written(value: Value): string | undefined {
  if (!value.known) return undefined;
  return typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : `${value.value}`;
}

/** A combination is not asked where a part of it was not, else it is missing as its first missing part is. */
function combined(values: readonly Value[]): string {
  const kinds = values.flatMap((value) => (value.known ? [] : [value.kind]));
  const [first] = kinds;
  return kinds.includes('not_asked') ? 'not_asked' : (first ?? values.map(written).join());
}

function inScaleOrder<T extends { readonly ids: readonly string[] }>(
  bound: BoundData,
  by: readonly string[],
  groups: readonly T[],
): readonly T[] {
  const places = by.map((name) => {
    const column = bound.column(name);
    assert.ok(column?.kind === 'category');
    return [...column.ids, 'missing'];
  });
  const placeOf = ({ ids }: T) => ids.reduce((sum, id, at) => sum * 10 + (places[at] ?? []).indexOf(id), 0);
  return [...groups].sort((one, other) => placeOf(one) - placeOf(other));
}
