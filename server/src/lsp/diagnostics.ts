import { type Diagnostic, DocumentDiagnosticReportKind, type FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { reportedProblems } from '../language';
import { toDiagnostic } from './convert-problem';
import { coordinatesOf } from './convert-text';
import { guarded, inBackground } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** How long the text must rest before its problems are sent to a client that does not ask for them, in milliseconds. */
const rest = 150;

/** Problems of open documents: asked for where the client can, sent with their version where it can't. */
export function serveDiagnostics(session: Session): void {
  const { connection } = session;
  const empty: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guarded(session, 'diagnostics', empty, ({ textDocument }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: diagnosticsOf(session, nameOfUri(textDocument.uri)),
    })),
  );
  pushDiagnostics(session);
}

export function diagnosticsOf(session: Session, file: string): Diagnostic[] {
  const snapshot = session.snapshot();
  const coordinates = coordinatesOf(snapshot, file);
  const problems = reportedProblems(snapshot, file, session.setup().settings.severities);
  return problems.map((problem) => toDiagnostic(session, coordinates, problem));
}

/** What a client was last sent of a document. */
interface Sent {
  readonly uri: string;
  readonly content: string;
}

function pushDiagnostics(session: Session): void {
  const sent = new Map<string, Sent>();
  let waiting: NodeJS.Timeout | undefined;
  session.onChanged(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // Asked only now: the first changes come before the client has said what it can.
      if (session.setup().abilities.pullsDiagnostics) return;
      inBackground(session, 'diagnostics', () => sendChanged(session, sent));
    }, rest);
  });
}

async function sendChanged(session: Session, sent: Map<string, Sent>): Promise<void> {
  await session.ready;
  const { connection, open } = session;
  for (const [file, { uri }] of sent) {
    if (open.has(file)) continue;
    sent.delete(file);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  }
  for (const [file, { uri, version }] of open) {
    const diagnostics = diagnosticsOf(session, file);
    const content = JSON.stringify(diagnostics);
    if (sent.get(file)?.content === content) continue;
    sent.set(file, { uri, content });
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}
