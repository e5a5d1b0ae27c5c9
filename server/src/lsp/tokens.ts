import type { SemanticTokens, SemanticTokensDelta, ServerCapabilities } from 'vscode-languageserver';
import { type EntryTokens, positionAt, tokenKinds, tokenModifiers, tokensIn, tokensOf } from '../language';
import { type Coordinates, coordinatesOf, toSpan } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

export const tokenCapabilities = {
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenKinds], tokenModifiers: [...tokenModifiers] },
    full: { delta: true },
    range: true,
  },
} satisfies ServerCapabilities;

/** What the client was told last of each open document, by its name: the next answer may say only what is new. */
interface Told {
  readonly last: Map<string, SemanticTokens>;
  /** Answers so far: no two have the same id, whatever was closed between them. */
  count: number;
}

export function serveTokens(session: Session): void {
  const { semanticTokens } = session.connection.languages;
  const told: Told = { last: new Map(), count: 0 };
  semanticTokens.on(guarded(session, 'tokens', { data: [] }, ({ textDocument }) => full(session, told, textDocument.uri)));
  semanticTokens.onDelta(
    guarded(session, 'tokens', { data: [] }, ({ textDocument, previousResultId }) =>
      delta(session, told, textDocument.uri, previousResultId),
    ),
  );
  semanticTokens.onRange(
    guarded(session, 'tokens', { data: [] }, ({ textDocument, range }) => {
      const { snapshot, file, coordinates } = document(session, textDocument.uri);
      return { data: encoded(coordinates, tokensIn(snapshot, file, toSpan(coordinates, range))) };
    }),
  );
}

function full(session: Session, told: Told, uri: string): SemanticTokens {
  const { snapshot, file, coordinates } = document(session, uri);
  const data = encoded(coordinates, tokensOf(snapshot, file));
  for (const known of told.last.keys()) if (!session.open.has(known)) told.last.delete(known);
  if (!session.open.has(file)) return { data };
  told.count += 1;
  const resultId = String(told.count);
  told.last.set(file, { resultId, data });
  return { resultId, data };
}

function delta(session: Session, told: Told, uri: string, previous: string): SemanticTokens | SemanticTokensDelta {
  const before = told.last.get(nameOfUri(uri));
  const now = full(session, told, uri);
  if (before?.resultId !== previous || now.resultId === undefined) return now;
  return { resultId: now.resultId, edits: changed(before.data, now.data) };
}

/** One edit that leaves what is the same at both ends. */
function changed(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Five numbers for each token: lines below the one before, columns behind it on one line, length, kind and modifiers. */
function encoded({ syntax }: Coordinates, entries: readonly EntryTokens[]): number[] {
  const data: number[] = [];
  let first = positionAt(syntax, entries[0]?.start ?? 0).line;
  let [line, character] = [0, 0];
  for (const { entry, tokens } of entries) {
    for (const token of tokens) {
      const lines = first + token.line - line;
      const bits = token.modifiers.reduce((set, modifier) => set | (1 << tokenModifiers.indexOf(modifier)), 0);
      data.push(lines, lines === 0 ? token.character - character : token.character);
      data.push(token.span.end - token.span.start, tokenKinds.indexOf(token.kind), bits);
      line += lines;
      character = token.character;
    }
    first += entry.lineEnds;
  }
  return data;
}

function document(session: Session, uri: string) {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return { snapshot, file, coordinates: coordinatesOf(snapshot, file) };
}
