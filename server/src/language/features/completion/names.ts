import { single } from '../../expression';
import type { Labels } from '../../expression/types';
import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import type { LocalizedText } from '../../model/declarations';
import { labelsOf } from '../../model/labels';
import { schemaAt } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import { childAt, type NodePath, quoteText } from '../../syntax';
import { columnPools } from './columns';
import { type DeclaredKind, declaredLabels } from './declared';
import { filterOf, labelFor, lineBefore, stop, template, writeScalar, writeTemplate } from './edit';
import { newScalePools } from './new-scale';
import { filePool } from './paths';
import { keysOf, type Pool } from './pools';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** Names that may stand at the cursor. */
export interface Names {
  readonly kind: CompletionKind;
  readonly ids: Iterable<string>;
  readonly fits?: (id: string) => boolean;
  readonly labelOf: (id: string) => string;
  readonly wordsOf?: (id: string) => string;
}

/** The names that a key or the items of its list may refer to, with their labels; in a new list, within its brackets. */
export function namePools(place: CompletionPlace, schema: SchemaPlace, path: NodePath): readonly Pool[] {
  if (schema.role === 'refersTo') return poolsFor(place, schema.kind);
  const list = typeof path.at(-1) === 'number' ? schemaAt(path.slice(0, -1)) : undefined;
  if (list?.role === 'refersTo') return poolsFor(place, list.kind);
  const item = schemaAt([...path, 0]);
  const needsList = schema.role === undefined && item?.role === 'refersTo';
  return needsList ? poolsFor(place, item.kind).map((pool) => inNewList(place, pool)) : [];
}

function poolsFor(place: CompletionPlace, kind: string | undefined): readonly Pool[] {
  switch (kind) {
    case undefined:
      return [];
    case 'scale':
      return [scalarPool(place, declared(place, 'scale', place.codebook.scales)), ...newScalePools(place)];
    case 'column':
      return columnPools(place);
    case 'file':
      return [filePool(place)];
    case 'split':
      return [splitPool(place)];
    default: {
      const names = namesOf(place, kind);
      return names === undefined ? [] : [scalarPool(place, names)];
    }
  }
}

/** Names written as they are; in a list, those that it does not have yet. */
function scalarPool(place: CompletionPlace, names: Names): Pool {
  const taken = listed(place);
  const { fits = () => true } = names;
  const complete = (id: string) => ({ ...named(names, id), edit: writeScalar(place, id) });
  return { ...names, fits: taken.size === 0 ? fits : (id) => !taken.has(id) && fits(id), complete };
}

/** What the list around the cursor names already. */
function listed({ cursor }: CompletionPlace): ReadonlySet<string> {
  const { entry } = cursor.placed;
  const within = cursor.path.slice(entry.role === 'member' ? 1 : 0, -1);
  const list = childAt(entry.root, within);
  if (list?.kind !== 'list' || typeof cursor.path.at(-1) !== 'number') return new Set();
  return new Set(list.items.flatMap((item) => (item.kind === 'scalar' && item !== cursor.scalar ? [item.text] : [])));
}

/** All of a completion but its edit. */
export function named({ kind, labelOf, wordsOf = labelOf }: Names, id: string): Omit<Completion, 'edit'> {
  return { label: id, kind, detail: labelOf(id), documentation: '', filter: filterOf(id, wordsOf(id)) };
}

function inNewList(place: CompletionPlace, pool: Pool): Pool {
  return {
    ...pool,
    complete: (id) => ({
      ...pool.complete(id),
      ...writeTemplate(place, template(`[${quoteText(id, { flow: true })}${stop()}]`)),
    }),
  };
}

/** Behind the `*` of a crossing only the second variable is written. */
function splitPool(place: CompletionPlace): Pool {
  const { cursor, offset } = place;
  const names = splitNames(place);
  const written = cursor.scalar?.style === 'plain' ? cursor.scalar.text.slice(0, offset - cursor.replace.start) : '';
  const star = written.lastIndexOf('*');
  if (star < 0) return scalarPool(place, names);
  const before = written.slice(0, star + 1);
  return {
    ...names,
    complete: (id) => {
      const plain = named(names, id);
      const edit = { span: cursor.replace, newText: `${before} ${id}` };
      return { ...plain, edit, filter: `${before} ${plain.filter}` };
    },
  };
}

/** What is typed of a name, behind the `*` of a crossing where there is one. */
export function typedName(text: string): string {
  return text.slice(text.lastIndexOf('*') + 1).trim();
}

/** Behind the `*` of a crossing and a blank, which YAML does not count to the text: the second variable. */
export function crossingPools(place: CompletionPlace): readonly Pool[] | undefined {
  const { cursor, offset } = place;
  if (cursor.spot !== 'none' || !/[a-z0-9_][ \t]*\*[ \t]+$/.test(lineBefore(place))) return undefined;
  const key = cursor.map?.pairs.filter((pair) => pair.span.start < offset - cursor.placed.start).at(-1)?.key.text;
  const paths = [cursor.path, [...cursor.path, key ?? '']];
  if (!paths.some((path) => schemaAt(path)?.kind === 'split')) return undefined;
  const names = splitNames(place);
  const span = { start: offset, end: offset };
  return [{ ...names, complete: (id) => ({ ...named(names, id), edit: { span, newText: id } }) }];
}

/** Groups are the categories of one question or derived variable. */
function splitNames(place: CompletionPlace): Names {
  return variableNames(place, isCategorical);
}

function isCategorical({ type }: Variable): boolean {
  return type?.kind === 'category' || type?.kind === 'yes_no';
}

/** Variables, in the order of asking. */
export function variableNames(place: CompletionPlace, fits: (variable: Variable) => boolean): Names {
  const { codebook, language } = place;
  return {
    kind: 'variable',
    ids: keysOf(codebook.variables),
    fits: (id) => {
      const variable = codebook.variables.get(id);
      return variable !== undefined && fits(variable);
    },
    labelOf: (id) => {
      const question = codebook.questions.get(id);
      const label = question?.label ?? question?.text ?? codebook.derived.get(id)?.label;
      return textOf(label, language);
    },
    wordsOf: declaredLabels(place, ['question', 'derived']),
  };
}

function namesOf(place: CompletionPlace, kind: string): Names | undefined {
  const { codebook, cursor } = place;
  const own = String(cursor.path[1]);
  switch (kind) {
    case 'stage':
      return declared(place, 'stage', codebook.stages);
    case 'frame':
      return declared(place, 'frame', codebook.frames, (id) => id !== own);
    case 'indicator':
      return declared(place, 'indicator', codebook.indicators);
    case 'variable':
      return variableNames(place, (variable) => variable.name !== own && isCategorical(variable));
    case 'item':
      return labelled(place, 'item', codebook.variables.get(own)?.items ?? []);
    case 'category':
      return cursor.path[0] === 'tests' ? undefined : labelled(place, 'category', categories(place));
    default:
      return undefined;
  }
}

function declared(
  place: CompletionPlace,
  kind: CompletionKind & DeclaredKind,
  declarations: ReadonlyMap<string, { readonly label?: LocalizedText | undefined }>,
  fits: (id: string) => boolean = () => true,
): Names {
  return {
    kind,
    ids: keysOf(declarations),
    fits,
    labelOf: (id) => textOf(declarations.get(id)?.label, place.language),
    wordsOf: declaredLabels(place, [kind]),
  };
}

/** A text in a language, else in another; told without making anything, as thousands may be asked for at a keystroke. */
export function textOf(label: LocalizedText | undefined, language: string): string {
  if (label === undefined) return '';
  const { byLanguage } = label;
  const exact = byLanguage[language] ?? byLanguage[''];
  return (exact ?? Object.values(byLanguage)[0])?.text ?? '';
}

/** What an answer or an item is called. */
export interface Labelled {
  readonly id: string;
  readonly labels: Labels;
}

export function labelled(place: CompletionPlace, kind: CompletionKind, all: readonly Labelled[]): Names {
  const byId = new Map(all.map((one) => [one.id, one.labels]));
  return { kind, ids: keysOf(byId), labelOf: (id) => labelFor(place, byId.get(id) ?? {}, id) };
}

/** Of the merged variable in a merge; of the scale in its groups; of a derived variable in `otherwise`; what is comparable in `compare`. */
function categories({ codebook, cursor }: CompletionPlace): readonly Labelled[] {
  const [section, id = '', part] = cursor.path.map(String);
  if (section === 'indicators') return comparedIn(codebook, id);
  if (section === 'scales')
    return (codebook.scales.get(id)?.categories ?? []).map((one) => ({
      id: one.id.text,
      labels: labelsOf([one.label], codebook.languages),
    }));
  const derived = codebook.derived.get(id);
  const merged = part === 'categories' ? derived?.of?.text : undefined;
  const scale = codebook.variables.get(merged ?? id)?.scale;
  return merged === undefined ? (scale?.categories ?? []) : [...(scale?.categories ?? []), ...(scale?.groups ?? [])];
}

/** The groups an indicator's tables are split by; of a distribution, what it shows as well. */
function comparedIn(codebook: Codebook, id: string): readonly Labelled[] {
  const indicator = codebook.indicators.get(id);
  const splits = indicator?.by ?? codebook.defaults?.by ?? [];
  const groups = splits.flatMap(({ variables }) =>
    variables.flatMap((name) => codebook.variables.get(name.text)?.scale?.categories ?? []),
  );
  if (indicator?.measure !== 'distribution' || indicator.of === undefined) return groups;
  const type = single(checkedExpression(codebook, indicator.of, 'indicator_of').checked.type);
  return type.kind === 'category' ? [...groups, ...type.scale.categories, ...type.scale.groups] : groups;
}
