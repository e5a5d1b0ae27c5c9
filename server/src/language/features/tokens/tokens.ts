import type { Codebook, Use } from '../../model/codebook';
import { usesIn } from '../../model/uses';
import type { Entry, PlacedEntry } from '../../syntax/entry';
import { lineAt, lineStarts } from '../../text/lines';
import { remembered, rememberedByText } from '../../text/remember';
import type { Span } from '../../text/span';
import { codebookOf, type Snapshot } from '../../workspace';
import { entriesIn } from '../entries-in';
import { expressionTokens } from './expression';
import { type Known, knownAs, nameToken } from './names';
import type { PlacedToken, SemanticToken } from './types';

/** What the words of an entry stand for, in the order of its text and in its offsets. The same object while nothing of it changes. */
export interface EntryTokens extends PlacedEntry {
  readonly tokens: readonly PlacedToken[];
}

/** The tokens of a file by entry. A name that stands for nothing has none. */
export function tokensOf(snapshot: Snapshot, file: string): readonly EntryTokens[] {
  return withTokens(snapshot, file, snapshot.files.get(file)?.entries ?? []);
}

/** The same for the entries that a span touches. Costs as much as there are such entries. */
export function tokensIn(snapshot: Snapshot, file: string, span: Span): readonly EntryTokens[] {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? [] : withTokens(snapshot, file, entriesIn(syntax, span));
}

function withTokens(snapshot: Snapshot, file: string, entries: readonly PlacedEntry[]): readonly EntryTokens[] {
  const codebook = codebookOf(snapshot, file);
  if (codebook === undefined) return [];
  return entries.map(({ entry, start }) => ({ entry, start, tokens: tokensFor(codebook, entry) }));
}

/** Whether its names are known is asked each time; only where an answer is new are an entry's tokens put together again. */
function tokensFor(codebook: Codebook, entry: Entry): readonly PlacedToken[] {
  const uses = usesIn(codebook, entry);
  if (uses.length === 0) return namelessTokens(entry);
  return tokensBy(uses)(uses.map((use) => knownAs(codebook, use)).join(''));
}

const namelessTokens = remembered((entry: Entry) => inOrder(entry.text, expressionTokens(entry)));

const tokensBy = remembered((uses: readonly Use[]) =>
  rememberedByText((known: string) => {
    const entry = uses[0]?.place.entry;
    const names = uses.flatMap((use, at) => nameToken(use, known.charAt(at) as Known));
    return entry === undefined ? [] : inOrder(entry.text, [...names, ...expressionTokens(entry)]);
  }),
);

/** Of two at one place the name counts: it comes first, as sorting keeps the order. */
function inOrder(text: string, all: readonly SemanticToken[]): readonly PlacedToken[] {
  const starts = lineStarts(text);
  const tokens: PlacedToken[] = [];
  let end = 0;
  for (const token of [...all].sort((a, b) => a.span.start - b.span.start)) {
    if (token.span.start < end) continue;
    const line = lineAt(starts, token.span.start);
    tokens.push({ ...token, line, character: token.span.start - (starts[line] ?? 0) });
    end = token.span.end;
  }
  return tokens;
}
