import type { SchemaObject } from './json-schema';

/** A text in the two languages the product speaks. */
export interface Described {
  readonly en: string;
  readonly sv: string;
}

/** What the schema says of one place in a codebook: what may be written there and what it means. */
export interface SchemaPlace {
  /** Of the key that leads here; absent for list items and the like. */
  readonly description?: Described;
  /** The formal class (DDI, GSIM, SDMX, SCB) and the Swedish term of the trade. */
  readonly term?: string;
  readonly termSv?: string;
  /** What it is, in a sentence: "a question". */
  readonly title?: string;
  /** Forms a value may take here, the most usual first. */
  readonly forms: readonly ('map' | 'list' | 'scalar')[];
  /** What a scalar is, in a sentence: "a whole number". `anything` for a free text. */
  readonly scalar?: string;
  /** All values that are allowed, where they can be listed. */
  readonly values?: readonly SchemaValue[];
  /** The keys of a map, in the order they are best written. */
  readonly keys: readonly SchemaKey[];
  /** Kinds of this entry that differ in their keys (single, battery, …). */
  readonly kinds: readonly SchemaKind[];
  /** Sets of keys of which one must be there. */
  readonly oneOf: readonly string[];
  /** The map's own keys are ids declared here, of this kind of thing. */
  readonly membersDeclare?: string;
  /** The map's own keys name something declared elsewhere: `language`, `variable`, `item`, `cell`. */
  readonly membersReferTo?: string;
  readonly role?: 'declares' | 'refersTo' | 'expression';
  /** What kind of name it declares or refers to. */
  readonly kind?: string;
  readonly expects?: 'condition' | 'number' | 'any';
  readonly aggregates?: boolean;
  /** A top-level key that holds entries. */
  readonly section?: boolean;
  /** A key of published numbers. */
  readonly statistic?: boolean;
}

export interface SchemaValue {
  readonly value: string;
  readonly description?: Described;
}

export interface SchemaKey {
  readonly key: string;
  /** Required in every kind of the entry. */
  readonly required: boolean;
  /** The kinds of the entry that may have it; absent where all may. */
  readonly onlyIn?: readonly string[];
  readonly requiredIn: readonly string[];
  readonly place: SchemaPlace;
}

/** One kind of an entry, or several that have the same keys. */
export interface SchemaKind {
  readonly names: readonly string[];
  /** In a sentence: "a battery". */
  readonly title: string;
  /** When an entry is of this kind: a condition on its keys. */
  readonly condition: SchemaObject;
}

/** As generated: places refer to each other by number, the first is the top of a file. */
export interface IndexedPlace extends Omit<SchemaPlace, 'keys'> {
  readonly keys: readonly IndexedKey[];
  readonly members?: number;
  readonly items?: number;
}

export interface IndexedKey extends Omit<SchemaKey, 'place'> {
  readonly place: number;
}
