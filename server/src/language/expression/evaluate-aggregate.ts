import { finite, type Step } from './evaluate-steps';
import { partsOf } from './parts';
import type { Aggregate, Row, TypedExpression } from './typed';
import { known, type MissingKind, missing, type UnknownRule, type Value } from './value';

/** What the items of a count, sum or mean come to for one respondent. */
export interface Tally {
  /** All items, with those counted as no. */
  readonly items: number;
  /** Items that are yes. */
  readonly yes: number;
  /** Items without a known answer, less those counted as no. */
  readonly unknown: number;
  /** Whether an item was not asked, and does not count as no. */
  readonly notAsked: boolean;
  /** The value under the rule. */
  readonly value: () => Value;
}

/** Goes over the items once. Numbers are added from left to right, items in the order of the codebook. */
export function tallyWith(
  aggregate: Aggregate,
  stepOf: (part: TypedExpression) => Step,
  rule: UnknownRule | undefined,
): (row: Row) => Tally {
  const reads = aggregate.parts.flatMap((part) => {
    const step = stepOf(part);
    const items = part.type.kind === 'vector' ? part.type.items : [undefined];
    return items.map((item) => (row: Row) => step(row, item, undefined));
  });
  return (row) => {
    let yes = 0;
    let sum = 0;
    let unknown = 0;
    let notAsked = false;
    for (const read of reads) {
      const value = read(row);
      if (value.known) {
        if (value.value === true) yes++;
        if (typeof value.value === 'number') sum += value.value;
      } else {
        const isNo = countsAsNo(value.kind, rule);
        // A mean has no use for a no: what was not answered is left out of it, never averaged as 0.
        if (!isNo || aggregate.function === 'mean') unknown++;
        notAsked ||= value.kind === 'not_asked' && !isNo;
      }
    }
    const items = reads.length;
    return { items, yes, unknown, notAsked, value: () => underRule(aggregate, { items, yes, unknown, notAsked, sum }, rule) };
  };
}

/** Whether a rule has a missing item stand for a no. */
export function countsAsNo(kind: MissingKind, rule: UnknownRule | undefined): boolean {
  return (kind === 'dont_know' && rule?.dontKnow === 'as_no') || (kind === 'not_asked' && rule?.notAsked === 'as_no');
}

interface Totals {
  readonly items: number;
  readonly yes: number;
  readonly unknown: number;
  readonly notAsked: boolean;
  readonly sum: number;
}

/** The first aggregate of an expression; a sound expression has no other. */
export function aggregateOf(typed: TypedExpression): Aggregate | undefined {
  if (typed.kind === 'aggregate') return typed;
  for (const part of partsOf(typed)) {
    const found = aggregateOf(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether every possible count must be tried in the whole expression, instead of putting one number in its place. */
export function isLeftOpen(aggregate: Aggregate, rule: UnknownRule | undefined): boolean {
  if (aggregate.function === 'sum' || aggregate.function === 'mean') return false;
  return rule === undefined || rule.rule === 'determinable';
}

/** What an aggregate over yes and no comes to, when so many are yes. */
export function outcome(aggregate: Aggregate, yes: number): Value {
  switch (aggregate.function) {
    case 'any':
      return known(yes >= 1);
    case 'all':
      return known(yes === aggregate.items);
    default:
      return finite(yes);
  }
}

/** One number for the items, as the table of `unknown` rules has it. */
function underRule(aggregate: Aggregate, totals: Totals, rule: UnknownRule | undefined): Value {
  const { items, unknown } = totals;
  if (totals.notAsked) return missing('not_asked');
  if (items - unknown < (rule?.minValid ?? 0)) return missing('undetermined');
  switch (aggregate.function) {
    case 'sum':
      return scaled(totals, totals.sum, rule?.rule ?? 'complete');
    case 'mean':
      return mean(totals, rule);
    default: {
      const count = scaled(totals, totals.yes, rule?.rule ?? 'complete');
      return count.known && typeof count.value === 'number' ? outcome(aggregate, count.value) : count;
    }
  }
}

/** A count or sum of the known items: as it is, or for all items. */
function scaled({ items, unknown }: Totals, total: number, rule: UnknownRule['rule']): Value {
  switch (rule) {
    case 'as_no':
    case 'min_valid':
      return finite(total);
    case 'prorate':
      return unknown < items ? finite((total * items) / (items - unknown)) : missing('undetermined');
    case 'determinable':
    case 'complete':
      return unknown === 0 ? finite(total) : missing('undetermined');
  }
}

/** Of the known items, where there are enough of them. */
function mean({ items, unknown, sum }: Totals, rule: UnknownRule | undefined): Value {
  const enough = rule?.rule === 'min_valid' ? (rule.minValid ?? items) : items;
  const valid = items - unknown;
  return valid >= enough && valid > 0 ? finite(sum / valid) : missing('undetermined');
}
