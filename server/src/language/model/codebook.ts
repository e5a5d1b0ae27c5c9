import type { IntervalMethod } from '../estimation/types';
import type { ExpressionProblem } from '../expression/tree';
import type { CheckedExpression } from '../expression/typed';
import type { Labels, ResponseScale, ScalarType, VectorType } from '../expression/types';
import type { BaseLevel } from '../expression/value';
import type { Entry, Place } from '../syntax/entry';
import type {
  Adjustment,
  DataDeclaration,
  DefaultsDeclaration,
  DerivedDeclaration,
  ExpressionText,
  FigureDeclaration,
  FrameDeclaration,
  HeaderDeclaration,
  IndicatorDeclaration,
  Name,
  PolicyDeclaration,
  QuestionDeclaration,
  ScaleDeclaration,
  StageDeclaration,
  TestDeclaration,
} from './declarations';
import type { HeaderParts } from './header-parts';
import type { Inputs, ResolvedImport } from './input-files';
import type { Memory } from './memory';
import type { NameTable } from './name-table';

/** All that one file declares, in the order of the file, nothing dropped: also what is declared twice. */
export interface FileModel {
  readonly file: string;
  readonly header: HeaderDeclaration;
  readonly stages: readonly StageDeclaration[];
  readonly frames: readonly FrameDeclaration[];
  readonly scales: readonly ScaleDeclaration[];
  readonly questions: readonly QuestionDeclaration[];
  readonly derived: readonly DerivedDeclaration[];
  readonly indicators: readonly IndicatorDeclaration[];
  readonly figures: readonly FigureDeclaration[];
  readonly tests: readonly TestDeclaration[];
}

/**
 * A codebook as its reader understands it: its own declarations with those it imports (imported first), names bound.
 * Where an id is declared twice the first declaration counts. It stands for one version of its files: each part is looked up when
 * it is asked for, and always says the same. Nothing here throws, and what cannot be resolved is absent.
 */
export interface Codebook {
  /** The texts it is made from. */
  readonly inputs: Inputs;
  /** Where what is known of it is kept, which changes as it is asked. */
  readonly known: Known;
  readonly file: string;
  /** All of its own file: what reads it is read anew after each edit, so that checks of one entry look at that entry instead. */
  readonly own: FileModel;
  readonly imports: readonly ResolvedImport[];
  /** Files that contribute declarations, imported first, this file last. */
  readonly files: readonly string[];
  /** The models of those files, in the same order: with them, what is declared twice. */
  readonly models: readonly FileModel[];
  /** Declared language tags, default first; `[]` where none is declared. */
  readonly languages: readonly string[];
  readonly header: HeaderDeclaration;
  readonly data: DataDeclaration | undefined;
  /** The file's own; what it does not state, from the first import that does. */
  readonly defaults: DefaultsDeclaration | undefined;
  /** The file's own, else that of the first import that has one. */
  readonly policy: PolicyDeclaration | undefined;
  readonly stages: ReadonlyMap<string, StageDeclaration>;
  readonly frames: ReadonlyMap<string, FrameDeclaration>;
  readonly scales: ReadonlyMap<string, ScaleDeclaration>;
  readonly questions: ReadonlyMap<string, QuestionDeclaration>;
  readonly derived: ReadonlyMap<string, DerivedDeclaration>;
  readonly indicators: ReadonlyMap<string, IndicatorDeclaration>;
  readonly figures: ReadonlyMap<string, FigureDeclaration>;
  /** Questions and derived variables by name, questions first, in the order of asking. */
  readonly variables: ReadonlyMap<string, Variable>;
}

/** Where a codebook keeps its book. */
export interface Known {
  /** None before the codebook is asked for the first time. Once a newer version has taken it over it tells of that one. */
  book: Book | undefined;
}

/** All that is known of a codebook as its files change: its names and their uses, and what is remembered of it. */
export interface Book {
  /** The newest version. */
  codebook: Codebook;
  parts: HeaderParts;
  readonly memory: Memory;
  readonly names: NameTable;
  readonly uses: UseIndex;
}

/** The uses in a codebook's own file by name, and the entries whose uses are to be looked at again. */
export interface UseIndex {
  /** In no order. */
  readonly byName: Map<string, Use[]>;
  readonly ofEntry: Map<Entry, readonly Use[]>;
  readonly outdated: Set<Entry>;
  /** Entries that the file has no more and whose uses are still in the index. */
  readonly gone: Set<Entry>;
}

/** A question or derived variable with its type, its place in the process, its columns and its universe. */
export interface Variable {
  readonly name: string;
  readonly declaration: QuestionDeclaration | DerivedDeclaration;
  /** A single value, or a vector over the items. `undefined` where the declaration is too broken to tell. */
  readonly type: ScalarType | VectorType | undefined;
  /**
   * The response scale of the variable or of its items: also of yes/no questions (`yes`, `no` and their missing codes) and,
   * with no categories, of numbers, texts and dates that declare missing answers.
   */
  readonly scale: ResponseScale | undefined;
  readonly stage?: string | undefined;
  readonly labels: Labels;
  readonly items: readonly VariableItem[];
  /** Columns of the data file: one for a single variable, one for each item. A derived variable's is its copy in the file. */
  readonly column?: string | undefined;
}

export interface VariableItem {
  readonly id: string;
  readonly labels: Labels;
  readonly column: string;
  readonly reverse: boolean;
}

/** How a name was bound. */
export type Binding<T> =
  | { readonly kind: 'found'; readonly to: T }
  | { readonly kind: 'missing'; readonly similar: readonly string[] };

/** Where a name is used, and what it names. The one source of definition, references, rename and the unknown-name checks. */
export interface Use {
  readonly kind: NameKind;
  readonly name: string;
  /** What owns a category, group, missing id, item or option. Absent where that is not known: nothing can be said of the name. */
  readonly owner?: Owner;
  readonly place: Place;
  readonly declares: boolean;
}

/** A scale by its id, or the question or derived variable that has the category, item or option. */
export interface Owner {
  readonly kind: 'scale' | 'variable';
  readonly id: string;
}

/** `category` also for groups and missing ids: on one scale they share one namespace. A `file` is named by its path. */
export type NameKind =
  | 'stage'
  | 'frame'
  | 'scale'
  | 'category'
  | 'variable'
  | 'item'
  | 'indicator'
  | 'figure'
  | 'test'
  | 'file';

/** An expression checked in its codebook: its typed tree and uses, and all its problems, with their places. */
export interface CheckedText {
  readonly text: ExpressionText;
  readonly checked: CheckedExpression;
  /** Those of the parser first. */
  readonly problems: readonly (ExpressionProblem & { readonly place: Place })[];
}

/** One condition of a universe, and the question (or item of it) whose `ask_if` it is. */
export interface UniverseCondition {
  readonly expression: ExpressionText;
  readonly owner: string;
  readonly item?: string;
}

/** Who gets a question: all for whom every condition is yes. `[]` is everyone. */
export type Universe = readonly UniverseCondition[];

/** How confidence intervals are made, with what is inherited filled in. */
export interface ResolvedInterval {
  readonly method: IntervalMethod;
  readonly level: number;
  readonly df: 'domain' | 'design';
  readonly cap: boolean;
}

/** The resolved meaning of an indicator: what it inherits filled in. */
export interface ResolvedIndicator {
  /** As written; for a figure `of` a variable, what it would say as an indicator of its own. */
  readonly declaration: IndicatorDeclaration;
  readonly base: BaseLevel | 'responses' | undefined;
  readonly baseIsInherited: boolean;
  /** Variable names of each split. */
  readonly by: readonly (readonly string[])[];
  readonly byIsInherited: boolean;
  readonly decimals: number;
  readonly rounding: 'half_up' | 'half_even';
  readonly ci: ResolvedInterval;
  /** Which differences are shown: a list names two groups of a split, or two categories of what it is of. */
  readonly compare?: 'pairs' | 'rest' | readonly [string, string];
  readonly adjust: Adjustment;
  readonly test?: 'independence';
  readonly stage?: string;
  readonly labels: Labels;
  readonly unknownNames: readonly Name[];
}
