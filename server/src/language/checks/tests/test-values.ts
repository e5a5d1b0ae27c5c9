import { isDate } from '../../expression/dates';
import type { MissingKind, Value } from '../../expression/value';
import { known, missing, missingKinds } from '../../expression/value';
import type { Codebook, Variable } from '../../model/codebook';
import type { TestValue } from '../../model/declarations';

/** What a value of a test means: an answer, any missing answer, or nothing its variable can be. */
export type Meaning =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'any_missing' }
  | { readonly kind: 'impossible'; readonly expected: string; readonly found: string }
  /** Names that nothing declares, and definitions that are broken, are problems of their own. */
  | { readonly kind: 'unknown' };

const unknown: Meaning = { kind: 'unknown' };

export function meaningOf(codebook: Codebook, { variable: { text: name }, item, value }: TestValue): Meaning {
  const variable = codebook.variables.get(name);
  if (variable?.type === undefined) return unknown;
  if (variable.type.kind === 'vector' && item === undefined) {
    const expected = 'A battery has an answer for each item: `{item: answer}`.';
    return { kind: 'impossible', expected, found: `\`${value.text}\` is given to \`${name}\` as a whole` };
  }
  if (item !== undefined && !variable.items.some(({ id }) => id === item.text)) return unknown;
  const scalar = variable.type.kind === 'vector' ? variable.type.of : variable.type;
  return answerOf(variable, scalar.kind, value.text) ?? missingOf(variable, value.text) ?? impossible(scalar.kind, value.text);
}

type ScalarKind = 'yes_no' | 'number' | 'text' | 'date' | 'category';

function answerOf(variable: Variable, kind: ScalarKind, text: string): Meaning | undefined {
  switch (kind) {
    case 'yes_no':
      return text === 'yes' || text === 'no' ? { kind: 'value', value: known(text === 'yes') } : undefined;
    case 'category':
      return variable.scale?.categories.some(({ id }) => id === text) ? { kind: 'value', value: known(text) } : undefined;
    case 'number':
      return numberOf(variable, text);
    case 'date':
      return isDate(text) ? { kind: 'value', value: known(text) } : undefined;
    case 'text':
      return text === 'missing' || missingKindNamed(text) !== undefined ? undefined : { kind: 'value', value: known(text) };
  }
}

function numberOf({ name, declaration }: Variable, text: string): Meaning | undefined {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, text: range } = declaration.range ?? {};
  if (number >= low && number <= high) return { kind: 'value', value: known(number) };
  const expected = 'An answer must lie in the range of its question.';
  return { kind: 'impossible', expected, found: `\`${text}\` is outside \`${range ?? ''}\` of \`${name}\`` };
}

/** The id of a missing answer of the scale, a kind, or `missing` for any of them. */
function missingOf({ scale }: Variable, text: string): Meaning | undefined {
  if (text === 'missing') return { kind: 'any_missing' };
  const kind = scale?.missing.find(({ id }) => id === text)?.kind ?? missingKindNamed(text);
  return kind === undefined ? undefined : { kind: 'value', value: missing(kind) };
}

function missingKindNamed(text: string): MissingKind | undefined {
  return missingKinds.find((kind) => kind === text);
}

/** A category that the scale does not have is found with all other names. */
function impossible(kind: ScalarKind, text: string): Meaning {
  if (kind !== 'number' && kind !== 'date') return unknown;
  const expected =
    kind === 'number' ? 'A number question is answered by a number.' : 'A date is written year, month, day: `2020-12-31`.';
  return { kind: 'impossible', expected, found: `\`${text}\` is not a ${kind}` };
}
