import type { Codebook } from '../../model/codebook';
import type { PlacedEntry } from '../../syntax/entry';
import { type Span, shift } from '../../text/span';
import { codebookOf, type Snapshot } from '../../workspace';
import { entriesIn } from '../entries-in';
import { expressionTokens } from './expression';
import { nameTokens } from './names';
import type { SemanticToken } from './types';

/** What the words of a file stand for, in the order of the text. A name that stands for nothing has no token. */
export function tokensOf(snapshot: Snapshot, file: string): readonly SemanticToken[] {
  const codebook = codebookOf(snapshot, file);
  if (codebook === undefined) return [];
  return (snapshot.files.get(file)?.entries ?? []).flatMap((placed) => placedTokens(codebook, placed));
}

/** The same for the entries that a span touches. Costs as much as there are such entries. */
export function tokensIn(snapshot: Snapshot, file: string, span: Span): readonly SemanticToken[] {
  const codebook = codebookOf(snapshot, file);
  const syntax = snapshot.files.get(file);
  if (codebook === undefined || syntax === undefined) return [];
  return entriesIn(syntax, span).flatMap((placed) => placedTokens(codebook, placed));
}

function placedTokens(codebook: Codebook, { entry, start }: PlacedEntry): readonly SemanticToken[] {
  const inOrder = [...nameTokens(codebook, entry), ...expressionTokens(entry)].sort((a, b) => a.span.start - b.span.start);
  const tokens: SemanticToken[] = [];
  let end = 0;
  // Of two at one place the name counts: it comes first, as sorting keeps the order.
  for (const token of inOrder) {
    if (token.span.start < end) continue;
    tokens.push({ ...token, span: shift(token.span, start) });
    end = token.span.end;
  }
  return tokens;
}
