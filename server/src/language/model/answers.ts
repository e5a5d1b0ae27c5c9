import { single } from '../expression';
import type { ScalarType } from '../expression/types';
import type { Value } from '../expression/value';
import { known, missing, missingKinds, no, yes } from '../expression/value';
import type { Variable } from './codebook';
import type { RangeText } from './declarations';

interface AnswerOptions {
  /** Whether some condition looks at why a value is missing; else one kind stands for all. */
  readonly kindsMatter: boolean;
  /** A derived variable taken as an answer of its own can be missing in every way. */
  readonly isOpaque: boolean;
}

/** The answers to a question that conditions can tell apart, known ones first, whole numbers before others. */
export function answersTo(
  variable: Variable,
  constants: readonly (number | string | boolean)[],
  { kindsMatter, isOpaque }: AnswerOptions,
): readonly Value[] {
  const { type, scale, declaration } = variable;
  const scalar = type === undefined ? undefined : single(type);
  const declared = (scale?.missing ?? []).map((one) => one.kind);
  const kinds = isOpaque
    ? missingKinds
    : kindsMatter
      ? [...declared, 'item_nonresponse' as const, 'invalid' as const]
      : (['item_nonresponse'] as const);
  const knownAnswers = scalar === undefined ? [] : knownAnswersOf(scalar, constants, declaration.range);
  return [...knownAnswers, ...[...new Set(kinds)].map(missing)];
}

function knownAnswersOf(
  type: ScalarType,
  constants: readonly (number | string | boolean)[],
  range: RangeText | undefined,
): readonly Value[] {
  switch (type.kind) {
    case 'yes_no':
      return [yes, no];
    case 'category':
      return type.scale.categories.map((category) => known(category.id));
    case 'number':
      return numbersAround(
        constants.filter((one) => typeof one === 'number'),
        range,
      ).map(known);
    case 'date':
      return datesAround(constants.filter((one) => typeof one === 'string')).map(known);
    case 'text':
      return [...new Set([...constants.filter((one) => typeof one === 'string'), 'another text'])].map(known);
  }
}

/** Each number written, one between each two neighbours and one beyond either end, within the range. */
function numbersAround(written: readonly number[], range: RangeText | undefined): readonly number[] {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = range ?? {};
  const ends = [low, high].filter(Number.isFinite);
  const points = [...new Set([...written, ...ends])].sort((a, b) => a - b);
  const first = points[0] ?? 0;
  const last = points.at(-1) ?? 0;
  const between = points.slice(1).map((point, at) => numberBetween(points[at] ?? point, point));
  const all = [...new Set([...points, ...between, Math.ceil(first) - 1, Math.floor(last) + 1])];
  const within = all.filter((number) => number >= low && number <= high);
  return [...within.filter(Number.isInteger), ...within.filter((number) => !Number.isInteger(number))];
}

/** A whole number where there is one, else the middle. */
function numberBetween(low: number, high: number): number {
  const whole = Math.floor(low) + 1;
  return whole < high ? whole : (low + high) / 2;
}

/** Each date written, the day before and the day after it: what is written by days turns nowhere else. */
function datesAround(written: readonly string[]): readonly string[] {
  const days = written.flatMap((date) => [dayFrom(date, -1), date, dayFrom(date, 1)]);
  return [...new Set(days.length > 0 ? days : ['2000-01-01'])].sort();
}

function dayFrom(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}
