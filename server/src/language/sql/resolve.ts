import type { TabulationRequest, TabulationResult } from '../shares/engine';
import type { SqlBinding } from './binding';
import type { Fragment } from './fragment';
import { type CategoryValue, type ConstantValue, isYesNo, type SqlValue } from './value';

export type TabulatedValue = Exclude<SqlValue, ConstantValue>;

/** A request with all that it names as columns. */
export interface ResolvedRequest {
  readonly kind: 'resolved';
  readonly of: readonly TabulatedValue[];
  /** The code of a yes or no. */
  readonly among: Fragment | undefined;
  readonly by: readonly Split[];
  readonly weighted: boolean;
  readonly designed: boolean;
}

export interface Split {
  readonly ids: readonly string[];
  readonly code: Fragment;
}

/** As the engine in memory decides what can't be computed, and why. */
export function resolveRequest(
  binding: SqlBinding,
  request: TabulationRequest,
  hasWeight: boolean,
): ResolvedRequest | Extract<TabulationResult, { readonly kind: 'none' }> {
  const of = request.of.flatMap((operand) => tabulated(binding.operand(operand)) ?? []);
  const by = request.by.flatMap((name) => tabulated(binding.value(name)) ?? []);
  const among = request.among === undefined ? undefined : binding.operand(request.among);
  if (of.length < request.of.length || by.length < request.by.length) return { kind: 'none', reason: 'column_missing' };
  if (request.among !== undefined && among === undefined) return { kind: 'none', reason: 'column_missing' };
  if (among !== undefined && !isYesNo(among)) return { kind: 'none', reason: 'definition_broken' };
  if (request.weighted && !hasWeight) return { kind: 'none', reason: 'column_missing' };
  const splits = by.flatMap((one): readonly CategoryValue[] => (one.kind === 'category' ? [one] : []));
  if (splits.length < by.length) return { kind: 'none', reason: 'definition_broken' };
  const { weighted, designed } = request;
  return { kind: 'resolved', of, among: among?.code, by: splits, weighted, designed };
}

function tabulated(value: SqlValue | undefined): TabulatedValue | undefined {
  return value === undefined || value.kind === 'constant' ? undefined : value;
}
