import type { ScalarType } from '../expression/types';
import { type MissingKind, missingKinds, type Value } from '../expression/value';
import { categoryIds, codeOfMissing } from '../shares/columns';
import type { Dialect } from './dialect';
import { cases, type Fragment, isIn, lookedUp, sql } from './fragment';
import type { Layers } from './layers';

/**
 * A value of each row, as columns say it. A code is the index of a category (of yes and no: 0 and 1), or `-1 - k` for the k-th
 * of `missingKinds`; a state is such a code, or 0 where the value is known. The value of what is missing is 0 or `''`.
 */
export type SqlValue = CategoryValue | PlainSqlValue | ConstantValue;

export interface CategoryValue {
  readonly kind: 'category';
  readonly ids: readonly string[];
  readonly code: Fragment;
}

export interface PlainSqlValue {
  readonly kind: 'number' | 'text';
  readonly value: Fragment;
  readonly state: Fragment;
}

/** The same in every row. */
export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: Value;
}

/** What all that makes columns needs. */
export interface Writer {
  readonly dialect: Dialect;
  readonly layers: Layers;
}

export function codeOf(kind: MissingKind): number {
  return codeOfMissing(kind);
}

export const notAsked = codeOf('not_asked');
export const invalid = codeOf('invalid');
export const undetermined = codeOf('undetermined');

export const yesNo: readonly string[] = categoryIds({ kind: 'yes_no' }) ?? [];

/** Yes is 0 and no is 1. */
interface YesNoValue extends CategoryValue {
  readonly ids: readonly ['yes', 'no'];
}

export function isYesNo(value: SqlValue): value is YesNoValue {
  return value.kind === 'category' && value.ids.length === 2 && value.ids[0] === 'yes' && value.ids[1] === 'no';
}

/** The codes of missing kinds for which something holds. */
export function codesOf(holds: (kind: MissingKind) => boolean): readonly number[] {
  return missingKinds.filter(holds).map(codeOf);
}

export function constant(value: Value): ConstantValue {
  return { kind: 'constant', value };
}

/** Below 0 where the value is missing, and why. */
export function stateOf(value: SqlValue): Fragment {
  switch (value.kind) {
    case 'category':
      return value.code;
    case 'constant':
      return sql`${value.value.known ? 0 : codeOf(value.value.kind)}`;
    case 'number':
    case 'text':
      return value.state;
  }
}

/** Yes and no from a code. */
export function yesNoValue({ layers }: Writer, hint: string, code: Fragment): CategoryValue {
  return { kind: 'category', ids: yesNo, code: layers.define(hint, code) };
}

/** A value as a column of a type: what does not fit is `invalid`. */
export function inType(writer: Writer, hint: string, type: ScalarType, value: SqlValue): Exclude<SqlValue, ConstantValue> {
  const ids = categoryIds(type);
  if (ids !== undefined) return { kind: 'category', ids, code: codeIn(ids, value) };
  return type.kind === 'number' ? asNumber(writer, value) : asTexts(writer, hint, value);
}

/** The code of a value among these ids. */
export function codeIn(ids: readonly string[], value: SqlValue): Fragment {
  if (value.kind === 'constant') {
    if (!value.value.known) return stateOf(value);
    const plain = value.value.value;
    const at = ids.indexOf(typeof plain === 'boolean' ? (plain ? 'yes' : 'no') : `${plain}`);
    return sql`${at < 0 ? invalid : at}`;
  }
  if (value.kind !== 'category') return cases([{ when: sql`${value.state} < 0`, result: value.state }], sql`${invalid}`);
  if (value.ids.length === ids.length && value.ids.every((id, at) => id === ids[at])) return value.code;
  return lookedUp(
    value.code,
    value.ids.map((id, at) => ({ key: sql`${at}`, result: sql`${ids.includes(id) ? ids.indexOf(id) : invalid}` })),
    value.code,
  );
}

export function asNumber({ dialect }: Writer, value: SqlValue): PlainSqlValue {
  const zero = dialect.number(0);
  if (value.kind === 'number') return value;
  if (value.kind === 'constant' && value.value.known && typeof value.value.value === 'number')
    return { kind: 'number', value: dialect.number(value.value.value), state: sql`0` };
  const state = stateOf(value);
  return { kind: 'number', value: zero, state: cases([{ when: sql`${state} < 0`, result: state }], sql`${invalid}`) };
}

function asTexts({ dialect, layers }: Writer, hint: string, value: SqlValue): PlainSqlValue {
  switch (value.kind) {
    case 'text':
      return value;
    case 'constant':
      return { kind: 'text', value: dialect.text(value.value.known ? `${value.value.value}` : ''), state: stateOf(value) };
    case 'number':
      return { kind: 'text', value: layers.define(hint, dialect.asText(value.value)), state: value.state };
    case 'category': {
      const texts = value.ids.map((id, at) => ({ key: sql`${at}`, result: dialect.text(id) }));
      const text = layers.define(hint, lookedUp(value.code, texts, dialect.text('')));
      return { kind: 'text', value: text, state: cases([{ when: sql`${value.code} < 0`, result: value.code }], sql`0`) };
    }
  }
}

/** A value where everybody outside was not asked. */
export function within(writer: Writer, hint: string, outside: Fragment | undefined, value: SqlValue): SqlValue {
  if (outside === undefined) return value;
  const masked = (state: Fragment) => writer.layers.define(hint, cases([{ when: outside, result: sql`${notAsked}` }], state));
  switch (value.kind) {
    case 'category':
      return { ...value, code: masked(value.code) };
    case 'constant':
      return value;
    case 'number':
    case 'text':
      return withState(writer, hint, value, masked(value.state));
  }
}

/** A number or text that is 0 or `''` wherever its state says that it is missing. */
export function withState({ dialect, layers }: Writer, hint: string, value: PlainSqlValue, state: Fragment): PlainSqlValue {
  const none = value.kind === 'number' ? dialect.number(0) : dialect.text('');
  return { ...value, state, value: layers.define(hint, cases([{ when: sql`${state} = 0`, result: value.value }], none)) };
}

/** Whether a state is one of those of some missing kinds. */
export function isMissingAs(state: Fragment, holds: (kind: MissingKind) => boolean): Fragment {
  return isIn(state, codesOf(holds));
}
