import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { fixesAt, type OfferedFix, type Refactoring, refactoringsAt, safeFixes } from '../language';
import { placeCaretCommand } from '../protocol';
import { toDiagnostic } from './convert-problem';
import { coordinatesOf, toRange, toSpan, toUri, toWorkspaceEdit } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** Every safe fix of a file: only when it is asked for, on save or by a command of the editor. */
const fixAll = `${CodeActionKind.SourceFixAll}.codebook`;

export const codeActionCapabilities = {
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorExtract,
      CodeActionKind.RefactorInline,
      CodeActionKind.RefactorRewrite,
      fixAll,
    ],
  },
} satisfies ServerCapabilities;

/** What can be done at a place: fixes of its problems, and refactorings of what stands there. */
export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(guarded(session, 'code actions', [], (params) => actionsAt(session, params)));
}

function actionsAt(session: Session, { textDocument, range, context: { only } }: CodeActionParams): CodeAction[] {
  const file = nameOfUri(textDocument.uri);
  const snapshot = session.snapshot();
  const { settings, environment } = session.setup();
  const span = toSpan(coordinatesOf(snapshot, file), range);
  const fixes = wants(only, CodeActionKind.QuickFix)
    ? fixesAt(snapshot, file, span, settings.severities, environment.language)
    : [];
  const refactorings = Object.values(kinds).some((kind) => wants(only, kind))
    ? refactoringsAt(snapshot, file, span, environment.language).filter(({ kind }) => wants(only, kinds[kind]))
    : [];
  return [
    ...fixes.map((one) => toFix(session, file, one)),
    ...refactorings.map((one) => toRefactoring(session, one)),
    ...(only === undefined || !wants(only, fixAll) ? [] : allSafe(session, file)),
  ];
}

/** A kind that is asked for stands for all below it; the empty one for every kind. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

function toFix(session: Session, file: string, { problem, fix, isPreferred, caret }: OfferedFix): CodeAction {
  const command = caret === undefined || !session.setup().isOurs ? undefined : placeCaret(session, file, fix.title, caret);
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(isPreferred ? { isPreferred } : {}),
    diagnostics: [toDiagnostic(session, coordinatesOf(session.snapshot(), file), problem)],
    edit: toWorkspaceEdit(session, fix.edits),
    ...(command === undefined ? {} : { command }),
  };
}

/** Editors leave the caret where it was, in what stands below the new line; our client has a command that moves it. */
function placeCaret(session: Session, file: string, title: string, { offset, behind }: Caret): Command {
  const { line, character } = toRange(coordinatesOf(session.snapshot(), file), { start: offset, end: offset }).start;
  return { title, command: placeCaretCommand, arguments: [toUri(session, file), { line, character: character + behind }] };
}

type Caret = NonNullable<OfferedFix['caret']>;

const kinds: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
};

function toRefactoring(session: Session, { title, kind, edits }: Refactoring): CodeAction {
  return { title, kind: kinds[kind], edit: toWorkspaceEdit(session, edits) };
}

function allSafe(session: Session, file: string): CodeAction[] {
  const { settings, environment } = session.setup();
  const edits = safeFixes(session.snapshot(), file, settings.severities);
  if (edits.length === 0) return [];
  const title = environment.language === 'sv' ? 'Rätta allt som kan rättas säkert' : 'Fix all that is safe to fix';
  return [{ title, kind: fixAll, edit: toWorkspaceEdit(session, [{ file, edits }]) }];
}
