import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type DefinitionLink,
  type Location,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { definitionAt, fixesAt, hoverAt, outlineOf, referencesAt, safeFixes } from '../language';
import { flatSymbols, toSymbol } from './convert-outline';
import { toDiagnostic } from './convert-problem';
import { coordinatesOf, toLocation, toOffset, toRange, toSpan, toWorkspaceEdit } from './convert-text';
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
  connection.onCodeAction(guarded(session, 'fixes', [], (params) => fixes(session, params)));
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

function fixes(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const { snapshot, file, coordinates } = document(session, textDocument.uri);
  const { severities } = session.setup().settings;
  const wants = (kind: string) => context.only === undefined || context.only.some((one) => kind.startsWith(one));
  const quick = wants(CodeActionKind.QuickFix) ? fixesAt(snapshot, file, toSpan(coordinates, range), severities) : [];
  const actions = quick.map(
    ({ problem, fix }): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: fix.safe,
      diagnostics: [toDiagnostic(session, coordinates, problem)],
      edit: toWorkspaceEdit(session, fix.edits),
    }),
  );
  const isAsked = context.only?.some((kind) => fixAll.startsWith(kind)) === true;
  const safe = isAsked ? safeFixes(snapshot, file, severities) : [];
  if (safe.length === 0) return actions;
  const title =
    session.setup().environment.language === 'sv' ? 'Rätta allt som kan rättas säkert' : 'Fix all that is safe to fix';
  return [...actions, { title, kind: fixAll, edit: toWorkspaceEdit(session, [{ file, edits: safe }]) }];
}

/** Only when it is asked for: on save, or from the command line of the editor. */
export const fixAll = `${CodeActionKind.SourceFixAll}.codebook`;

function document(session: Session, uri: string) {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return { snapshot, file, coordinates: coordinatesOf(snapshot, file) };
}

function at(session: Session, { textDocument, position }: TextDocumentPositionParams) {
  const found = document(session, textDocument.uri);
  return { ...found, offset: toOffset(found.coordinates, position) };
}
