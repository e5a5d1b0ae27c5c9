import { type DefinitionLink, type Location, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import { definitionAt, hoverAt, outlineOf, referencesAt } from '../language';
import { flatSymbols, toSymbol } from './convert-outline';
import { coordinatesOf, toLocation, toOffset, toRange } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** What editors ask about a place in a document, answered by the language and turned into the protocol's terms. */
export function serveRequests(session: Session): void {
  const { connection } = session;
  connection.onHover(guarded(session, 'hover', null, (params) => hover(session, params)));
  connection.onDefinition(guarded(session, 'definition', [], (params) => definition(session, params)));
  connection.onReferences(
    guarded(session, 'references', [], (params) => {
      const { snapshot, file, offset } = at(session, params);
      const found = referencesAt(snapshot, file, offset, params.context.includeDeclaration);
      return found.map((place) => toLocation(session, place.file, place.span));
    }),
  );
  connection.onDocumentSymbol(
    guarded(session, 'outline', [], ({ textDocument }) => {
      const { snapshot, file, coordinates } = document(session, textDocument.uri);
      const symbols = outlineOf(snapshot, file).map((node) => toSymbol(coordinates, node));
      return session.setup().abilities.nestedSymbols ? symbols : [...flatSymbols(textDocument.uri, symbols)];
    }),
  );
}

function hover(session: Session, params: TextDocumentPositionParams) {
  const { snapshot, file, offset, coordinates } = at(session, params);
  const found = hoverAt(snapshot, file, offset, session.setup().environment.language);
  if (found === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(coordinates, found.span) };
}

function definition(session: Session, params: TextDocumentPositionParams): Location[] | DefinitionLink[] {
  const { snapshot, file, offset, coordinates } = at(session, params);
  const found = definitionAt(snapshot, file, offset);
  if (found === undefined) return [];
  const locations = found.targets.map((target) => toLocation(session, target.file, target.span));
  if (!session.setup().abilities.definitionLinks) return locations;
  const originSelectionRange = toRange(coordinates, found.origin);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function document(session: Session, uri: string) {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return { snapshot, file, coordinates: coordinatesOf(snapshot, file) };
}

function at(session: Session, { textDocument, position }: TextDocumentPositionParams) {
  const found = document(session, textDocument.uri);
  return { ...found, offset: toOffset(found.coordinates, position) };
}
