import type { Operand, TabulationRequest } from './engine';
import type { Plan, PlanRow } from './plan';

/** A table that is to be made, and what an engine must count for it. */
export interface TablePlan {
  readonly plan: Plan;
  readonly by: readonly string[];
  /** Of each row of the plan. */
  readonly rows: readonly RowRequests[];
  /** All options of a multiple response together, where the base is their ticks. */
  readonly ticks?: TabulationRequest;
}

export interface RowRequests {
  readonly row: PlanRow;
  readonly own: TabulationRequest;
  /** The least and the greatest value of what may rest on a count with unknown items. */
  readonly bounds?: { readonly low: TabulationRequest; readonly high: TabulationRequest };
}

/** What has to be counted for the table of a plan under one split. */
export function tablePlan(plan: Plan, by: readonly string[]): TablePlan {
  const rows = plan.rows.map((row) => rowRequests(plan, row, by));
  if (plan.base !== 'responses') return { plan, by, rows };
  const options = plan.rows.flatMap(({ of }) => of);
  return { plan, by, rows, ticks: requestOf(plan, options, by) };
}

/** All requests of a table, each with a result in what `tableFrom` reads. */
export function requestsOf({ rows, ticks }: TablePlan): readonly TabulationRequest[] {
  const ofRows = rows.flatMap(({ own, bounds }) => (bounds === undefined ? [own] : [own, bounds.low, bounds.high]));
  return ticks === undefined ? ofRows : [...ofRows, ticks];
}

function rowRequests(plan: Plan, row: PlanRow, by: readonly string[]): RowRequests {
  const own = requestOf(plan, row.of, by);
  const [of, ...others] = row.of;
  const mayHaveBounds = plan.measure === 'share' || plan.measure === 'distribution';
  if (!mayHaveBounds || of === undefined || others.length > 0) return { row, own };
  const side = (one: 'low' | 'high') => requestOf(plan, [{ kind: 'bound', side: one, of }], by);
  return { row, own, bounds: { low: side('low'), high: side('high') } };
}

function requestOf(plan: Plan, of: readonly Operand[], by: readonly string[]): TabulationRequest {
  const among = plan.among === undefined ? {} : { among: plan.among };
  return { of, ...among, by, weighted: plan.weighted, designed: plan.designed };
}
