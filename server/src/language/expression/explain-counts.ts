import { type Reader, valueText } from './explain-names';
import { listed } from './phrases';
import type { Aggregate, Comparison, ComparisonOperator, Reading, TypedExpression } from './typed';

/** How the parts of a count are said: handed down, so that the files import one way. */
export interface Sayings {
  readonly condition: (reader: Reader, typed: TypedExpression, negated: boolean) => string;
  readonly predicate: (reader: Reader, typed: TypedExpression, negated: boolean, several: boolean) => string;
  readonly number: (reader: Reader, typed: TypedExpression) => string;
  readonly subjectOf: (typed: TypedExpression) => Reading | undefined;
}

/** A count beside a number: "at least 4 of 7". */
interface CountCompared {
  readonly count: Aggregate;
  readonly operator: ComparisonOperator;
  readonly k: number;
}

export function countCompared({ left, right }: Comparison, operator: ComparisonOperator): CountCompared | undefined {
  if (left.kind !== 'aggregate' || left.function !== 'count') return undefined;
  return right.kind === 'constant' && typeof right.value === 'number' ? { count: left, operator, k: right.value } : undefined;
}

export function quantifiedPhrase(reader: Reader, { count, operator, k }: CountCompared, sayings: Sayings): string {
  const number = valueText(reader, k);
  return counted(reader, count, k !== 1, (items) => reader.phrases.quantity(operator, number, items), sayings);
}

export function aggregatePhrase(reader: Reader, aggregate: Aggregate, negated: boolean, sayings: Sayings): string {
  const { function: name } = aggregate;
  if (name !== 'any' && name !== 'all') return '…';
  const several = name === 'all' || negated;
  return counted(reader, aggregate, several, (items) => reader.phrases.whole(name, negated, items), sayings);
}

/** How many of the items are so: of one battery, of one battery under a longer condition, or of several conditions. */
function counted(
  reader: Reader,
  aggregate: Aggregate,
  several: boolean,
  quantity: (items: string) => string,
  sayings: Sayings,
): string {
  const { phrases } = reader;
  const battery = onlyBattery(aggregate);
  if (battery === undefined) {
    return phrases.hold(quantity(phrases.these(aggregate.items)), conditions(reader, aggregate, sayings));
  }
  const items = quantity(String(aggregate.items));
  const subject = sayings.subjectOf(battery);
  if (subject?.type.kind !== 'vector') return phrases.forItems(items, eachCondition(reader, battery, sayings));
  return `${items} ${sayings.number(reader, subject)} ${sayings.predicate(reader, battery, false, several)}`;
}

/** The only thing an aggregate goes over, where that is one battery. */
function onlyBattery({ parts }: Aggregate): TypedExpression | undefined {
  const [only, ...others] = parts;
  return others.length === 0 && only?.type.kind === 'vector' ? only : undefined;
}

function eachCondition(reader: Reader, typed: TypedExpression, sayings: Sayings): string {
  return sayings.condition({ ...reader, batteries: 'each' }, typed, false);
}

function conditions(reader: Reader, { parts }: Aggregate, sayings: Sayings): string {
  const { phrases } = reader;
  return parts
    .map((part) => {
      const text = sayings.condition(reader, part, false);
      return part.type.kind === 'vector' ? `${text} ${phrases.forEach(part.type.items.length)}` : text;
    })
    .join('; ');
}

/** A count, sum or mean as a number. */
export function amountPhrase(reader: Reader, aggregate: Aggregate, sayings: Sayings): string {
  const { phrases } = reader;
  const { function: name, parts } = aggregate;
  if (name === 'sum' || name === 'mean') {
    const numbers = parts.map((part) => sayings.number({ ...reader, batteries: 'all' }, part));
    return phrases.over(name, listed(phrases.and, numbers));
  }
  const battery = onlyBattery(aggregate);
  if (battery === undefined)
    return phrases.numberOfThese(phrases.these(aggregate.items), conditions(reader, aggregate, sayings));
  const subject = sayings.subjectOf(battery);
  if (subject?.type.kind !== 'vector') return phrases.numberOfItems(eachCondition(reader, battery, sayings));
  return phrases.number(sayings.number(reader, subject), sayings.predicate(reader, battery, false, true));
}
