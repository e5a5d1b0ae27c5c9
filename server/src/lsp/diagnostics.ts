import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type ReportedProblem, reportedSteps, type Snapshot } from '../language';
import { nextTurn } from '../turns';
import type { Checked } from './checked';
import { toDiagnostic } from './convert-problem';
import { coordinatesOf } from './convert-text';
import { guardedWait, inBackground, inSlices } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';
import { shownProblems } from './shown-problems';

/** After how long a client that does not ask is sent what is found so far, in milliseconds. */
const patience = 100;

/** Problems of open documents: asked for where the client can, sent with their version where it can't. */
export function serveDiagnostics(session: Session, checked: Checked): void {
  const { connection } = session;
  const empty: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guardedWait(session, 'diagnostics', empty, async ({ textDocument }: DocumentDiagnosticParams) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: (await newest(session, checked, nameOfUri(textDocument.uri))).diagnostics,
    })),
  );
  pushDiagnostics(session, checked);
}

interface Told {
  readonly diagnostics: Diagnostic[];
  /** What they are of. */
  readonly snapshot: Snapshot;
}

type SoFar = () => readonly ReportedProblem[];

/** The problems of a file as it is when they are all found: an edit meanwhile begins anew, which goes quickly. */
async function newest(
  session: Session,
  checked: Checked,
  file: string,
  tell: (soFar: () => Told) => void = () => undefined,
): Promise<Told> {
  for (;;) {
    const snapshot = session.snapshot();
    const steps = reportedSteps(snapshot, file, session.setup().settings.severities, session.looked.get(file));
    const found = await inSlices(steps, (soFar: SoFar) => {
      if (session.snapshot() !== snapshot) return false;
      tell(() => told(session, snapshot, file, soFar()));
      return true;
    });
    if (found === undefined) continue;
    const { shown, ...counts } = shownProblems(found.value);
    checked.note(file, counts);
    return told(session, snapshot, file, shown);
  }
}

function told(session: Session, snapshot: Snapshot, file: string, problems: readonly ReportedProblem[]): Told {
  const coordinates = coordinatesOf(snapshot, file);
  return { snapshot, diagnostics: problems.map((problem) => toDiagnostic(session, coordinates, problem)) };
}

/** What a client was last sent of a document. */
interface Sent {
  readonly uri: string;
  readonly content: string;
}

function pushDiagnostics(session: Session, checked: Checked): void {
  const sent = new Map<string, Sent>();
  let isSending = false;
  let isOutdated = false;
  const send = async (): Promise<void> => {
    await session.ready;
    // Asked only now: the first changes come before the client has said what it can.
    if (session.setup().abilities.pullsDiagnostics) return;
    isSending = true;
    try {
      while (isOutdated) {
        isOutdated = false;
        await sendChanged(session, checked, sent);
      }
    } finally {
      isSending = false;
    }
  };
  session.onChanged(() => {
    isOutdated = true;
    if (!isSending) inBackground(session, 'diagnostics', () => nextTurn().then(() => (isSending ? undefined : send())));
  });
}

async function sendChanged(session: Session, checked: Checked, sent: Map<string, Sent>): Promise<void> {
  const { connection, open } = session;
  for (const [file, { uri }] of sent) {
    if (open.has(file)) continue;
    sent.delete(file);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  }
  for (const [file, { uri }] of open) {
    const since = performance.now();
    let isBegun = sent.has(file);
    const result = await newest(session, checked, file, (soFar) => {
      if (isBegun || performance.now() - since < patience) return;
      const { diagnostics } = soFar();
      // That nothing is wrong can be told only when everything has been looked at.
      if (diagnostics.length === 0) return;
      isBegun = true;
      inBackground(session, 'diagnostics', () => sendOne(session, sent, file, uri, diagnostics));
    });
    await sendOne(session, sent, file, uri, result.diagnostics);
  }
}

async function sendOne(
  { connection, open }: Session,
  sent: Map<string, Sent>,
  file: string,
  uri: string,
  diagnostics: Diagnostic[],
): Promise<void> {
  const version = open.get(file)?.version;
  const content = JSON.stringify(diagnostics);
  if (version === undefined || sent.get(file)?.content === content) return;
  sent.set(file, { uri, content });
  await connection.sendDiagnostics({ uri, version, diagnostics });
}
