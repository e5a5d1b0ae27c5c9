import type { AnyDeclaration, ItemDeclaration, LocalizedText, Name } from '../model/declarations';
import { listOf } from '../model/file-model';
import { readDeclarations } from '../model/read';
import type { Entry } from '../syntax/entry';
import { remembered } from '../text/remember';
import { type Span, shift } from '../text/span';
import { codebookFiles, type Snapshot } from '../workspace';
import type { OutlineNode } from './outline';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: OutlineNode['kind'];
  /** Its section, with its stage; of an item or answer, what it belongs to. */
  readonly container: string;
  readonly file: string;
  /** The name where it is declared. */
  readonly span: Span;
}

/**
 * What the codebooks of a workspace declare and a query may mean, the nearest first and at most `most`: the letters of the query
 * stand in this order in the id, or in the label of any language, whatever the capitals. An empty query means everything.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string, most = 200): readonly WorkspaceSymbol[] {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  const ranked: WorkspaceSymbol[][] = ranks.flatMap(() => [[], []]);
  for (const file of codebookFiles(snapshot)) {
    for (const { entry, start } of snapshot.files.get(file)?.entries ?? []) {
      for (const symbol of symbolsOf(entry)) {
        const bucket = ranked[rankOf(symbol.names, letters)];
        if (bucket !== undefined && bucket.length < most) bucket.push(placedIn(file, start, symbol));
      }
    }
  }
  return ranked.flat().slice(0, most);
}

function placedIn(file: string, start: number, { name, kind, container, span }: EntrySymbol): WorkspaceSymbol {
  return { name, kind, container, file, span: shift(span, start) };
}

/** How near a query is to a name: the same, its beginning, a part of it, its letters in their order. */
const ranks: readonly ((name: string, letters: string) => boolean)[] = [
  (name, letters) => name === letters,
  (name, letters) => name.startsWith(letters),
  (name, letters) => name.includes(letters),
  hasInOrder,
];

/** Of one rank the id comes before the labels; `-1` where nothing fits. */
function rankOf(names: readonly string[], letters: string): number {
  let best = -1;
  for (const [at, name] of names.entries()) {
    // What has not the letters in order has none of the others either, and that is nearly everything.
    if (!hasInOrder(name, letters)) continue;
    const rank = 2 * ranks.findIndex((fits) => fits(name, letters)) + (at === 0 ? 0 : 1);
    if (best < 0 || rank < best) best = rank;
  }
  return best;
}

function hasInOrder(name: string, letters: string): boolean {
  let at = 0;
  for (let next = 0; next < letters.length; next++) {
    at = name.indexOf(letters[next] ?? '', at) + 1;
    if (at === 0) return false;
  }
  return true;
}

interface EntrySymbol extends Omit<WorkspaceSymbol, 'file'> {
  /** The id, then the labels, in small letters and without spaces. */
  readonly names: readonly string[];
}

const symbolsOf = remembered((entry: Entry): readonly EntrySymbol[] =>
  readDeclarations(entry).declarations.flatMap(declaredSymbols),
);

function declaredSymbols(declaration: AnyDeclaration): readonly EntrySymbol[] {
  const { id, kind } = declaration;
  if (id === undefined) return [];
  const stage = 'stage' in declaration ? declaration.stage?.text : undefined;
  const section = listOf[kind];
  const container = stage === undefined ? section : `${section} · ${stage}`;
  const texts = [labelOf(declaration), declaration.kind === 'question' ? declaration.text : undefined];
  return [symbol(kind, id, texts, container), ...parts(declaration, id.text)];
}

function labelOf(declaration: AnyDeclaration): LocalizedText | undefined {
  return declaration.kind === 'test' ? undefined : declaration.label;
}

type Part = Pick<ItemDeclaration, 'id' | 'label'>;

function parts(declaration: AnyDeclaration, owner: string): readonly EntrySymbol[] {
  const all = (kind: OutlineNode['kind'], some: readonly Part[]) =>
    some.map(({ id, label }) => symbol(kind, id, [label], owner));
  switch (declaration.kind) {
    case 'scale':
      return [
        ...all('category', declaration.categories),
        ...all('missing', declaration.missing),
        ...all('group', declaration.groups),
      ];
    case 'question': {
      const { scale, items, missing } = declaration;
      const own = scale !== undefined && 'kind' in scale ? parts(scale, owner) : [];
      return [...all('item', items), ...own, ...all('missing', missing)];
    }
    case 'derived':
      return [...all('category', declaration.categories), ...all('group', declaration.groups)];
    case 'stage':
    case 'frame':
    case 'indicator':
    case 'figure':
    case 'test':
      return [];
  }
}

function symbol(
  kind: OutlineNode['kind'],
  { text, place }: Name,
  texts: readonly (LocalizedText | undefined)[],
  container: string,
): EntrySymbol {
  const labels = texts.flatMap((one) => Object.values(one?.byLanguage ?? {}).map((label) => label.text));
  const names = [text, ...labels].map((name) => name.toLowerCase().replace(/\s+/g, ''));
  return { name: text, kind, container, span: place.span, names };
}
