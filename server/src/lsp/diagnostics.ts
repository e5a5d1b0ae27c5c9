import { type Diagnostic, DocumentDiagnosticReportKind, type FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { reportedProblems } from '../language';
import type { Checked } from './checked';
import { toDiagnostic } from './convert-problem';
import { coordinatesOf } from './convert-text';
import { guarded, inBackground } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';
import { shownProblems } from './shown-problems';

/** How long the text must rest before its problems are sent to a client that does not ask for them, in milliseconds. */
const rest = 150;

/** Problems of open documents: asked for where the client can, sent with their version where it can't. */
export function serveDiagnostics(session: Session, checked: Checked): void {
  const { connection } = session;
  const empty: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guarded(session, 'diagnostics', empty, ({ textDocument }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: diagnosticsOf(session, checked, nameOfUri(textDocument.uri)),
    })),
  );
  pushDiagnostics(session, checked);
}

function diagnosticsOf(session: Session, checked: Checked, file: string): Diagnostic[] {
  const snapshot = session.snapshot();
  const coordinates = coordinatesOf(snapshot, file);
  const { shown, ...counts } = shownProblems(reportedProblems(snapshot, file, session.setup().settings.severities));
  checked.note(file, counts);
  return shown.map((problem) => toDiagnostic(session, coordinates, problem));
}

/** What a client was last sent of a document. */
interface Sent {
  readonly uri: string;
  readonly content: string;
}

function pushDiagnostics(session: Session, checked: Checked): void {
  const sent = new Map<string, Sent>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  session.onChanged(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // Asked only now: the first changes come before the client has said what it can.
      if (session.setup().abilities.pullsDiagnostics) return;
      inBackground(session, 'diagnostics', () => sendChanged(session, checked, sent));
    }, rest);
  });
}

async function sendChanged(session: Session, checked: Checked, sent: Map<string, Sent>): Promise<void> {
  await session.ready;
  const { connection, open } = session;
  for (const [file, { uri }] of sent) {
    if (open.has(file)) continue;
    sent.delete(file);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  }
  for (const [file, { uri, version }] of open) {
    const diagnostics = diagnosticsOf(session, checked, file);
    const content = JSON.stringify(diagnostics);
    if (sent.get(file)?.content === content) continue;
    sent.set(file, { uri, content });
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}
