import {
  type CodeLens,
  type CodeLensParams,
  type Command,
  type InlayHint,
  InlayHintKind,
  type InlayHintParams,
  MarkupKind,
  type ServerCapabilities,
  type SignatureHelp,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type Inlay, inlaysIn, type Lens, type LensTitle, lensesOf, lensTitle, signatureAt } from '../language';
import { revealInPreviewCommand, showReferencesCommand } from '../protocol';
import { type Coordinates, coordinatesOf, toLocation, toOffset, toRange, toSpan } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** What helps to read what stands there: signatures, inlay hints and code lenses. */
export const readingCapabilities = {
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  inlayHintProvider: { resolveProvider: false },
  codeLensProvider: { resolveProvider: true },
} satisfies ServerCapabilities;

export function serveReading(session: Session): void {
  const { connection } = session;
  connection.onSignatureHelp(guarded(session, 'signature', null, (params) => signature(session, params)));
  connection.languages.inlayHint.on(guarded(session, 'inlays', [], (params) => inlays(session, params)));
  connection.onCodeLens(guarded(session, 'lenses', [], (params) => lenses(session, params)));
  connection.onCodeLensResolve((lens, token) =>
    guarded(session, 'lens', lens, () => resolved(session, lens))(undefined, token),
  );
}

function signature(session: Session, { textDocument, position }: TextDocumentPositionParams): SignatureHelp | null {
  const { snapshot, file, coordinates } = document(session, textDocument.uri);
  const found = signatureAt(snapshot, file, toOffset(coordinates, position), session.setup().environment.language);
  if (found === undefined) return null;
  const parameters = found.parameters.map(({ span, documentation }) => ({
    label: [span.start, span.end] satisfies [number, number],
    documentation: { kind: MarkupKind.Markdown, value: documentation },
  }));
  const { label, documentation, active } = found;
  return {
    signatures: [{ label, documentation: { kind: MarkupKind.Markdown, value: documentation }, parameters }],
    activeSignature: 0,
    // One that is not there marks none.
    activeParameter: active ?? parameters.length,
  };
}

function inlays(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const { snapshot, file, coordinates } = document(session, textDocument.uri);
  const span = toSpan(coordinates, range);
  session.looked.set(file, span);
  const found = inlaysIn(snapshot, file, span, session.setup().environment.language);
  return found.map((inlay) => toHint(session, coordinates, inlay));
}

function toHint(session: Session, coordinates: Coordinates, { offset, kind, text, tooltip, target }: Inlay): InlayHint {
  const location = target && toLocation(session, target.file, target.span);
  const said = { kind: MarkupKind.Markdown, value: tooltip };
  return {
    position: toRange(coordinates, { start: offset, end: offset }).start,
    label: [{ value: text, tooltip: said, ...(location === undefined ? {} : { location }) }],
    paddingLeft: true,
    ...(kind === 'default' ? { kind: InlayHintKind.Type } : {}),
  };
}

/** What a lens is found by again when it is seen. */
interface LensData extends Pick<Lens, 'kind' | 'subject'> {
  readonly uri: string;
}

/** Titles come when a lens is seen. A client that is not ours has no preview to go to. */
function lenses(session: Session, { textDocument }: CodeLensParams): CodeLens[] {
  const { snapshot, file, coordinates } = document(session, textDocument.uri);
  const { isOurs } = session.setup();
  return lensesOf(snapshot, file)
    .filter(({ kind }) => isOurs || kind !== 'preview')
    .map(({ kind, subject, span }) => ({
      range: toRange(coordinates, span),
      data: { uri: textDocument.uri, kind, subject } satisfies LensData,
    }));
}

function resolved(session: Session, lens: CodeLens): CodeLens {
  const { uri, kind, subject }: LensData = lens.data;
  const { snapshot, file } = document(session, uri);
  const title = lensTitle(snapshot, file, { kind, subject }, session.setup().environment.language);
  const command = session.setup().isOurs && title !== undefined ? commandOf(session, lens, title) : undefined;
  return { ...lens, command: { title: title?.text ?? '', ...(command ?? nothing) } };
}

/** A title that is only read. */
const nothing = { command: '' };

/** The editor goes where a lens leads by commands of our client. */
function commandOf(session: Session, { range, data }: CodeLens, { places }: LensTitle): Omit<Command, 'title'> | undefined {
  const { uri, kind }: LensData = data;
  const { start } = range;
  if (kind === 'preview') return { command: revealInPreviewCommand, arguments: [uri, start.line] };
  if (places.length === 0) return undefined;
  const locations = places.map(({ file, span }) => toLocation(session, file, span));
  return { command: showReferencesCommand, arguments: [uri, start, locations] };
}

function document(session: Session, uri: string) {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return { snapshot, file, coordinates: coordinatesOf(snapshot, file) };
}
