import type { Fragment } from './fragment';
import type { ResolvedRequest, Split, TabulatedValue } from './resolve';

export interface Resolved extends ResolvedRequest {
  /** Which of the view's requests it is. */
  readonly at: number;
}

/** Requests for the same values that differ in their splits alone: counted over the cross of all splits, and summed afterwards. */
export interface Batch {
  readonly of: readonly TabulatedValue[];
  readonly among: Fragment | undefined;
  readonly splits: readonly Split[];
  /** Whether the last of the splits tells rows without a positive weight from the others: cheaper than to count them. */
  readonly tellsWeightless: boolean;
  readonly weighted: boolean;
  readonly designed: boolean;
  readonly requests: readonly Resolved[];
}

/** With more groups than this the splits are counted one by one: few respondents are left in each group of the cross. */
const largestCross = 4096;

export function batchesOf(requests: readonly Resolved[]): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const request of requests) {
    const subject = subjectOf(request);
    const key =
      [...batches.keys()].find((one) => one.startsWith(`${subject} `) && hasRoom(batches.get(one), request)) ??
      `${subject} ${batches.size}`;
    const batch = batches.get(key) ?? { ...request, splits: [], tellsWeightless: false, requests: [] };
    batches.set(key, { ...batch, splits: together(batch.splits, request.by), requests: [...batch.requests, request] });
  }
  return [...batches.values()];
}

function subjectOf({ of, among, weighted, designed }: Resolved): string {
  const values = of.map((value) => (value.kind === 'category' ? value.code.text : value.value.text));
  return JSON.stringify([values, among?.text, weighted, designed]);
}

function hasRoom(batch: Batch | undefined, { by }: Resolved): boolean {
  if (batch === undefined) return true;
  return crossSize(together(batch.splits, by)) <= largestCross;
}

/** Rows without a positive weight are groups of their own. */
export function tellingWeightless(batch: Batch, hasWeight: Fragment): Batch {
  const split: Split = { ids: ['weight'], code: hasWeight };
  return batch.weighted ? { ...batch, splits: [...batch.splits, split], tellsWeightless: true } : batch;
}

/** How many groups there are, those without a group counted for each split. */
export function crossSize(splits: readonly Split[]): number {
  return splits.reduce((cross, { ids }) => cross * (ids.length + 1), 1);
}

function together(splits: readonly Split[], more: readonly Split[]): readonly Split[] {
  const known = new Set(splits.map(({ code }) => code.text));
  const added = new Map(more.filter(({ code }) => !known.has(code.text)).map((split) => [split.code.text, split] as const));
  return added.size === 0 ? splits : [...splits, ...added.values()];
}
