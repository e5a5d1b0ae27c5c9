/** Why a value is missing. `undetermined`: an expression whose known parts do not decide it. */
export type MissingKind =
  | 'dont_know'
  | 'not_applicable'
  | 'refused'
  | 'item_nonresponse'
  | 'invalid'
  | 'not_asked'
  | 'undetermined';

export const missingKinds: readonly MissingKind[] = [
  'dont_know',
  'not_applicable',
  'refused',
  'item_nonresponse',
  'invalid',
  'not_asked',
  'undetermined',
];

/**
 * A value is known, or missing with a kind. A known value is a boolean (yes/no), a finite number, or a string: a text, an
 * ISO date, or the id of a category.
 */
export type Value = KnownValue | MissingValue;

export interface KnownValue {
  readonly known: true;
  readonly value: boolean | number | string;
}

export interface MissingValue {
  readonly known: false;
  readonly kind: MissingKind;
}

export const yes: KnownValue = { known: true, value: true };
export const no: KnownValue = { known: true, value: false };

export function known(value: number | string | boolean): KnownValue {
  return typeof value === 'boolean' ? (value ? yes : no) : { known: true, value };
}

const missingValues = Object.fromEntries(missingKinds.map((kind) => [kind, { known: false, kind }])) as unknown as Readonly<
  Record<MissingKind, MissingValue>
>;

export function missing(kind: MissingKind): MissingValue {
  return missingValues[kind];
}

/**
 * The level of a base. `asked`: all but `not_asked`. `answered`: asked, less `item_nonresponse`, `refused`, `invalid` and
 * `undetermined`. `substantive`: answered, less `dont_know` and `not_applicable`.
 */
export type BaseLevel = 'asked' | 'answered' | 'substantive';

/** Whether a value counts in a base of this level. */
export function isInBase(value: Value, level: BaseLevel): boolean {
  if (value.known) return true;
  switch (value.kind) {
    case 'not_asked':
      return false;
    case 'dont_know':
    case 'not_applicable':
      return level !== 'substantive';
    default:
      return level === 'asked';
  }
}

/** What items without a known answer count as. See the design of `unknown` in the language reference. */
export interface UnknownRule {
  readonly rule: 'as_no' | 'determinable' | 'complete' | 'prorate' | 'min_valid';
  /** The least number of known items, for `min_valid` and beside any other rule. */
  readonly minValid?: number;
  /** Kinds treated before the rule: a don't know, or an item that was not asked, counts as no. */
  readonly dontKnow?: 'as_no';
  readonly notAsked?: 'as_no';
}
