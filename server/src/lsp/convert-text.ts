import type { Location, TextEdit as LspEdit, Range, WorkspaceEdit } from 'vscode-languageserver';
import {
  type FileEdit,
  type LineStarts,
  linesOf,
  offsetAt,
  positionAt,
  type Snapshot,
  type Span,
  type TextEdit,
} from '../language';
import type { Session } from './session';

/** Offsets of one file as the client counts them: lines and UTF-16 columns. */
export interface Coordinates {
  readonly starts: LineStarts;
  readonly length: number;
}

export function coordinatesOf(snapshot: Snapshot, file: string): Coordinates {
  return { starts: linesOf(snapshot, file), length: snapshot.files.get(file)?.text.length ?? 0 };
}

export function toRange({ starts }: Coordinates, { start, end }: Span): Range {
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}

export function toOffset({ starts, length }: Coordinates, position: Range['start']): number {
  return offsetAt(starts, position, length);
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
