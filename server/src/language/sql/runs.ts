import { outcome } from '../expression/evaluate-aggregate';
import type { Aggregate } from '../expression/typed';
import type { ScalarType } from '../expression/types';
import { missing } from '../expression/value';
import { categoryIds } from '../shares/columns';
import type { Counted } from './counts';
import { allOf, type Branch, cases, type Fragment, sql } from './fragment';
import {
  type CategoryValue,
  type ConstantValue,
  codeIn,
  constant,
  inType,
  type SqlValue,
  undetermined,
  type Writer,
  withState,
  yesNo,
  yesNoValue,
} from './value';

/** The value of a whole expression for every count from `from` to `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly value: SqlValue;
}

/** The values of an expression for every count there can be; neighbours that are the same are one. */
function runsOf(aggregate: Aggregate, valueAt: ValueAt): readonly Run[] {
  const runs: Run[] = [];
  for (let count = 0; count <= aggregate.items; count++) {
    const value = valueAt(constant(outcome(aggregate, count)));
    const last = runs.at(-1);
    if (last !== undefined && isSame(last.value, value)) runs[runs.length - 1] = { ...last, to: count };
    else runs.push({ from: count, to: count, value });
  }
  return runs;
}

function isSame(one: SqlValue, other: SqlValue): boolean {
  if (one.kind === 'constant' || other.kind === 'constant')
    return one.kind === 'constant' && other.kind === 'constant' && JSON.stringify(one.value) === JSON.stringify(other.value);
  if (one.kind === 'category' || other.kind === 'category')
    return one.kind === 'category' && other.kind === 'category' && one.code.text === other.code.text;
  return one.kind === other.kind && one.value.text === other.value.text && one.state.text === other.state.text;
}

/** The value of an expression where what it counts comes to this. */
type ValueAt = (counted: ConstantValue) => SqlValue;

/** What may still be: every count from what is known to be yes to what may be. */
interface Span {
  readonly least: Fragment;
  readonly most: Fragment;
}

function spanOf({ layers }: Writer, { yes, unknown }: Counted): Span {
  return { least: yes, most: layers.define('most', sql`${yes} + ${unknown}`) };
}

function touches({ from, to }: Run, { least, most }: Span): Fragment {
  return sql`${least} <= ${to} AND ${most} >= ${from}`;
}

/** The one value that an expression has for every possible count, or `undetermined`. */
export function commonValue(
  writer: Writer,
  type: ScalarType,
  aggregate: Aggregate,
  counted: Counted,
  minValid: number,
  valueAt: ValueAt,
): SqlValue {
  const span = spanOf(writer, counted);
  const at = (value: SqlValue) => inType(writer, 'open', type, value);
  const before: { readonly when: Fragment; readonly value: SqlValue }[] = [
    { when: counted.notAsked, value: at(valueAt(constant(missing('not_asked')))) },
  ];
  if (minValid > 0) {
    const when = sql`${counted.items} - ${counted.unknown} < ${Math.ceil(minValid)}`;
    before.push({ when, value: at(valueAt(constant(missing('undetermined')))) });
  }
  const runs = runsOf(aggregate, valueAt).map((run) => ({
    ...run,
    value: at(run.value),
    isConstant: run.value.kind === 'constant',
  }));
  const branches = (part: (value: SqlValue) => Fragment): Branch[] =>
    before.map(({ when, value }) => ({ when, result: part(value) }));
  const ids = categoryIds(type);
  if (ids !== undefined) {
    const code = (value: SqlValue) => codeIn(ids, value);
    const isCertain = runs.every((run) => run.isConstant) || runs.length === 1;
    const common = isCertain
      ? runs.map((run): Branch => ({ when: within(run, span), result: code(run.value) }))
      : agreeing(
          writer,
          runs.map((run) => ({ when: touches(run, span), result: code(run.value) })),
          sql`0`,
        );
    return {
      kind: 'category',
      ids,
      code: writer.layers.define('common', cases([...branches(code), ...common], sql`${undetermined}`)),
    };
  }
  const value = (one: SqlValue) => (one.kind === 'number' || one.kind === 'text' ? one.value : sql`0`);
  const state = (one: SqlValue) => (one.kind === 'number' || one.kind === 'text' ? one.state : sql`0`);
  return commonNumber(writer, runs, span, branches(state), branches(value), { value, state });
}

function within({ from, to }: Run, { least, most }: Span): Fragment {
  return sql`${least} >= ${from} AND ${most} <= ${to}`;
}

/** A branch that holds where all results that are possible are the same one. */
function agreeing({ dialect, layers }: Writer, possible: readonly Branch[], like: Fragment): readonly Branch[] {
  const bounds =
    like.text === '0' ? [sql`32767`, sql`-32768`] : [dialect.number(Number.MAX_VALUE), dialect.number(-Number.MAX_VALUE)];
  const [above = like, below = like] = bounds;
  const least = layers.define('least', dialect.least(possible.map((one) => cases([one], above))));
  const most = layers.define('most', dialect.greatest(possible.map((one) => cases([one], below))));
  return [{ when: sql`${least} = ${most}`, result: least }];
}

function commonNumber(
  writer: Writer,
  runs: readonly Run[],
  span: Span,
  statesBefore: readonly Branch[],
  valuesBefore: readonly Branch[],
  read: { readonly value: (one: SqlValue) => Fragment; readonly state: (one: SqlValue) => Fragment },
): SqlValue {
  const { dialect, layers } = writer;
  const zero = dialect.number(0);
  const possible = (part: (one: SqlValue) => Fragment) =>
    runs.map((run): Branch => ({ when: touches(run, span), result: part(run.value) }));
  const states = agreeing(writer, possible(read.state), sql`0`);
  const values = agreeing(writer, possible(read.value), zero);
  const when = allOf([...states, ...values].map((one) => one.when));
  const state = layers.define(
    'common_state',
    cases([...statesBefore, ...states.map(({ result }): Branch => ({ when, result }))], sql`${undetermined}`),
  );
  const value = layers.define(
    'common',
    cases([...valuesBefore, ...values.map(({ result }): Branch => ({ when, result }))], zero),
  );
  return withState(writer, 'number', { kind: 'number', value, state }, state);
}

/** The least or the greatest value a condition can have, whatever the unknown items are; as `span` of `evaluateBounds`. */
export function boundValue(
  writer: Writer,
  side: 'low' | 'high',
  aggregate: Aggregate,
  counted: Counted,
  valueAt: ValueAt,
): CategoryValue {
  const span = spanOf(writer, counted);
  const code = (value: SqlValue) => codeIn(yesNo, value);
  const runs = runsOf(aggregate, valueAt).map((run) => ({ touches: touches(run, span), code: code(run.value) }));
  const sure = side === 'low' ? 1 : 0;
  const branches: Branch[] = [
    { when: counted.notAsked, result: code(valueAt(constant(missing('not_asked')))) },
    ...runs.map((run): Branch => ({ when: sql`${run.touches} AND ${run.code} = ${sure}`, result: sql`${sure}` })),
    ...runs.map((run): Branch => ({ when: sql`${run.touches} AND ${run.code} < 0`, result: run.code })),
  ];
  return yesNoValue(writer, side, cases(branches, sql`${1 - sure}`));
}
