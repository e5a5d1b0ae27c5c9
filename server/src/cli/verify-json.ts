import type { Disagreement, EngineName, Quantity, SubjectAgreement } from '../language';
import type { CodebookReport, EngineReport } from './verify-report';

/** `codebook verify --format json`, version 1: one object per codebook. */
interface ReportJson {
  /** Relative to the working folder. */
  readonly file: string;
  readonly data: string;
  readonly respondents: number;
  readonly engines: readonly EngineJson[];
}

interface EngineJson {
  readonly name: EngineName;
  /** With its version; `null` where it did not run. */
  readonly engine: string | null;
  /** Why it did not run. */
  readonly reason: string | null;
  readonly subjects: readonly SubjectJson[];
}

interface SubjectJson {
  readonly id: string;
  readonly measure: string;
  readonly cells: number;
  readonly agreeing: number;
  /** By quantity: how many numbers were compared, and their largest relative difference. */
  readonly compared: Readonly<Partial<Record<Quantity, { readonly numbers: number; readonly largest: number }>>>;
  /** What the engine can't say of it. */
  readonly notVerified: readonly string[];
  readonly differences: readonly DifferenceJson[];
}

interface DifferenceJson {
  readonly kind: 'cell' | 'difference' | 'test';
  /** The split, `actor` or `level * size`; `''` without one. */
  readonly by: string;
  /** Item, category, groups, statistic and probability, those it has. */
  readonly place: readonly string[];
  /** `cell` where a side lacks the whole cell. */
  readonly quantity: Quantity | 'cell';
  /** `null` where a side has none, and both of a cell that policy suppresses. */
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly suppressed: boolean;
  readonly why: string | null;
}

export function reportJson({ file, table, engines }: CodebookReport): ReportJson {
  return { file, data: table.file, respondents: table.rows, engines: engines.map(engineJson) };
}

function engineJson(report: EngineReport): EngineJson {
  const { name } = report;
  if (report.kind === 'ran') {
    return { name, engine: report.engine, reason: null, subjects: report.subjects.map(subjectJson) };
  }
  const reason = report.kind === 'absent' ? 'It is not installed.' : report.reason;
  return { name, engine: null, reason, subjects: [] };
}

function subjectJson(subject: SubjectAgreement): SubjectJson {
  const { id, measure, cells, agreeing, compared, leftOut, differences } = subject;
  return {
    id,
    measure,
    cells,
    agreeing,
    compared: Object.fromEntries(compared),
    notVerified: leftOut,
    differences: differences.map(differenceJson),
  };
}

function differenceJson({ place, quantity, ours, theirs, suppressed, why }: Disagreement): DifferenceJson {
  return {
    kind: place.kind,
    by: place.by,
    place: place.parts,
    quantity,
    ours: ours ?? null,
    theirs: theirs ?? null,
    suppressed,
    why: why === '' ? null : why,
  };
}
