import type { Location, TextEdit as LspEdit, Range, WorkspaceEdit } from 'vscode-languageserver';
import {
  type FileEdit,
  type FileSyntax,
  offsetAt,
  positionAt,
  readFile,
  type Snapshot,
  type Span,
  type TextEdit,
} from '../language';
import type { Session } from './session';

/** Offsets of one file as the client counts them: lines and UTF-16 columns. */
export interface Coordinates {
  readonly syntax: FileSyntax;
}

export function coordinatesOf(snapshot: Snapshot, file: string): Coordinates {
  return { syntax: snapshot.files.get(file) ?? emptyFile };
}

const emptyFile = readFile('');

export function toRange({ syntax }: Coordinates, { start, end }: Span): Range {
  return { start: positionAt(syntax, start), end: positionAt(syntax, end) };
}

export function toOffset({ syntax }: Coordinates, position: Range['start']): number {
  return offsetAt(syntax, position);
}

export function toSpan(coordinates: Coordinates, { start, end }: Range): Span {
  return { start: toOffset(coordinates, start), end: toOffset(coordinates, end) };
}

/** As the client named the document, where it has it open. */
export function toUri({ open }: Session, file: string): string {
  return open.get(file)?.uri ?? file;
}

export function toLocation(session: Session, file: string, span: Span): Location {
  return { uri: toUri(session, file), range: toRange(coordinatesOf(session.snapshot(), file), span) };
}

export function toEdit(coordinates: Coordinates, { span, newText }: TextEdit): LspEdit {
  return { range: toRange(coordinates, span), newText };
}

export function toWorkspaceEdit(session: Session, edits: readonly FileEdit[]): WorkspaceEdit {
  const documentChanges = edits.map(({ file, edits: some }) => {
    const coordinates = coordinatesOf(session.snapshot(), file);
    const version = session.open.get(file)?.version ?? null;
    return { textDocument: { uri: toUri(session, file), version }, edits: some.map((edit) => toEdit(coordinates, edit)) };
  });
  return { documentChanges };
}
