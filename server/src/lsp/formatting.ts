import type { TextEdit as LspEdit, ServerCapabilities } from 'vscode-languageserver';
import { formatFile, formatSpans } from '../language';
import { coordinatesOf, toEdit, toSpan } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** The size of tabs and the like are the language's own: two spaces, as YAML allows no tabs. */
export const formattingCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
} satisfies ServerCapabilities;

export function serveFormatting(session: Session): void {
  const { connection } = session;
  connection.onDocumentFormatting(
    guarded(session, 'formatting', [], ({ textDocument }): LspEdit[] => {
      const { snapshot, file, coordinates } = document(session, textDocument.uri);
      return formatFile(snapshot, file).map((edit) => toEdit(coordinates, edit));
    }),
  );
  connection.onDocumentRangeFormatting(
    guarded(session, 'formatting', [], ({ textDocument, range }) => formatRanges(session, textDocument.uri, [range])),
  );
  connection.onDocumentRangesFormatting(
    guarded(session, 'formatting', [], ({ textDocument, ranges }) => formatRanges(session, textDocument.uri, ranges)),
  );
}

function formatRanges(session: Session, uri: string, ranges: readonly LspEdit['range'][]): LspEdit[] {
  const { snapshot, file, coordinates } = document(session, uri);
  const spans = ranges.map((range) => toSpan(coordinates, range));
  return formatSpans(snapshot, file, spans).map((edit) => toEdit(coordinates, edit));
}

function document(session: Session, uri: string) {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return { snapshot, file, coordinates: coordinatesOf(snapshot, file) };
}
