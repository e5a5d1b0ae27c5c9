import type { MissingKind, UnknownRule } from '../expression/value';
import type { Entry, Place } from '../syntax/entry';
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

export type * from './written';

/**
 * What the entries of one file declare, as written: names are not resolved, nothing is inherited, and what is missing or
 * wrong is absent (the schema room reports it). Read from one entry alone, so that a declaration stays the same object while its
 * entry does.
 */
interface Declaration {
  readonly id: Name;
  readonly entry: Entry;
  /** The whole declaration, key and value. */
  readonly place: Place;
}

export interface StageDeclaration extends Declaration {
  readonly kind: 'stage';
  readonly label?: LocalizedText;
}

export interface FrameDeclaration extends Declaration {
  readonly kind: 'frame';
  readonly label?: LocalizedText;
  readonly sent?: NumberText;
  readonly responded?: NumberText;
  readonly of?: readonly Name[];
}

export interface ScaleDeclaration {
  readonly kind: 'scale';
  /** Absent for a scale written in its question. */
  readonly id?: Name;
  readonly entry: Entry;
  readonly place: Place;
  readonly label?: LocalizedText;
  readonly order?: 'ascending' | 'descending';
  readonly orderPlace?: Place;
  readonly scoresAreCodes: boolean;
  readonly categories: readonly CategoryDeclaration[];
  readonly missing: readonly MissingDeclaration[];
  readonly groups: readonly GroupDeclaration[];
}

export interface CategoryDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly code?: Name;
  readonly label?: LocalizedText;
  readonly score?: NumberText;
}

export interface MissingDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly code?: Name;
  readonly label?: LocalizedText;
  /** Absent where it is not stated or no kind: a check says so, and the value counts as `invalid`. */
  readonly missingKind?: MissingKind;
  readonly kindName?: Name;
}

export interface GroupDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText;
  readonly of: readonly Name[];
}

export type QuestionType = 'single' | 'battery' | 'multiple' | 'number' | 'text' | 'date';

export interface QuestionDeclaration extends Declaration {
  readonly kind: 'question';
  /** As stated, else by its parts: options, items or a scale. Absent where nothing tells. */
  readonly type?: QuestionType;
  readonly stage?: Name;
  readonly text?: LocalizedText;
  readonly label?: LocalizedText;
  readonly scale?: Name | ScaleDeclaration;
  /** Items of a battery, options of a multiple response. */
  readonly items: readonly ItemDeclaration[];
  readonly askIf?: ExpressionText;
  readonly column?: Name;
  readonly columnPrefix?: Name;
  /** What an empty cell means where the universe is not known to be no; default `item_nonresponse`. */
  readonly empty?: MissingKind;
  /** Multiple response: the code of a ticked box (default 1), exclusive options, what nothing ticked means. */
  readonly ticked?: Name;
  readonly exclusive: readonly Name[];
  readonly unticked?: 'means_no' | 'not_answered';
  readonly range?: RangeText;
  /** Number, text and date questions may declare missing answers as scales do. */
  readonly missing: readonly MissingDeclaration[];
}

export interface ItemDeclaration {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText;
  readonly column?: Name;
  readonly askIf?: ExpressionText;
  readonly reverse: boolean;
}

export interface DerivedDeclaration extends Declaration {
  readonly kind: 'derived';
  readonly stage?: Name;
  readonly label?: LocalizedText;
  readonly value?: ExpressionText;
  readonly unknown?: UnknownText;
  /** The question or derived variable whose categories are merged. */
  readonly of?: Name;
  readonly order?: 'ascending' | 'descending';
  readonly categories: readonly DerivedCategory[];
  readonly otherwise?: Name;
  readonly groups: readonly GroupDeclaration[];
  readonly column?: Name;
  readonly range?: RangeText;
}

export interface UnknownText extends UnknownRule {
  readonly place: Place;
}

export interface DerivedCategory {
  readonly id: Name;
  readonly place: Place;
  readonly label?: LocalizedText;
  readonly when?: ExpressionText;
  readonly of?: readonly Name[];
  readonly score?: NumberText;
}

export type Measure = 'share' | 'distribution' | 'mean' | 'median' | 'quantile' | 'total' | 'count' | 'ratio' | 'alpha';

export interface IndicatorDeclaration extends Declaration {
  readonly kind: 'indicator';
  readonly stage?: Name;
  readonly label?: LocalizedText;
  readonly measure?: Measure;
  readonly measureName?: Name;
  readonly of?: ExpressionText;
  readonly per?: ExpressionText;
  readonly among?: ExpressionText;
  readonly base?: BaseText;
  readonly by?: readonly SplitText[];
  readonly at: readonly NumberText[];
  readonly unweighted: boolean;
  readonly undesigned: boolean;
  readonly decimals?: number;
  readonly rounding?: Rounding;
  readonly source?: SourceText;
  readonly note?: LocalizedText;
  /** `ci`, `compare`, `test`: kept as written for the room that estimates uncertainty. */
  readonly rest: Readonly<Record<string, PlacedNode>>;
}

export type Rounding = 'half_up' | 'half_even';

export interface FigureDeclaration extends Declaration {
  readonly kind: 'figure';
  readonly label?: LocalizedText;
  readonly source?: SourceText;
  readonly indicator?: Name;
  readonly of?: ExpressionText;
  readonly frames?: readonly Name[];
  readonly by?: SplitText;
  readonly rounding?: Rounding;
  readonly unverifiable?: Name;
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
  readonly id?: Name;
  readonly weight?: Name;
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly encoding?: string;
  /** As written: the estimation room reads it. */
  readonly design?: PlacedNode;
  readonly designColumns: readonly Name[];
}

export interface DefaultsDeclaration {
  readonly place: Place;
  readonly base?: BaseText;
  readonly by?: readonly SplitText[];
  readonly rounding?: Rounding;
  readonly decimals?: number;
  readonly source?: SourceText;
  readonly rest: Readonly<Record<string, PlacedNode>>;
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
  readonly policy?: PlacedNode;
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
