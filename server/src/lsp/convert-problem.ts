import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { ReportedProblem } from '../language';
import { type Coordinates, toLocation, toRange } from './convert-text';
import type { Session } from './session';

export function toDiagnostic(session: Session, coordinates: Coordinates, problem: ReportedProblem): Diagnostic {
  const { code, span, expected, found, related, tag } = problem;
  return {
    range: toRange(coordinates, span),
    severity: severityOf(session, problem),
    code,
    ...(session.documentation === undefined ? {} : { codeDescription: { href: `${session.documentation}#${code}` } }),
    source: 'codebook',
    message: messageOf(expected, found),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(({ file, span: at, text }) => ({
            location: toLocation(session, file, at),
            message: text,
          })),
        }),
    ...(tag === undefined ? {} : { tags: [tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated] }),
  };
}

/** What is here first, then the rule. */
function messageOf(expected: string, found: string): string {
  const sentence = found.charAt(0).toUpperCase() + found.slice(1);
  return `${sentence}${/[.!?]$/.test(sentence) ? '' : '.'} ${expected}`;
}

function severityOf(session: Session, { code, severity }: ReportedProblem): DiagnosticSeverity {
  if (session.setup().settings.informational.has(code)) return DiagnosticSeverity.Information;
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}
