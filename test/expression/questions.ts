import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CheckedExpression,
  checkExpression,
  type Expected,
  known,
  type Labels,
  type MissingCategory,
  type MissingKind,
  missing,
  parseExpression,
  type ResponseScale,
  type Row,
  type ScalarType,
  type Scope,
  type ScopedVariable,
  type Value,
} from '../../server/src/language/expression';

/** The questions that fixtures and truth tables speak of, read from the same JSON that other languages' ports read. */
export const derived: Scope = scopeWith({ allowsAggregates: true, allowsVector: false });
export const routing: Scope = scopeWith({ allowsAggregates: false, allowsVector: false });
export const indicator: Scope = scopeWith({ allowsAggregates: false, allowsVector: true });

export function check(text: string, scope: Scope = derived, expected: Expected = 'any'): CheckedExpression {
  return checkExpression(parseExpression(text).tree, scope, expected);
}

export function readData<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'data', `${name}.json`), 'utf8')) as T;
}

/** A value as the truth tables write it. */
export type PlainValue = boolean | number | string | { readonly missing: MissingKind };

export type PlainRow = Readonly<Record<string, PlainValue | Readonly<Record<string, PlainValue>>>>;

export function asValue(plain: PlainValue): Value {
  return typeof plain === 'object' ? missing(plain.missing) : known(plain);
}

export function asRow(plain: PlainRow): Row {
  return (variable, item) => {
    const given = plain[variable];
    if (given === undefined) return missing('item_nonresponse');
    if (typeof given !== 'object' || isMissing(given)) return asValue(given);
    const ofItem = item === undefined ? undefined : given[item];
    return ofItem === undefined ? missing('item_nonresponse') : asValue(ofItem);
  };
}

function isMissing(given: object): given is { readonly missing: MissingKind } {
  return 'missing' in given;
}

interface PlainVariable {
  readonly type: ScalarType['kind'];
  readonly scale?: string;
  readonly labels: Labels;
  readonly items?: Readonly<Record<string, Labels>>;
  readonly reversed?: readonly string[];
  readonly missing?: readonly MissingCategory[];
}

interface PlainScope {
  readonly scales: Readonly<Record<string, Omit<ResponseScale, 'id'>>>;
  readonly variables: Readonly<Record<string, PlainVariable>>;
}

function scopeWith(allows: Pick<Scope, 'allowsAggregates' | 'allowsVector'>): Scope {
  const { scales, variables } = readData<PlainScope>('expression-scope');
  const byId = new Map(Object.entries(scales).map(([id, scale]) => [id, { ...scale, id }] as const));
  const all = new Map(Object.entries(variables).map(([name, plain]) => [name, asVariable(name, plain, byId)] as const));
  return {
    ...allows,
    variable: (name) => all.get(name),
    nameLists: () => [[...all.keys()]],
    withCategory: (id) => [...all.values()].flatMap((one) => (hasCategory(one, id) ? [one.name] : [])),
  };
}

function asVariable(name: string, plain: PlainVariable, scales: ReadonlyMap<string, ResponseScale>): ScopedVariable {
  const scale = scales.get(plain.scale ?? '');
  const of: ScalarType = plain.type === 'category' && scale ? { kind: 'category', scale } : { kind: plain.type as 'number' };
  const answers = plain.missing ?? scale?.missing ?? [];
  return {
    name,
    type: plain.items === undefined ? of : { kind: 'vector', of, items: Object.keys(plain.items) },
    labels: plain.labels,
    itemLabels: plain.items ?? {},
    reversed: new Set(plain.reversed),
    missingCodes: answers.flatMap(({ code }) => (code === undefined ? [] : [code])),
    missing: answers,
  };
}

function hasCategory({ type }: ScopedVariable, id: string): boolean {
  return type.kind === 'category' && [...type.scale.categories, ...type.scale.groups].some((one) => one.id === id);
}
