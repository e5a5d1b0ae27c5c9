import { type Branch, type Fragment, sql } from './fragment';
import { isYesNo, notAsked, type SqlValue, stateOf, undetermined } from './value';

/** The code of two operands that must both be known. */
export function meeting(
  left: SqlValue,
  right: SqlValue,
  mixes: boolean,
  answer: (branches: readonly Branch[]) => Fragment,
): Fragment {
  const missingOf = (one: SqlValue): Fragment | undefined =>
    one.kind === 'constant' && one.value.known ? undefined : stateOf(one);
  const states = [left, right].flatMap((one) => missingOf(one) ?? []);
  const open = mixes
    ? states.map((state): Branch => ({ when: sql`${state} < 0`, result: sql`${undetermined}` }))
    : states.map((state): Branch => ({ when: sql`${state} < 0`, result: state }));
  const unasked = states.map((state) => sql`${state} = ${notAsked}`);
  const [first, second] = unasked;
  if (first === undefined) return answer([]);
  if (second === undefined && !mixes) return answer(open);
  const outside: Branch = {
    when: second === undefined ? first : sql`${first} OR ${second}`,
    result: sql`${notAsked}`,
  };
  return answer([outside, ...open]);
}

/** Known values as they are compared: a yes is not the text `yes`. */
export function knownValues(value: SqlValue): readonly (string | boolean)[] {
  if (value.kind !== 'category') return [];
  return isYesNo(value) ? [true, false] : value.ids;
}
