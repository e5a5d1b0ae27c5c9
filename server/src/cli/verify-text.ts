import pc from 'picocolors';
import type { Disagreement, EngineName, Quantity, SubjectAgreement } from '../language';
import { aligned, counted } from './print';
import type { CodebookReport, EngineReport } from './verify-report';

type Ran = Extract<EngineReport, { readonly kind: 'ran' }>;

/** The agreement of one codebook as text: a table for each engine, what differs, and a line that sums up. */
export function reportText({ file, table, engines }: CodebookReport): string {
  return [
    `${pc.bold(file)} · ${table.file}, ${counted(table.rows, 'respondent', 'respondents')}`,
    '',
    ...engines.flatMap((report) => [engineText(report), '']),
    summary(engines),
    '',
  ].join('\n');
}

const programs: Readonly<Record<EngineName, string>> = { r: 'R', pspp: 'PSPP' };

function engineText(report: EngineReport): string {
  const name = programs[report.name];
  if (report.kind === 'absent') return pc.yellow(`${name} is not installed: nothing was compared with it.`);
  if (report.kind === 'failed') return pc.red(report.reason);
  const shown = shownQuantities.filter(({ of }) => report.subjects.some((subject) => largestOf(subject, of) !== undefined));
  const head = ['', 'cells', 'agree', ...shown.map(({ title }) => title)];
  const rows = report.subjects
    .filter(({ cells }) => cells > 0)
    .map((subject) => [
      subject.id,
      `${subject.cells}`,
      `${subject.agreeing}`,
      ...shown.map(({ of }) => differenceText(largestOf(subject, of))),
    ]);
  return [
    `${pc.bold(report.engine)} · largest relative differences`,
    ...aligned([head, ...rows]).map((line) => `  ${line}`),
    ...(report.name === 'pspp' ? ['  PSPP verifies estimates and counts; R also standard errors, intervals and tests.'] : []),
    ...report.subjects.flatMap(({ id, leftOut }) => leftOut.map((reason) => `  ${id}: not verified in ${name}: ${reason}.`)),
    ...differingText(report),
  ].join('\n');
}

const shownQuantities: readonly { readonly title: string; readonly of: readonly Quantity[] }[] = [
  { title: 'estimate', of: ['estimate'] },
  { title: 'n', of: ['n', 'counted'] },
  { title: 'SE', of: ['se'] },
  { title: 'df', of: ['df'] },
  { title: 'interval', of: ['low', 'high'] },
  { title: 'tests', of: ['p', 'adjusted', 'f', 'numerator_df', 'denominator_df'] },
];

function largestOf({ compared }: SubjectAgreement, of: readonly Quantity[]): number | undefined {
  const found = of.flatMap((quantity) => compared.get(quantity)?.largest ?? []);
  return found.length === 0 ? undefined : Math.max(...found);
}

function differenceText(difference: number | undefined): string {
  if (difference === undefined) return '–';
  return difference === 0 ? '0' : difference.toExponential(0);
}

/** More than this many lines help nobody; JSON has them all. */
const mostShown = 20;

function differingText({ subjects }: Ran): readonly string[] {
  const lines = subjects.flatMap(({ id, differences }) =>
    differences.map((one) => `  ${pc.red('differs')} ${id} ${cellText(one)}`),
  );
  const rest = lines.length - mostShown;
  return [...lines.slice(0, mostShown), ...(rest > 0 ? [`  … and ${counted(rest, 'difference', 'differences')} more`] : [])];
}

function cellText({ place, quantity, ours, theirs, suppressed, why }: Disagreement): string {
  const kind = place.kind === 'cell' ? '' : `${place.kind}, `;
  const by = place.by === '' ? '' : `by ${place.by}: `;
  const where = `${kind}${by}${place.parts.join(', ')}`;
  const reason = why === '' ? '' : ` (${why})`;
  if (quantity === 'cell') return `${where}: only one side has this${reason}`;
  if (suppressed) return `${where}: ${quantity} of a suppressed number${reason}`;
  return `${where}: ${quantity} ${ours ?? 'none'} here, ${theirs ?? 'none'} there${reason}`;
}

function summary(engines: readonly EngineReport[]): string {
  const ran = engines.filter((one): one is Ran => one.kind === 'ran');
  const totals = ran.map(({ name, subjects }) => {
    const cells = subjects.reduce((sum, one) => sum + one.cells, 0);
    const agreeing = subjects.reduce((sum, one) => sum + one.agreeing, 0);
    return { text: `${agreeing} of ${cells} cells agree in ${programs[name]}`, isWhole: agreeing === cells };
  });
  const text = totals.map((one) => one.text).join('; ');
  if (totals.length === 0) return pc.red('Nothing was verified.');
  if (!totals.every(({ isWhole }) => isWhole)) return pc.red(`${text}.`);
  return pc.green(`${text}: verified in ${ran.length === 1 ? 'one engine' : 'two engines'}.`);
}
