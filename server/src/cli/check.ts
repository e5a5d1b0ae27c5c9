import pc from 'picocolors';
import { positionIn, type ReportedProblem, reportedProblems, type Severity, type Snapshot } from '../language';
import { problemJson } from './check-json';
import type { ExitCode } from './exit-code';
import { sourceFrame } from './frame';
import { load, shownName } from './load';
import { counted, print, printJson } from './print';

interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, hint: 0 };

export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { snapshot, files } = await load(paths);
  const problems = files.flatMap((file) => reportedProblems(snapshot, file));
  if (options.format === 'json') {
    printJson('codebook-check/1', { problems: problems.map((problem) => problemJson(snapshot, problem)) });
  } else {
    for (const problem of problems) print(problemText(snapshot, problem));
    print(summary(problems, files.length));
  }
  return problems.some(({ severity }) => gravity[severity] >= gravity[options.failOn]) ? 1 : 0;
}

const paint: Readonly<Record<Severity, (text: string) => string>> = { error: pc.red, warning: pc.yellow, hint: pc.blue };

function problemText(snapshot: Snapshot, problem: ReportedProblem): string {
  const { severity, code, file, span, expected, found, related, fixes } = problem;
  const lines = [
    `${pc.bold(placeText(snapshot, file, span.start))} ${paint[severity](severity)} ${pc.bold(code)}: ${found}`,
    sourceFrame(snapshot, file, span, paint[severity]),
    `  ${expected}`,
    ...related.map((one) => `  ${pc.dim(`${placeText(snapshot, one.file, one.span.start)}: ${one.text}`)}`),
    ...fixes.map(({ title }) => `  ${pc.green('fix:')} ${title}`),
  ];
  return `${lines.join('\n')}\n`;
}

function placeText(snapshot: Snapshot, file: string, offset: number): string {
  const { line, character } = positionIn(snapshot, file, offset);
  return `${shownName(file)}:${line + 1}:${character + 1}`;
}

function summary(problems: readonly ReportedProblem[], files: number): string {
  const where = `in ${counted(files, 'codebook', 'codebooks')}`;
  if (problems.length === 0) return pc.green(`No problems ${where}.`);
  const number = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  const counts = [
    counted(number('error'), 'error', 'errors'),
    counted(number('warning'), 'warning', 'warnings'),
    counted(number('hint'), 'hint', 'hints'),
  ];
  const fixable = problems.filter(({ fixes }) => fixes.length > 0).length;
  return `${counts.join(', ')} ${where}; ${fixable} can be fixed in the editor.`;
}
