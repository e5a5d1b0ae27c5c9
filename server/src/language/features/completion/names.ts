import type { Labels } from '../../expression/types';
import type { Codebook, Variable } from '../../model/codebook';
import { labelsOf } from '../../model/labels';
import { schemaAt } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import { quoteText } from '../../syntax';
import { labelFor, opening, writeScalar, writeSource } from './edit';
import { relativePath } from './paths';
import type { Completion, CompletionKind, CompletionPlace } from './types';

/** A name that may stand at the cursor. */
interface Candidate {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly labels: Labels;
}

/** The names that a key may refer to, with their labels; in a new list, within its brackets. */
export function completeNames(place: CompletionPlace, schema: SchemaPlace): readonly Completion[] {
  const { cursor } = place;
  const item = schemaAt([...cursor.path, 0]);
  const needsList = cursor.spot === 'new-value' && schema.role === undefined && item?.role === 'refersTo';
  const kind = needsList ? item.kind : schema.role === 'refersTo' ? schema.kind : undefined;
  if (kind === undefined) return [];
  return candidates(place, kind).map((candidate) =>
    kind === 'split' ? splitName(place, candidate) : name(place, candidate, needsList),
  );
}

function name(place: CompletionPlace, { id, kind, labels }: Candidate, inList: boolean): Completion {
  const common = { label: id, kind, detail: labelFor(place, labels, id), documentation: '', filter: id };
  if (!inList) return { ...common, edit: writeScalar(place, id) };
  const { text, caret } = opening(`[${quoteText(id, { flow: true })}\0]`);
  const edit = writeSource(place, text);
  return { ...common, edit, caret: edit.newText.length - text.length + caret };
}

/** Behind the `*` of a crossing only the second variable is written. */
function splitName(place: CompletionPlace, candidate: Candidate): Completion {
  const { cursor, offset } = place;
  const written = cursor.scalar?.style === 'plain' ? cursor.scalar.text.slice(0, offset - cursor.replace.start) : '';
  const star = written.lastIndexOf('*');
  if (star < 0) return name(place, candidate, false);
  const before = written.slice(0, star + 1);
  const plain = name(place, candidate, false);
  return {
    ...plain,
    edit: { span: cursor.replace, newText: `${before} ${candidate.id}` },
    filter: `${before} ${candidate.id}`,
  };
}

/** Behind the `*` of a crossing and a blank, which YAML does not count to the text: the second variable. */
export function completeCrossing(place: CompletionPlace): readonly Completion[] | undefined {
  const { cursor, offset, snapshot, file } = place;
  const before = snapshot.files.get(file)?.text.slice(Math.max(0, offset - 200), offset) ?? '';
  const isBehindStar = /[a-z0-9_][ \t]*\*[ \t]+$/.test(before);
  if (cursor.spot !== 'none' || !isBehindStar) return undefined;
  const key = cursor.map?.pairs.filter((pair) => pair.span.start < offset - cursor.placed.start).at(-1)?.key.text;
  const paths = [cursor.path, [...cursor.path, key ?? '']];
  if (!paths.some((path) => schemaAt(path)?.kind === 'split')) return undefined;
  const span = { start: offset, end: offset };
  return candidates(place, 'split').map((candidate) => ({
    ...name(place, candidate, false),
    edit: { span, newText: candidate.id },
  }));
}

function candidates(place: CompletionPlace, kind: string): readonly Candidate[] {
  const { codebook, cursor } = place;
  switch (kind) {
    case 'stage':
      return [...codebook.stages.values()].map(({ id, label }) => labelled(codebook, id.text, 'stage', label));
    case 'scale':
      return [...codebook.scales.entries()].map(([id, { label }]) => labelled(codebook, id, 'scale', label));
    case 'frame':
      return [...codebook.frames.values()].map(({ id, label }) => labelled(codebook, id.text, 'frame', label));
    case 'indicator':
      return [...codebook.indicators.values()].map(({ id, label }) => labelled(codebook, id.text, 'indicator', label));
    case 'variable':
      return [...codebook.variables.values()].map(variable);
    case 'split':
      return [...codebook.variables.values()].filter(canSplit).map(variable);
    case 'item':
      return itemsOf(codebook.variables.get(String(cursor.path[1])));
    case 'category':
      return cursor.path[0] === 'tests' ? answers(place) : categories(place);
    case 'column':
      return columns(place);
    case 'file':
      return files(place);
    default:
      return [];
  }
}

function labelled(
  codebook: Codebook,
  id: string,
  kind: CompletionKind,
  label: Parameters<typeof labelsOf>[0][number],
): Candidate {
  return { id, kind, labels: labelsOf([label], codebook.languages) };
}

function variable({ name: id, labels }: Variable): Candidate {
  return { id, kind: 'variable', labels };
}

/** Groups are the categories of one question or derived variable. */
function canSplit({ type }: Variable): boolean {
  return type?.kind === 'category' || type?.kind === 'yes_no';
}

function itemsOf(battery: Variable | undefined): readonly Candidate[] {
  return (battery?.items ?? []).map(({ id, labels }) => ({ id, kind: 'item', labels }));
}

/** Of the merged variable in a merge; of the scale in its groups; of a derived variable in `otherwise`. */
function categories({ codebook, cursor }: CompletionPlace): readonly Candidate[] {
  const [section, id = '', part] = cursor.path.map(String);
  if (section === 'scales')
    return (codebook.scales.get(id)?.categories ?? []).map((one) => labelled(codebook, one.id.text, 'category', one.label));
  const derived = codebook.derived.get(id);
  const merged = part === 'categories' ? derived?.of?.text : undefined;
  const scale = codebook.variables.get(merged ?? id)?.scale;
  const named = merged === undefined ? (scale?.categories ?? []) : [...(scale?.categories ?? []), ...(scale?.groups ?? [])];
  return named.map((one) => ({ id: one.id, kind: 'category', labels: one.labels }));
}

/** Columns of the data that no question names yet come first. */
function columns({ snapshot, file, codebook }: CompletionPlace): readonly Candidate[] {
  const state = snapshot.data.get(file);
  if (state?.kind !== 'ready') return [];
  const named = new Set(
    [...codebook.variables.values()].flatMap((one) => [one.column, ...one.items.map((item) => item.column)]),
  );
  const all = [...state.table.columns.keys()];
  return [...all.filter((column) => !named.has(column)), ...all.filter((column) => named.has(column))].map((id) => ({
    id,
    kind: 'column',
    labels: {},
  }));
}

/** Codebooks are imported; which files hold data is not known here. */
function files({ snapshot, file, cursor }: CompletionPlace): readonly Candidate[] {
  if (cursor.path[0] !== 'import') return [];
  return [...snapshot.files.keys()].flatMap((other) => {
    const path = other === file ? undefined : relativePath(file, other);
    return path === undefined ? [] : [{ id: path, kind: 'file' as const, labels: {} }];
  });
}

/** The answers a test may give or expect of a variable or item, missing ones too. */
function answers({ codebook, cursor }: CompletionPlace): readonly Candidate[] {
  const [, , , variableId = '', item] = cursor.path.map(String);
  const of = codebook.variables.get(variableId);
  if (of === undefined || (of.items.length > 0 && item === undefined)) return [];
  const scale = of.scale ?? { categories: [], missing: [] };
  return [...scale.categories, ...scale.missing].map(({ id, labels }) => ({ id, kind: 'category', labels }));
}
