import {
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  type SelectionRange,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type Fold, foldsOf, selectionsAt } from '../language';
import { type Coordinates, coordinatesOf, toOffset, toRange } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

export const structureCapabilities = {
  foldingRangeProvider: true,
  selectionRangeProvider: true,
} satisfies ServerCapabilities;

export function serveStructure(session: Session): void {
  const { connection } = session;
  connection.onFoldingRanges(guarded(session, 'folding', [], ({ textDocument }) => folding(session, textDocument.uri)));
  connection.onSelectionRanges(
    guarded(session, 'selection', [], ({ textDocument, positions }) => {
      const file = nameOfUri(textDocument.uri);
      return positions.map((position) => selection(session, file, position));
    }),
  );
}

function folding(session: Session, uri: string): FoldingRange[] {
  const snapshot = session.snapshot();
  const file = nameOfUri(uri);
  const coordinates = coordinatesOf(snapshot, file);
  const { wholeLinesFold, foldLimit } = session.setup().abilities;
  const folds = outermost(foldsOf(snapshot, file), foldLimit);
  const ranges = folds.map((fold) => toFold(coordinates, fold, wholeLinesFold));
  // On one line only one can be folded; the outermost comes first.
  return wholeLinesFold ? ranges.filter(({ startLine }, at) => startLine !== ranges[at - 1]?.startLine) : ranges;
}

/** As many as the client takes, in the order of the text: sections go before entries, and these before their parts. */
function outermost(folds: readonly Fold[], limit: number | undefined): readonly Fold[] {
  if (limit === undefined || folds.length <= limit) return folds;
  const kept = new Set([...folds].sort((a, b) => a.level - b.level).slice(0, limit));
  return folds.filter((fold) => kept.has(fold));
}

function toFold(coordinates: Coordinates, { kind, span }: Fold, wholeLines: boolean): FoldingRange {
  const { start, end } = toRange(coordinates, span);
  const lines = { startLine: start.line, endLine: end.line, ...(kind === 'block' ? {} : { kind: kinds[kind] }) };
  return wholeLines ? lines : { ...lines, startCharacter: start.character, endCharacter: end.character };
}

const kinds: Readonly<Record<Exclude<Fold['kind'], 'block'>, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
  region: FoldingRangeKind.Region,
};

/** The smallest, which knows the one around it. Each position that is asked for has an answer. */
function selection(session: Session, file: string, position: Position): SelectionRange {
  const snapshot = session.snapshot();
  const coordinates = coordinatesOf(snapshot, file);
  const spans = selectionsAt(snapshot, file, toOffset(coordinates, position));
  const around = spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(coordinates, span), ...(parent === undefined ? {} : { parent }) }),
    undefined,
  );
  return around ?? { range: { start: position, end: position } };
}
