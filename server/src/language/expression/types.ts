import type { MissingKind } from './value';

/** What a variable or an expression can be. A yes/no is a scale of its own kind, not a category of one. */
export type ScalarType =
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'category'; readonly scale: ResponseScale };

/** One value for each item of a battery or option of a multiple response. */
export interface VectorType {
  readonly kind: 'vector';
  readonly of: ScalarType;
  readonly items: readonly string[];
}

export type ExpressionType = ScalarType | VectorType | { readonly kind: 'unknown' };

/** The type of one value: of a vector, that of its items. */
export function single(type: ScalarType | VectorType): ScalarType;
export function single(type: ExpressionType): Exclude<ExpressionType, VectorType>;
export function single(type: ExpressionType): Exclude<ExpressionType, VectorType> {
  return type.kind === 'vector' ? type.of : type;
}

/** A response scale as expressions and shares see it: resolved, in the order of the codebook. */
export interface ResponseScale {
  /** Its id in `scales`; absent for a scale written in its question and for the categories of a derived variable. */
  readonly id?: string | undefined;
  readonly order?: 'ascending' | 'descending' | undefined;
  readonly categories: readonly Category[];
  readonly missing: readonly MissingCategory[];
  readonly groups: readonly CategoryGroup[];
}

export type Labels = Readonly<Record<string, string>>;

export interface Category {
  readonly id: string;
  /** As written in the codebook. Absent for the categories of a derived variable. */
  readonly code?: string | undefined;
  /** By language tag. */
  readonly labels: Labels;
  readonly score?: number | undefined;
}

export interface MissingCategory {
  readonly id: string;
  /** A code, or an inclusive range of whole numbers, `-9..-1`. */
  readonly code?: string | undefined;
  readonly labels: Labels;
  readonly kind: MissingKind;
}

export interface CategoryGroup {
  readonly id: string;
  readonly labels: Labels;
  /** Ids of categories, groups resolved, in the order of the scale. */
  readonly members: readonly string[];
}

/** A question, an item of it, or a derived variable, as an expression sees it. */
export interface ScopedVariable {
  readonly name: string;
  /** `unknown` where its declaration is too broken to tell: it is named all the same, and agrees with everything. */
  readonly type: ExpressionType;
  /** By language tag. */
  readonly labels: Labels;
  /** Labels of the items of a vector, by item id. */
  readonly itemLabels: Readonly<Record<string, Labels>>;
  /** Items whose score is turned round: lowest + highest − score. */
  readonly reversed: ReadonlySet<string>;
  /** Codes of missing answers, where the variable is a number: they must never be compared or averaged. */
  readonly missingCodes: readonly string[];
  /** What its yes and no are called, where it is yes or no. */
  readonly yesNo?: { readonly yes: Labels; readonly no: Labels };
  /** Its declared missing answers, where they are known: a use of one in an expression is told apart from a slip. */
  readonly missing?: readonly MissingCategory[];
}

/** The names an expression may use. */
export interface Scope {
  readonly variable: (name: string) => ScopedVariable | undefined;
  /** All of them, in lists that stay the same objects while they hold the same names. */
  readonly nameLists: () => readonly (readonly string[])[];
  /** Names of questions one of whose categories or groups has this id. */
  readonly withCategory: (id: string) => readonly string[];
  /** Where the expression stands: aggregates (`count any all sum mean`) stand only in `derived`. */
  readonly allowsAggregates: boolean;
  /** Whether a vector may be the result: only in an indicator's `of`. */
  readonly allowsVector: boolean;
}
