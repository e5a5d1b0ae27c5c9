import type { Codebook } from '../model/codebook';
import type { SubjectName } from '../shares/tables';

/** What a design says, in the words of `data.design`, and how intervals are made: the little that R has to be told. */
export interface StudyDesign {
  readonly strata: readonly string[];
  readonly psu: readonly string[];
  readonly fpc: readonly string[];
  readonly lonePsu: 'fail' | 'certainty' | 'average' | 'adjust';
  readonly replicate?: ReplicateDesign;
}

export interface ReplicateDesign {
  readonly columns: readonly string[];
  readonly method: string;
  readonly scale?: number;
  readonly rscales?: readonly number[];
  readonly rho?: number;
  readonly around: 'mean' | 'estimate';
  readonly df?: number;
}

export interface IntervalChoice {
  readonly method: string;
  readonly level: number;
  readonly df: 'domain' | 'design';
  readonly cap: boolean;
}

const usual: IntervalChoice = { method: 'logit', level: 0.95, df: 'domain', cap: false };

export function studyDesign(_codebook: Codebook): StudyDesign | undefined {
  return undefined;
}

/** How the intervals of a subject are made; without one, what the codebook's defaults say. */
export function intervalOf(_codebook: Codebook, _subject: SubjectName | undefined): IntervalChoice {
  return usual;
}

export function isSameInterval(one: IntervalChoice, other: IntervalChoice): boolean {
  return one.method === other.method && one.level === other.level && one.df === other.df && one.cap === other.cap;
}
