import {
  type Assumption,
  type Cell,
  type Count,
  type Difference,
  type DifferenceSide,
  type IndependenceTest,
  type Interval,
  type NoInterval,
  type ShareTable,
  toldCount,
  type Verdict,
  type Waterfall,
  type WaterfallLevel,
} from '../language';

/** `codebook shares --format json`, version 2: numbers in full double precision, shares as proportions. */
export interface SharesJson {
  readonly cells: readonly CellJson[];
  readonly differences: readonly DifferenceJson[];
  readonly tests: readonly TestJson[];
}

/** Where a number belongs. */
interface SubjectJson {
  /** Relative to the working folder. */
  readonly file: string;
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
  readonly measure: string;
  readonly base: string;
  readonly weighted: boolean;
  /** What standard errors rest on. */
  readonly assumption: Assumption;
}

interface CellJson extends SubjectJson, UncertaintyJson {
  readonly statistic: string;
  /** The probability of a quantile. */
  readonly at: number | null;
  readonly item: string | null;
  /** A category or net; `kind:dont_know` for a missing kind the base admits; `null` for a share of yes. */
  readonly category: string | null;
  /** Group by splitting variable; `total` is the whole base, `missing` those without a group. */
  readonly groups: Groups;
  readonly estimate: number | null;
  /** Why there is no estimate. */
  readonly reason: string | null;
  /** The logical bounds, where unknown items leave the value of some respondents open. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Unweighted and weighted number at every level of the base; `null` where the policy keeps it back. */
  readonly waterfall: Readonly<Record<WaterfallLevel, Count | null>>;
  /** What the policy says, with SDMX observation and confidentiality status; `null` where the codebook states none. */
  readonly verdict: Verdict | null;
}

export type Groups = Readonly<Record<string, string>>;

export interface UncertaintyJson {
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  readonly designEffect: number | null;
  readonly effectiveN: number | null;
  readonly interval: Interval | NoInterval | null;
  /** With `--all-intervals`: of a share, by every method. */
  readonly intervals?: readonly (Interval | NoInterval)[];
  /** Why there is no standard error. */
  readonly uncertaintyReason: string | null;
  /** The stratum with one sampling unit, where that is why. */
  readonly stratum: string | null;
}

interface SideJson {
  readonly groups: Groups;
  readonly category: string | null;
  /** All the base but the group. */
  readonly rest: boolean;
}

interface DifferenceJson extends SubjectJson, UncertaintyJson {
  readonly item: string | null;
  readonly from: SideJson;
  readonly to: SideJson;
  readonly estimate: number | null;
  readonly pValue: number | null;
  readonly adjustedPValue: number | null;
  /** Why there is no test. */
  readonly withoutTest: string | null;
}

interface TestJson extends SubjectJson {
  readonly item: string | null;
  readonly variables: readonly string[];
  readonly result: IndependenceTest['result'];
}

export interface FileTables {
  readonly file: string;
  readonly tables: readonly ShareTable[];
}

export function sharesJson(files: readonly FileTables[], allIntervals: boolean): SharesJson {
  const each = files.flatMap(({ file, tables }) => tables.map((table) => ({ table, subject: subjectJson(file, table) })));
  return {
    cells: each.flatMap(({ table, subject }) => table.cells.map((cell) => cellJson(subject, table, cell, allIntervals))),
    differences: each.flatMap(({ table, subject }) =>
      table.differences.map((one) => differenceJson(subject, table, one, allIntervals)),
    ),
    tests: each.flatMap(({ table, subject }) =>
      table.tests.map(({ item, variables, result }) => ({ ...subject, item: item ?? null, variables, result })),
    ),
  };
}

function subjectJson(file: string, { subject, base, weighted, assumption }: ShareTable): SubjectJson {
  return { file, kind: subject.kind, id: subject.id, measure: subject.measure, base, weighted, assumption };
}

function cellJson(subject: SubjectJson, table: ShareTable, cell: Cell, allIntervals: boolean): CellJson {
  const { estimate } = cell;
  return {
    ...subject,
    statistic: cell.statistic,
    at: cell.at ?? null,
    item: cell.item ?? null,
    category: cell.category ?? null,
    groups: groupsJson(table, cell.groups),
    estimate: estimate.kind === 'value' ? estimate.value : null,
    reason: estimate.kind === 'none' ? estimate.reason : null,
    bounds: cell.bounds ?? null,
    ...uncertaintyJson(cell.uncertainty, allIntervals),
    waterfall: waterfallJson(cell.waterfall),
    verdict: cell.verdict ?? null,
  };
}

function waterfallJson(waterfall: Waterfall): CellJson['waterfall'] {
  const told = (level: WaterfallLevel): Count | null => toldCount(waterfall, level) ?? null;
  return {
    all: told('all'),
    amongNo: told('amongNo'),
    amongMissing: told('amongMissing'),
    asked: told('asked'),
    answered: told('answered'),
    substantive: told('substantive'),
    base: told('base'),
    counted: told('counted'),
  };
}

export function groupsJson({ by }: ShareTable, groups: readonly string[]): Groups {
  return Object.fromEntries(by.map((variable, at) => [variable, groups[at] ?? 'total']));
}

export function uncertaintyJson(uncertainty: Cell['uncertainty'], allIntervals: boolean): UncertaintyJson {
  const known = uncertainty?.kind === 'value' ? uncertainty : undefined;
  const unknown = uncertainty?.kind === 'none' ? uncertainty : undefined;
  return {
    standardError: known?.standardError ?? null,
    degreesOfFreedom: known?.degreesOfFreedom ?? null,
    designEffect: known?.designEffect ?? null,
    effectiveN: known?.effectiveN ?? null,
    interval: known?.interval ?? null,
    ...(allIntervals && known !== undefined ? { intervals: known.intervals } : {}),
    uncertaintyReason: unknown?.reason ?? null,
    stratum: unknown?.stratum ?? null,
  };
}

function differenceJson(
  subject: SubjectJson,
  table: ShareTable,
  difference: Difference,
  allIntervals: boolean,
): DifferenceJson {
  const { estimate } = difference;
  return {
    ...subject,
    item: difference.item ?? null,
    from: sideJson(table, difference.from),
    to: sideJson(table, difference.to),
    estimate: estimate.kind === 'value' ? estimate.value : null,
    ...uncertaintyJson(difference.uncertainty, allIntervals),
    pValue: difference.pValue ?? null,
    adjustedPValue: difference.adjusted ?? null,
    withoutTest: difference.withoutTest ?? null,
  };
}

function sideJson(table: ShareTable, { groups, category, rest }: DifferenceSide): SideJson {
  return { groups: groupsJson(table, groups), category: category ?? null, rest: rest === true };
}
