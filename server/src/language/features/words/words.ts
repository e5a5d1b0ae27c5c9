import type { ExplainLanguage } from '../../expression';
import type { MissingKind } from '../../expression/value';
import type { Measure } from '../../model/declarations';
import type { NoNumber, ShareTable, Statistic } from '../../shares/types';

/** The words of hovers and previews in one language. Parts are given as finished words. */
export interface Words {
  readonly language: ExplainLanguage;
  readonly total: string;
  /** Respondents whose group is not known. */
  readonly noGroup: string;
  readonly statistic: Readonly<Record<Statistic, string>>;
  readonly quantile: (percent: string) => string;
  readonly n: string;
  readonly weightedN: string;
  readonly noNumber: Readonly<Record<NoNumber, string>>;
  readonly and: string;
  /** Who a question goes to; a register variable applies, it is not asked. */
  readonly askedOfAll: string;
  readonly askedOf: (condition: string) => string;
  readonly appliesToAll: string;
  readonly appliesTo: (condition: string) => string;
  readonly among: (condition: string) => string;
  readonly someItemsHaveRouting: string;
  readonly base: Readonly<Record<ShareTable['base'], string>>;
  readonly dontKnowCounted: string;
  readonly baseNotStated: string;
  readonly levels: {
    readonly all: string;
    readonly amongNo: string;
    readonly amongMissing: string;
    readonly asked: string;
    readonly answered: string;
    readonly substantive: string;
    readonly counted: string;
  };
  readonly notes: {
    readonly items: string;
    readonly multiple: string;
    readonly rounding: string;
    /** Of a group of answers that is not the sum of its parts as they are shown. */
    readonly nets: string;
    readonly bounds: (parts: readonly string[]) => string;
    readonly boundsSame: string;
    readonly between: (low: string, high: string) => string;
    readonly weighted: string;
    /** All of the published numbers are equal. */
    readonly published: (count: string, source: string) => string;
    /** Some are not: the first word says so. */
    readonly differs: (differing: string, count: string, source: string) => string;
    readonly page: (page: string) => string;
  };
  readonly measure: Readonly<Record<Measure, (of: string, per: string) => string>>;
  /** A condition, without a full stop; `label` is what its yes is called, where the codebook has a word of its own. */
  readonly yesFor: (condition: string, label: string | undefined) => string;
  /** Each split with the variables it crosses. */
  readonly splitBy: (splits: readonly (readonly string[])[]) => string;
  readonly classes: string;
  readonly merges: (variable: string) => string;
  readonly otherwise: string;
  readonly fileCopy: (column: string) => string;
  readonly state: {
    readonly ready: (file: string, respondents: string, weighted: boolean) => string;
    readonly noData: string;
    readonly inDatabase: (table: string) => string;
    readonly loading: (file: string) => string;
    readonly untrusted: string;
    readonly failed: (reason: string) => string;
    readonly broken: (line: number) => string;
  };
  readonly noTable: Readonly<Record<'text' | 'date' | 'broken' | 'base', string>>;
  readonly kind: Readonly<Record<MissingKind, string>>;
  readonly names: Readonly<
    Record<
      | 'stage'
      | 'frame'
      | 'scale'
      | 'question'
      | 'register'
      | 'derived'
      | 'item'
      | 'category'
      | 'missing'
      | 'group'
      | 'indicator'
      | 'figure'
      | 'test'
      | 'file',
      string
    >
  >;
  readonly fields: Readonly<
    Record<
      | 'code'
      | 'label'
      | 'score'
      | 'kind'
      | 'id'
      | 'scale'
      | 'column'
      | 'sent'
      | 'responded'
      | 'rate'
      | 'questions'
      | 'formally',
      string
    >
  >;
  readonly order: Readonly<Record<'ascending' | 'descending', string>>;
}
