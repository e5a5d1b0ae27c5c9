import type { Aggregate, UnknownRule } from '../../expression';
import { itemsOf } from '../aggregates';
import type { Compiled, Context, Counted } from './compiled';
import { kindNumber, notAsked, undetermined } from './kinds';
import type { Writer } from './writer';

/** What the items come to: names of scratch variables. */
interface Totals {
  readonly items: number;
  readonly total: string;
  readonly unknown: string;
  /** Items without an answer, also those that the rule counts as no. */
  readonly missing: string;
  readonly notAsked: string;
}

/** One number for the items, as the table of `unknown` rules has it. */
export function countInto(aggregate: Aggregate, context: Context, part: Counted): Compiled {
  const { writer, rule } = context;
  const totals = total(aggregate, writer, rule, part);
  const value = writer.scratch('count');
  const kind = writer.scratch('kind');
  writer.say(`COMPUTE ${value} = $SYSMIS.`, ...underRule(aggregate, totals, value, rule));
  if (rule?.minValid !== undefined) {
    const unknown = aggregate.function === 'mean' ? totals.missing : totals.unknown;
    writer.say(`IF (${totals.items} - ${unknown} LT ${rule.minValid}) ${value} = $SYSMIS.`);
  }
  writer.say(
    `COMPUTE ${kind} = 0.`,
    `IF (SYSMIS(${value})) ${kind} = ${undetermined}.`,
    `IF (${totals.notAsked} GT 0) ${kind} = ${notAsked}.`,
  );
  return { value: outcome(aggregate, value), kind };
}

function underRule(aggregate: Aggregate, totals: Totals, value: string, rule: UnknownRule | undefined): readonly string[] {
  const { items, total: sum, unknown, missing } = totals;
  if (aggregate.function === 'mean') {
    const enough = rule?.rule === 'min_valid' ? `${items} - ${missing} GT 0` : `${missing} EQ 0`;
    return [`IF (${enough}) ${value} = ${sum} / (${items} - ${missing}).`];
  }
  switch (rule?.rule) {
    case 'as_no':
    case 'min_valid':
      return [`COMPUTE ${value} = ${sum}.`];
    case 'prorate':
      return [`IF (${items} - ${unknown} GT 0) ${value} = ${sum} * ${items} / (${items} - ${unknown}).`];
    default:
      return [`IF (${unknown} EQ 0) ${value} = ${sum}.`];
  }
}

/** A value is kept if it is the same for every count that unknown items leave possible: each is tried. */
export function openCount(
  aggregate: Aggregate,
  { writer, rule }: Context,
  part: Counted,
  at: (counted: Compiled) => Compiled,
): Compiled {
  const totals = total(aggregate, writer, rule, part);
  const [more, count, countKind] = [writer.scratch('more'), writer.scratch('count'), writer.scratch('kind')];
  const [value, kind] = [writer.scratch('value'), writer.scratch('kind')];
  const fewest = rule?.minValid ?? 0;
  writer.say(
    `COMPUTE ${countKind} = 0.`,
    ...(fewest > 0 ? [`IF (${totals.items} - ${totals.unknown} LT ${fewest}) ${countKind} = ${undetermined}.`] : []),
    `IF (${totals.notAsked} GT 0) ${countKind} = ${notAsked}.`,
    `LOOP ${more} = 0 TO ${totals.unknown}.`,
    `COMPUTE ${count} = ${totals.total} + ${more}.`,
    `IF (${countKind} GT 0) ${count} = $SYSMIS.`,
  );
  const tried = at({ value: outcome(aggregate, count), kind: countKind });
  const [triedValue, triedKind] = [writer.scratch('value'), writer.scratch('kind')];
  writer.say(
    `COMPUTE ${triedValue} = ${tried.value}.`,
    `COMPUTE ${triedKind} = ${tried.kind}.`,
    `IF (${triedKind} GT 0) ${triedValue} = -1.`,
    `DO IF (${more} EQ 0).`,
    `COMPUTE ${value} = ${triedValue}.`,
    `COMPUTE ${kind} = ${triedKind}.`,
    `ELSE IF (${triedValue} NE ${value} OR ${triedKind} NE ${kind}).`,
    `COMPUTE ${kind} = ${undetermined}.`,
    `COMPUTE ${value} = -2.`,
    'END IF.',
    'END LOOP.',
    `IF (${kind} GT 0) ${value} = $SYSMIS.`,
  );
  return { value, kind };
}

function outcome({ function: name, items }: Aggregate, count: string): string {
  if (name === 'any') return `(${count} GE 1)`;
  return name === 'all' ? `(${count} EQ ${items})` : count;
}

function total(aggregate: Aggregate, writer: Writer, rule: UnknownRule | undefined, part: Counted): Totals {
  const parts = itemsOf(aggregate).map(({ part: one, item }) => part(one, item));
  const values = parts.map((one) => itemValue(one, writer));
  const kinds = parts.map(({ kind }) => kind).filter((kind) => kind !== '0');
  const asNo = [
    ...(rule?.dontKnow === 'as_no' ? [kindNumber('dont_know')] : []),
    ...(rule?.notAsked === 'as_no' ? [kindNumber('not_asked')] : []),
  ];
  const counted = (stem: string, numbers: readonly number[]): string => {
    const name = writer.scratch(stem);
    const among = numbers.filter((number) => !asNo.includes(number) || stem === 'missing');
    writer.say(
      kinds.length === 0 || among.length === 0
        ? `COMPUTE ${name} = 0.`
        : `COUNT ${name} = ${kinds.join(' ')} (${among.join(', ')}).`,
    );
    return name;
  };
  const sum = writer.scratch('total');
  writer.say(`COMPUTE ${sum} = SUM(0, ${values.join(', ')}).`);
  const all = [1, 2, 3, 4, 5, 6, 7];
  return {
    items: parts.length,
    total: sum,
    unknown: counted('unknown', all),
    missing: counted('missing', all),
    notAsked: counted('unasked', [notAsked]),
  };
}

/** The value of an item that stands for itself is missing where the item is; that of any other is made so. */
function itemValue({ value, kind }: Compiled, writer: Writer): string {
  if (kind === '0' || kind.endsWith('$kind')) return value;
  const name = writer.scratch('item');
  writer.say(`COMPUTE ${name} = ${value}.`, `IF (${kind} GT 0) ${name} = $SYSMIS.`);
  return name;
}
