/**
 * A piece of a statement and the columns it reads. Pieces are put together by `sql` from other pieces and whole numbers alone:
 * a name or a text of a codebook becomes a piece only through a dialect, which quotes it.
 */
export interface Fragment {
  readonly text: string;
  readonly reads: readonly DefinedColumn[];
}

/** A column that a layer of the statement computes once for each row. */
export interface DefinedColumn {
  readonly name: string;
  readonly definition: Fragment;
  /** The least layer above all that it reads; 0 reads the table itself. */
  readonly layer: number;
}

export function sql(parts: TemplateStringsArray, ...pieces: readonly (Fragment | number)[]): Fragment {
  let text = parts[0] ?? '';
  const reads = new Set<DefinedColumn>();
  for (const [at, piece] of pieces.entries()) {
    text += typeof piece === 'number' ? wholeNumber(piece) : piece.text;
    if (typeof piece !== 'number') for (const column of piece.reads) reads.add(column);
    text += parts[at + 1] ?? '';
  }
  return { text, reads: [...reads] };
}

/** Pieces one after the other, with a separator of SQL between them. */
export function joined(pieces: readonly Fragment[], separator: Fragment): Fragment {
  return pieces.slice(1).reduce((before, piece) => sql`${before}${separator}${piece}`, pieces[0] ?? nothing);
}

export const comma: Fragment = sql`, `;
const nothing: Fragment = sql``;

export function listed(pieces: readonly Fragment[]): Fragment {
  return joined(pieces, comma);
}

/** A text that is SQL already: only for what a dialect has quoted, and for words of SQL. */
export function raw(text: string): Fragment {
  return { text, reads: [] };
}

/** Whether any holds; of none, nothing does. */
export function anyOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? never : sql`(${joined(conditions, sql` OR `)})`;
}

export function allOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? always : sql`(${joined(conditions, sql` AND `)})`;
}

export const always: Fragment = sql`1 = 1`;
export const never: Fragment = sql`1 = 0`;

export interface Branch {
  readonly when: Fragment;
  readonly result: Fragment;
}

/** The first branch that holds. NULL stands in columns of whole numbers alone, where no comparison but `IS NULL` holds of it. */
export function cases(branches: readonly Branch[], otherwise: Fragment): Fragment {
  const possible = branches.filter(({ when }) => when !== never);
  if (possible.length === 0) return otherwise;
  const arms = possible.map(({ when, result }) => sql` WHEN ${when} THEN ${result}`);
  return sql`CASE${joined(arms, nothing)} ELSE ${otherwise} END`;
}

/**
 * The result of the first key a value equals. With an ELSE that is a column the form with a value is not used: ClickHouse gives
 * it the type of the keys' results.
 */
export function lookedUp(
  value: Fragment,
  keys: readonly { readonly key: Fragment; readonly result: Fragment }[],
  otherwise: Fragment,
): Fragment {
  if (keys.length === 0) return otherwise;
  if (otherwise.reads.length > 0)
    return cases(
      keys.map(({ key, result }) => ({ when: sql`${value} = ${key}`, result })),
      otherwise,
    );
  const arms = keys.map(({ key, result }) => sql` WHEN ${key} THEN ${result}`);
  return sql`CASE ${value}${joined(arms, nothing)} ELSE ${otherwise} END`;
}

/** Whether a value is one of some whole numbers. */
export function isIn(value: Fragment, numbers: readonly number[]): Fragment {
  if (numbers.length === 0) return never;
  if (numbers.length === 1) return sql`${value} = ${numbers[0] ?? 0}`;
  return sql`${value} IN (${listed(numbers.map((one) => sql`${one}`))})`;
}

/** Whole numbers only: others have a form of their own in each dialect. */
function wholeNumber(value: number): string {
  return String(Math.trunc(value));
}
