import {
  type Cell,
  comparisonsIn,
  type Disparity,
  type DisparityAspect,
  type Estimate,
  isSuppressed,
  type Overlap,
  type WaveComparison,
  type WaveDifference,
  type WaveTable,
} from '../language';
import type { RoundFile } from './round';
import { type Groups, groupsJson, type UncertaintyJson, uncertaintyJson } from './shares-json';

/** `codebook compare --format json`, version 1: numbers in full double precision, shares as proportions. */
interface ComparisonJson {
  readonly earlier: RoundJson;
  readonly now: RoundJson;
  /** Of what the codebooks' designs tell; a difference that rests on something else says so itself. */
  readonly overlap: Overlap;
  /** Different comparisons that were tested: what p values are adjusted over. */
  readonly comparisons: number;
  readonly differences: readonly DifferenceJson[];
  /** What is not alike, in the rounds as wholes (`subject` is `null`) and in what a subject rests on. */
  readonly disparities: readonly DisparityJson[];
  /** What one round alone has. It is not compared: not asked is not zero. */
  readonly oneRoundOnly: readonly OneRoundJson[];
  /** Ids whose definition has errors in one of the codebooks. */
  readonly unsound: readonly string[];
  /** Ids that were asked for and have no numbers: texts and dates. */
  readonly withoutNumbers: readonly string[];
}

interface RoundJson {
  /** Relative to the working folder. */
  readonly file: string;
  readonly wave: string | null;
  readonly respondents: number;
}

interface SubjectJson {
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
}

interface SideJson extends EstimateJson, UncertaintyJson {
  /** Unweighted and weighted number in the base; `null` where the number is suppressed. */
  readonly base: { readonly n: number; readonly weighted: number } | null;
}

interface EstimateJson {
  readonly estimate: number | null;
  /** Why there is no estimate. */
  readonly reason: string | null;
}

interface DifferenceJson extends SubjectJson, EstimateJson, UncertaintyJson {
  readonly statistic: string;
  readonly at: number | null;
  readonly item: string | null;
  readonly category: string | null;
  readonly groups: Groups;
  readonly earlier: SideJson;
  readonly now: SideJson;
  readonly pValue: number | null;
  readonly adjustedPValue: number | null;
  /** Why there is no test. */
  readonly withoutTest: string | null;
  /** Whether the covariance of the rounds is in the standard error. */
  readonly overlap: Overlap['kind'];
  /** What makes it doubtful that like is compared with like; `disparities` has the details. */
  readonly disparities: readonly { readonly aspect: DisparityAspect; readonly of: string | null }[];
}

interface DisparityJson {
  readonly subject: string | null;
  readonly aspect: DisparityAspect;
  readonly of: string | null;
  readonly changes: readonly {
    readonly part: string | null;
    readonly language: string | null;
    readonly earlier: string;
    readonly now: string;
  }[];
}

interface OneRoundJson extends SubjectJson {
  readonly round: 'earlier' | 'now';
  readonly items: readonly string[];
  readonly categories: readonly string[];
  /** By variable of the split. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

export function comparisonJson(
  earlier: RoundFile,
  now: RoundFile,
  comparison: WaveComparison,
  left: Pick<ComparisonJson, 'unsound' | 'withoutNumbers'>,
): ComparisonJson {
  const { waves, overlap, disparities, tables } = comparison;
  return {
    earlier: roundJson(earlier, waves.earlier),
    now: roundJson(now, waves.now),
    overlap,
    comparisons: comparisonsIn(tables),
    differences: tables.flatMap((table) => table.differences.map((one) => differenceJson(table, one))),
    disparities: [...disparities.map((one) => disparityJson(null, one)), ...disparitiesJson(tables)],
    oneRoundOnly: tables.flatMap(oneRoundJson),
    ...left,
  };
}

function roundJson({ file, shares }: RoundFile, wave: string | undefined): RoundJson {
  return { file, wave: wave ?? null, respondents: shares.bound.rows };
}

function differenceJson(table: WaveTable, difference: WaveDifference): DifferenceJson {
  const { earlier, now, disparities } = difference;
  const { subject } = table.now;
  return {
    kind: subject.kind,
    id: subject.id,
    statistic: now.statistic,
    at: now.at ?? null,
    item: now.item ?? null,
    category: now.category ?? null,
    groups: groupsJson(table.now, now.groups),
    earlier: sideJson(earlier),
    now: sideJson(now),
    ...estimateJson(difference.estimate),
    ...uncertaintyJson(difference.uncertainty, false),
    pValue: difference.pValue ?? null,
    adjustedPValue: difference.adjusted ?? null,
    withoutTest: difference.withoutTest ?? null,
    overlap: table.overlap.kind,
    disparities: disparities.map(({ aspect, of }) => ({ aspect, of: of ?? null })),
  };
}

function sideJson(cell: Cell): SideJson {
  if (isSuppressed(cell)) {
    return { ...estimateJson({ kind: 'none', reason: 'suppressed' }), ...uncertaintyJson(undefined, false), base: null };
  }
  const { n, weighted } = cell.waterfall.base;
  return { ...estimateJson(cell.estimate), ...uncertaintyJson(cell.uncertainty, false), base: { n, weighted } };
}

function estimateJson(estimate: Estimate): EstimateJson {
  return estimate.kind === 'value' ? { estimate: estimate.value, reason: null } : { estimate: null, reason: estimate.reason };
}

/** Those of a subject once, though several tables have them. */
function disparitiesJson(tables: readonly WaveTable[]): readonly DisparityJson[] {
  const found = new Map<string, DisparityJson>();
  for (const { now, disparities } of tables) {
    const { id } = now.subject;
    for (const one of disparities) found.set([id, one.aspect, one.of].join('\n'), disparityJson(id, one));
  }
  return [...found.values()];
}

function disparityJson(subject: string | null, { aspect, of, changes }: Disparity): DisparityJson {
  return {
    subject,
    aspect,
    of: of ?? null,
    changes: changes.map(({ part, language, earlier, now }) => ({
      part: part ?? null,
      language: language ?? null,
      earlier,
      now,
    })),
  };
}

function oneRoundJson(table: WaveTable): readonly OneRoundJson[] {
  const { kind, id } = table.now.subject;
  return (['earlier', 'now'] as const).flatMap((round) => {
    const { items, categories, groups } = round === 'earlier' ? table.onlyEarlier : table.onlyNow;
    if (items.length + categories.length + groups.flat().length === 0) return [];
    const ids = (labels: readonly { readonly id: string }[]) => labels.map((label) => label.id);
    const byVariable = table.now.by.map((name, at) => [name, ids(groups[at] ?? [])] as const);
    return [{ kind, id, round, items: ids(items), categories: ids(categories), groups: Object.fromEntries(byVariable) }];
  });
}
