import type { MissingKind, UnknownRule } from '../expression/value';
import type { Entry, Place } from '../syntax/entry';
import type { PolicyDeclaration } from './policy-declaration';
import type { Adjustment, CompareText, DesignDeclaration, IntervalDeclaration } from './uncertainty';
import type {
  BaseText,
  ExpressionText,
  LocalizedText,
  Name,
  NumberText,
  PlacedNode,
  RangeText,
  SourceText,
  SplitText,
} from './written';

export type * from './policy-declaration';
export type * from './uncertainty';
export type * from './written';

/**
 * What the entries of one file declare, as written: names are not resolved, nothing is inherited, and what is missing or
 * wrong is absent (the schema room reports it). Read from one entry alone, so that a declaration stays the same object while its
 * entry does. What is absent stands there as `undefined`: all declarations of a kind have one shape, which is quick to make and
 * to read.
 */
interface Declaration {
  readonly id: Name;
  readonly entry: Entry;
  /** The whole declaration, key and value. */
  readonly place: Place;
}

export interface StageDeclaration extends Declaration {
  readonly kind: 'stage';
  readonly label?: LocalizedText | undefined;
}

export interface FrameDeclaration extends Declaration {
  readonly kind: 'frame';
  readonly label?: LocalizedText | undefined;
  readonly sent?: NumberText | undefined;
  readonly responded?: NumberText | undefined;
  readonly of?: readonly Name[] | undefined;
}

export interface ScaleDeclaration {
  readonly kind: 'scale';
  /** Absent for a scale written in its question. */
  readonly id?: Name | undefined;
  readonly entry: Entry;
  readonly place: Place;
  readonly label?: LocalizedText | undefined;
  readonly order?: 'ascending' | 'descending' | undefined;
  readonly orderPlace?: Place | undefined;
  readonly scoresAreCodes: boolean;
  readonly categories: readonly CategoryDeclaration[];
  readonly missing: readonly MissingDeclaration[];
  readonly groups: readonly GroupDeclaration[];
}

export interface CategoryDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly code?: Name | undefined;
  readonly label?: LocalizedText | undefined;
  readonly score?: NumberText | undefined;
}

export interface MissingDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly code?: Name | undefined;
  readonly label?: LocalizedText | undefined;
  /** Absent where it is not stated or no kind: a check says so, and the value counts as `invalid`. */
  readonly missingKind?: MissingKind | undefined;
  readonly kindName?: Name | undefined;
}

export interface GroupDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText | undefined;
  readonly of: readonly Name[];
}

export type QuestionType = 'single' | 'battery' | 'multiple' | 'number' | 'text' | 'date';

export interface QuestionDeclaration extends Declaration {
  readonly kind: 'question';
  /** As stated, else by its parts: options, items or a scale. Absent where nothing tells. */
  readonly type?: QuestionType | undefined;
  readonly stage?: Name | undefined;
  readonly text?: LocalizedText | undefined;
  readonly label?: LocalizedText | undefined;
  readonly scale?: Name | ScaleDeclaration | undefined;
  /** Items of a battery, options of a multiple response. */
  readonly items: readonly ItemDeclaration[];
  readonly askIf?: ExpressionText | undefined;
  readonly column?: Name | undefined;
  readonly columnPrefix?: Name | undefined;
  /** What an empty cell means where the universe is not known to be no; default `item_nonresponse`. */
  readonly empty?: MissingKind | undefined;
  /** Multiple response: the code of a ticked box (default 1), exclusive options, what nothing ticked means. */
  readonly ticked?: Name | undefined;
  readonly exclusive: readonly Name[];
  readonly unticked?: 'means_no' | 'not_answered' | undefined;
  readonly range?: RangeText | undefined;
  /** Number, text and date questions may declare missing answers as scales do. */
  readonly missing: readonly MissingDeclaration[];
}

export interface ItemDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText | undefined;
  readonly column?: Name | undefined;
  readonly askIf?: ExpressionText | undefined;
  readonly reverse: boolean;
}

export interface DerivedDeclaration extends Declaration {
  readonly kind: 'derived';
  readonly stage?: Name | undefined;
  readonly label?: LocalizedText | undefined;
  readonly value?: ExpressionText | undefined;
  readonly unknown?: UnknownText | undefined;
  /** The question or derived variable whose categories are merged. */
  readonly of?: Name | undefined;
  readonly order?: 'ascending' | 'descending' | undefined;
  readonly categories: readonly DerivedCategory[];
  readonly otherwise?: Name | undefined;
  readonly groups: readonly GroupDeclaration[];
  readonly column?: Name | undefined;
  readonly range?: RangeText | undefined;
}

export interface UnknownText extends UnknownRule {
  readonly place: Place;
}

export interface DerivedCategory {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText | undefined;
  readonly when?: ExpressionText | undefined;
  readonly of?: readonly Name[] | undefined;
  readonly score?: NumberText | undefined;
}

export type Measure = 'share' | 'distribution' | 'mean' | 'median' | 'quantile' | 'total' | 'count' | 'ratio' | 'alpha';

export interface IndicatorDeclaration extends Declaration {
  readonly kind: 'indicator';
  readonly stage?: Name | undefined;
  readonly label?: LocalizedText | undefined;
  readonly measure?: Measure | undefined;
  readonly measureName?: Name | undefined;
  readonly of?: ExpressionText | undefined;
  readonly per?: ExpressionText | undefined;
  readonly among?: ExpressionText | undefined;
  readonly base?: BaseText | undefined;
  readonly by?: readonly SplitText[] | undefined;
  readonly at: readonly NumberText[];
  readonly unweighted: boolean;
  readonly undesigned: boolean;
  readonly decimals?: number | undefined;
  readonly rounding?: Rounding | undefined;
  readonly source?: SourceText | undefined;
  readonly note?: LocalizedText | undefined;
  readonly ci?: IntervalDeclaration | undefined;
  readonly compare?: CompareText | undefined;
  readonly adjust?: Adjustment | undefined;
  readonly test?: Name | undefined;
}

export type Rounding = 'half_up' | 'half_even';

export interface FigureDeclaration extends Declaration {
  readonly kind: 'figure';
  readonly label?: LocalizedText | undefined;
  readonly source?: SourceText | undefined;
  readonly indicator?: Name | undefined;
  readonly of?: ExpressionText | undefined;
  readonly frames?: readonly Name[] | undefined;
  readonly by?: SplitText | undefined;
  readonly rounding?: Rounding | undefined;
  readonly unverifiable?: Name | undefined;
  /** `base`, `count`, and each measure under its own name (`rate` for frames). */
  readonly numbers: readonly FigureNumbers[];
}

export interface FigureNumbers {
  readonly statistic: 'base' | 'count' | 'rate' | Measure;
  readonly name: Name;
  /** Every number given, with the keys that lead to it: item, category, group, second group, those it has. */
  readonly cells: readonly PublishedNumber[];
}

export interface PublishedNumber {
  readonly keys: readonly Name[];
  readonly number: NumberText;
  /** Digits after the decimal point, as printed. */
  readonly decimals: number;
}

export interface TestDeclaration extends Declaration {
  readonly kind: 'test';
  readonly given: readonly TestValue[];
  readonly expect: readonly TestValue[];
}

export interface TestValue {
  readonly variable: Name;
  readonly item?: Name;
  readonly value: Name;
}

export interface ImportDeclaration {
  readonly path: Name;
}

export interface DataDeclaration {
  readonly place: Place;
  readonly file?: Name;
  /** A database that holds the data instead of a file, where its address stands in the environment, and its table. */
  readonly engine?: 'clickhouse';
  readonly urlEnv?: Name;
  readonly table?: Name;
  readonly id?: Name;
  readonly weight?: Name;
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly encoding?: string;
  readonly design?: DesignDeclaration;
}

export interface DefaultsDeclaration {
  readonly place: Place;
  readonly base?: BaseText;
  readonly by?: readonly SplitText[];
  readonly rounding?: Rounding;
  readonly decimals?: number;
  readonly source?: SourceText;
  readonly ci?: IntervalDeclaration;
}

/** The scalars at the top of a file. */
export interface HeaderDeclaration {
  readonly codebook?: Name;
  readonly version?: Name;
  readonly languages: readonly Name[];
  readonly label?: LocalizedText;
  readonly imports: readonly ImportDeclaration[];
  readonly survey?: PlacedNode;
  readonly wave?: PlacedNode;
  readonly unit?: { readonly type?: Name; readonly label?: LocalizedText };
  readonly data?: DataDeclaration;
  readonly defaults?: DefaultsDeclaration;
  readonly policy?: PolicyDeclaration;
}

export type AnyDeclaration =
  | StageDeclaration
  | FrameDeclaration
  | ScaleDeclaration
  | QuestionDeclaration
  | DerivedDeclaration
  | IndicatorDeclaration
  | FigureDeclaration
  | TestDeclaration;
