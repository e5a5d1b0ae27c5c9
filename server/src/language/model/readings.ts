import { single } from '../expression';
import type { TypedExpression } from '../expression/typed';

/** What an expression reads, and what it compares that with. */
export interface Reading {
  readonly variable: string;
  readonly item?: string;
  /** Whether the expression looks at why a value is missing. */
  readonly testsKind: boolean;
  /** Numbers, dates and texts it is compared with. */
  readonly constants: readonly (number | string | boolean)[];
}

/**
 * Every reading of an expression. `undefined` where something in it is not understood, or where a number or date is used
 * otherwise than compared with what is written: then the numbers written do not tell where its answer turns.
 */
export function readingsOf(typed: TypedExpression): readonly Reading[] | undefined {
  switch (typed.kind) {
    case 'constant':
      return [];
    case 'reading':
      return isContinuous(typed) ? undefined : [reading(typed, false, [])];
    case 'not':
      return readingsOf(typed.operand);
    case 'logic':
      return together([typed.left, typed.right]);
    case 'comparison':
      return (
        comparedReadings(typed.left, typed.right) ??
        comparedReadings(typed.right, typed.left) ??
        together([typed.left, typed.right])
      );
    case 'one_of':
      return typed.operand.kind === 'reading' ? [reading(typed.operand, false, typed.values)] : readingsOf(typed.operand);
    case 'score':
      return [reading(typed.operand, false, [])];
    case 'level':
    case 'kind':
      return testedReadings(typed.operand);
    case 'aggregate':
      return together(typed.parts);
    case 'minus':
      return readingsOf(typed.operand);
    case 'arithmetic':
      return together([typed.left, typed.right]);
    case 'unresolved':
      return undefined;
  }
}

type ReadingNode = Extract<TypedExpression, { kind: 'reading' }>;

function comparedReadings(side: TypedExpression, other: TypedExpression): readonly Reading[] | undefined {
  if (side.kind !== 'reading') return undefined;
  const constant = other.kind === 'minus' ? negative(other.operand) : other.kind === 'constant' ? other.value : undefined;
  return constant === undefined ? undefined : [reading(side, false, [constant])];
}

function negative(operand: TypedExpression): number | undefined {
  return operand.kind === 'constant' && typeof operand.value === 'number' ? -operand.value : undefined;
}

function testedReadings(operand: TypedExpression): readonly Reading[] | undefined {
  if (operand.kind === 'reading') return [reading(operand, true, [])];
  return readingsOf(operand)?.map((one) => ({ ...one, testsKind: true }));
}

function together(parts: readonly TypedExpression[]): readonly Reading[] | undefined {
  const readings: Reading[] = [];
  for (const part of parts) {
    const ofPart = readingsOf(part);
    if (ofPart === undefined) return undefined;
    readings.push(...ofPart);
  }
  return readings;
}

function reading({ variable, item }: ReadingNode, testsKind: boolean, constants: Reading['constants']): Reading {
  return { variable, ...(item === undefined ? {} : { item }), testsKind, constants };
}

/** Numbers, dates and texts have more values than can be tried, so only comparisons with constants are understood. */
function isContinuous({ type }: ReadingNode): boolean {
  const { kind } = single(type);
  return kind === 'number' || kind === 'date' || kind === 'text';
}
