import pc from 'picocolors';
import { type Check, checkByCode, checks, nearest } from '../language';
import type { ExitCode } from './exit-code';
import { CouldNotRun } from './load';
import { aligned, print } from './print';

/** Prints the documentation of one check, or the table of all. */
export function explain(code: string | undefined): ExitCode {
  if (code === undefined) {
    for (const line of aligned(checks.map((check) => [check.code, check.severity.padEnd(7), check.title]))) print(line);
    return 0;
  }
  const check = checkByCode(code);
  if (check === undefined) throw new CouldNotRun(unknownCode(code));
  print(documentation(check));
  return 0;
}

function documentation({ code, severity, title, doc }: Check): string {
  return [
    `${pc.bold(code)} (${severity}) — ${title}`,
    '',
    doc.why,
    '',
    pc.bold('Wrong'),
    indented(doc.wrong),
    pc.bold('Right'),
    indented(doc.right),
    `Switch it off where it does not apply, with a reason:`,
    `    # codebook-ignore ${code}: why it does not apply here`,
  ].join('\n');
}

/** An example; where it has more files than one, each stands below its name. */
function indented(text: string): string {
  return text.replace(/^(?!#- )(?=.)/gm, '    ').replace(/^#- (.*)$/gm, '  $1');
}

function unknownCode(code: string): string {
  const similar = nearest(
    code,
    checks.map((check) => check.code),
  );
  const hint = similar.length > 0 ? ` The nearest: ${similar.join(', ')}.` : '';
  return `There is no check \`${code}\`.${hint} \`codebook explain\` lists all.`;
}
