import {
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsForMoves, renamableAt, renamingAt } from '../language';
import type { ClientAbilities } from './abilities';
import { toRenaming } from './convert-rename';
import { coordinatesOf, toOffset, toRange } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

const moved = [
  { pattern: { glob: '**/*.codebook.{yaml,yml}', matches: 'file' as const } },
  { pattern: { glob: '**/*.{csv,tsv}', matches: 'file' as const } },
  { pattern: { glob: '**', matches: 'folder' as const } },
];

/** Options may only be told to a client that knows them. */
export function renameCapabilities({ preparesRename }: ClientAbilities): Pick<ServerCapabilities, 'renameProvider'> {
  return { renameProvider: preparesRename ? { prepareProvider: true } : true };
}

/** Files whose names other files have in them: the client asks before it renames one. */
export const fileRenameCapabilities = { fileOperations: { willRename: { filters: moved } } } as const satisfies NonNullable<
  ServerCapabilities['workspace']
>;

/** New names for what a codebook declares, and for files that codebooks name. */
export function serveRename(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(guarded(session, 'prepare rename', null, (params) => prepare(session, params)));
  connection.onRenameRequest(guarded(session, 'rename', null, (params) => rename(session, params)));
  connection.workspace.onWillRenameFiles(guarded(session, 'rename files', null, (params) => renameFiles(session, params)));
}

type Refused = ResponseError<void>;

/** `null` where no name stands; the reason where one stands that can't be renamed. */
function prepare(session: Session, params: TextDocumentPositionParams): PrepareRenameResult | Refused | null {
  const { snapshot, file, coordinates, offset } = placeOf(session, params);
  const found = renamableAt(snapshot, file, offset, session.setup().environment.language);
  if (found === undefined) return null;
  if (found.kind === 'refused') return refusal(found.reason);
  return { range: toRange(coordinates, found.span), placeholder: found.name };
}

function rename(session: Session, params: RenameParams): WorkspaceEdit | Refused | null {
  const { snapshot, file, offset } = placeOf(session, params);
  const found = renamingAt(snapshot, file, offset, params.newName, session.setup().environment.language);
  if (found === undefined) return null;
  return found.kind === 'refused' ? refusal(found.reason) : toRenaming(session, found.edits, found.keeps);
}

/** Applied by the client before the files move, so under their old names. */
function renameFiles(session: Session, { files }: RenameFilesParams): WorkspaceEdit | null {
  const moves = files.map(({ oldUri, newUri }) => ({ from: folderName(oldUri), to: folderName(newUri) }));
  const edits = editsForMoves(session.snapshot(), moves);
  return edits.length === 0 ? null : toRenaming(session, edits, undefined);
}

function folderName(uri: string): string {
  return nameOfUri(uri).replace(/\/$/, '');
}

function refusal(reason: string): Refused {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

function placeOf(session: Session, { textDocument, position }: TextDocumentPositionParams) {
  const file = nameOfUri(textDocument.uri);
  const snapshot = session.snapshot();
  const coordinates = coordinatesOf(snapshot, file);
  return { snapshot, file, coordinates, offset: toOffset(coordinates, position) };
}
