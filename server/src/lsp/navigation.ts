import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type ServerCapabilities,
  type SymbolInformation,
} from 'vscode-languageserver';
import { highlightsAt, linksIn, workspaceSymbols } from '../language';
import { symbolKinds } from './convert-outline';
import { coordinatesOf, toLocation, toOffset, toRange, toUri } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

export const navigationCapabilities = {
  documentHighlightProvider: true,
  workspaceSymbolProvider: true,
  documentLinkProvider: { resolveProvider: false },
} as const satisfies ServerCapabilities;

/** Where a name stands in the document, what the workspace declares, and what a document leads to. */
export function serveNavigation(session: Session): void {
  const { connection } = session;
  connection.onDocumentHighlight(
    guarded(session, 'highlight', [], ({ textDocument, position }): DocumentHighlight[] => {
      const file = nameOfUri(textDocument.uri);
      const coordinates = coordinatesOf(session.snapshot(), file);
      return highlightsAt(session.snapshot(), file, toOffset(coordinates, position)).map(({ span, declares }) => ({
        range: toRange(coordinates, span),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onWorkspaceSymbol(
    guarded(session, 'symbols', [], ({ query }): SymbolInformation[] =>
      workspaceSymbols(session.snapshot(), query).map(({ name, kind, container, file, span }) => ({
        name,
        kind: symbolKinds[kind],
        location: toLocation(session, file, span),
        containerName: container,
      })),
    ),
  );
  connection.onDocumentLinks(
    guarded(session, 'links', [], ({ textDocument }): DocumentLink[] => {
      const file = nameOfUri(textDocument.uri);
      const coordinates = coordinatesOf(session.snapshot(), file);
      const { language } = session.setup().environment;
      return linksIn(session.snapshot(), file, language).map(({ span, target, tooltip }) => ({
        range: toRange(coordinates, span),
        target: toUri(session, target),
        tooltip,
      }));
    }),
  );
}
