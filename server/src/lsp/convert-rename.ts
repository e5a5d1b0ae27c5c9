import type { AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit, KeptColumn } from '../language';
import { coordinatesOf, toEdit, toUri } from './convert-text';
import type { Session } from './session';

/** What the edits that keep a data column are called in the protocol; the user sees the label alone. */
const keepsColumn = 'keeps-column';

/**
 * A renaming as the client can take it. The data column keeps its name, as a rename must not change a number unseen. Where the
 * client can show edits before it makes them, this one stands apart under its own label, and the user may leave it out. It is
 * not marked as one to confirm: editors leave such edits out until they are asked for.
 */
export function toRenaming(session: Session, edits: readonly FileEdit[], keeps: KeptColumn | undefined): WorkspaceEdit {
  const { abilities, environment } = session.setup();
  const asks = keeps !== undefined && abilities.documentChanges && abilities.changeAnnotations;
  const changes = filesOf(edits, keeps).map((file): TextDocumentEdit => {
    const coordinates = coordinatesOf(session.snapshot(), file);
    const own = edits.filter((edit) => edit.file === file).flatMap((edit) => edit.edits);
    const kept = keeps?.edit.file === file ? keeps.edit.edits : [];
    const annotated = kept.map((edit): TextEdit | AnnotatedTextEdit =>
      asks ? { ...toEdit(coordinates, edit), annotationId: keepsColumn } : toEdit(coordinates, edit),
    );
    return {
      textDocument: { uri: toUri(session, file), version: session.open.get(file)?.version ?? null },
      edits: [...own.map((edit) => toEdit(coordinates, edit)), ...annotated],
    };
  });
  if (!abilities.documentChanges) return withoutVersions(changes);
  if (!asks) return { documentChanges: changes };
  return { documentChanges: changes, changeAnnotations: { [keepsColumn]: annotation(keeps, environment.language) } };
}

function filesOf(edits: readonly FileEdit[], keeps: KeptColumn | undefined): readonly string[] {
  return [...new Set([...edits.map(({ file }) => file), ...(keeps === undefined ? [] : [keeps.edit.file])])];
}

/** For clients that take texts by their address alone. */
function withoutVersions(changes: readonly TextDocumentEdit[]): WorkspaceEdit {
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, plain(edits)])) };
}

function plain(edits: TextDocumentEdit['edits']): TextEdit[] {
  return edits.flatMap((edit) => ('newText' in edit ? [{ range: edit.range, newText: edit.newText }] : []));
}

function annotation({ column, isPrefix, otherwise }: KeptColumn, language: 'en' | 'sv'): ChangeAnnotation {
  return { ...(language === 'sv' ? swedish : english)(column, otherwise, isPrefix), needsConfirmation: false };
}

function english(column: string, otherwise: string, isPrefix: boolean): Omit<ChangeAnnotation, 'needsConfirmation'> {
  return isPrefix
    ? {
        label: `Keep the data columns ${column}…`,
        description: `Without this edit the columns ${otherwise}… are read, and the numbers change.`,
      }
    : {
        label: `Keep the data column ${column}`,
        description: `Without this edit the column ${otherwise} is read, and the numbers change.`,
      };
}

function swedish(column: string, otherwise: string, isPrefix: boolean): Omit<ChangeAnnotation, 'needsConfirmation'> {
  return isPrefix
    ? {
        label: `Behåll datakolumnerna ${column}…`,
        description: `Utan den här ändringen läses kolumnerna ${otherwise}…, och siffrorna ändras.`,
      }
    : {
        label: `Behåll datakolumnen ${column}`,
        description: `Utan den här ändringen läses kolumnen ${otherwise}, och siffrorna ändras.`,
      };
}
