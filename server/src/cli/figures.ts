import pc from 'picocolors';
import { boundDataOf, codebookOf, type LedgerLine, ledgerOf, locate, type Snapshot } from '../language';
import type { ExitCode } from './exit-code';
import { load, shownName } from './load';
import { aligned, counted, print, printJson } from './print';

/** `codebook figures --format json`, version 1: one object per printed number. */
interface FigureJson {
  /** The codebook that declares the figure, relative to the working folder. */
  readonly file: string;
  readonly figure: string;
  /** The indicator, question, item or frames it is of, as the codebook names them. */
  readonly subject: string;
  readonly item: string | null;
  readonly category: string | null;
  /** Group by splitting variable; `{}` for a number without groups. */
  readonly groups: Readonly<Record<string, string>>;
  /** `share`, `base`, `count`, `rate`, `mean` … */
  readonly statistic: string;
  /** As printed: shares and rates in percent. */
  readonly published: number;
  readonly published_text: string;
  /** Unrounded, in the unit of the printed number; `null` where there is none. */
  readonly computed: number | null;
  /** Rounded to the decimals that were printed. */
  readonly computed_rounded: number | null;
  readonly status: LedgerLine['status'];
  readonly reason: string | null;
}

interface FileLine {
  readonly file: string;
  readonly line: LedgerLine;
}

export async function figures(paths: readonly string[], options: { readonly format: 'text' | 'json' }): Promise<ExitCode> {
  const { snapshot, files } = await load(paths);
  const lines = linesOf(snapshot, files);
  if (options.format === 'json') printJson('codebook-figures/1', { figures: lines.map(figureJson) });
  else for (const text of report(lines)) print(text);
  return lines.some(({ line }) => line.status === 'differs') ? 1 : 0;
}

/**
 * Every printed number of the files once. A figure that another codebook imports is a line of both; the one that could be
 * computed counts.
 */
function linesOf(snapshot: Snapshot, files: readonly string[]): readonly FileLine[] {
  const lines = new Map<string, FileLine>();
  for (const name of files) {
    const codebook = codebookOf(snapshot, name);
    if (codebook === undefined) continue;
    for (const line of ledgerOf(codebook, boundDataOf(snapshot, name))) {
      const { file, span } = locate(snapshot, line.place) ?? { file: name, span: line.place.span };
      const key = `${file}:${span.start}`;
      const known = lines.get(key);
      if (known === undefined || known.line.status === 'not_computable') lines.set(key, { file, line });
    }
  }
  return [...lines.values()];
}

function figureJson({ file, line }: FileLine): FigureJson {
  return {
    file: shownName(file),
    figure: line.figure,
    subject: line.subject,
    item: line.item ?? null,
    category: line.category ?? null,
    groups: line.groups,
    statistic: line.statistic,
    published: line.published.value,
    published_text: line.published.text,
    computed: line.computed ?? null,
    computed_rounded: line.computedRounded ?? null,
    status: line.status,
    reason: line.reason ?? null,
  };
}

/** Each number that is not simply equal, then how many of each statistic are. */
function report(lines: readonly FileLine[]): readonly string[] {
  if (lines.length === 0) return ['There are no figures.'];
  const others = lines.filter(({ line }) => line.status !== 'equal').map(({ line }) => otherText(line));
  return [...others, ...(others.length > 0 ? [''] : []), ...aligned(summary(lines))];
}

function otherText(line: LedgerLine): string {
  const path = [line.figure, line.item, line.category, ...Object.values(line.groups)].filter((part) => part !== undefined);
  const subject = `${pc.bold(path.join(' · '))} ${line.statistic} ${line.published.text}`;
  if (line.status === 'differs')
    return `${pc.red('differs')} ${subject}: computed ${line.computedRounded} (unrounded ${Number(line.computed?.toPrecision(6))})`;
  return `${pc.yellow(line.status.replace('_', ' '))} ${subject}: ${line.reason ?? ''}`;
}

const statuses = ['equal', 'differs', 'unverifiable', 'not_computable'] as const;

function summary(lines: readonly FileLine[]): readonly (readonly string[])[] {
  const statistics = [...new Set(lines.map(({ line }) => line.statistic))];
  const row = (name: string, some: readonly FileLine[]): readonly string[] => [
    name,
    String(some.length),
    ...statuses.map((status) => String(some.filter(({ line }) => line.status === status).length)),
  ];
  return [
    ['published', 'numbers', ...statuses.map((status) => status.replace('_', ' '))],
    ...statistics.map((statistic) =>
      row(
        statistic,
        lines.filter(({ line }) => line.statistic === statistic),
      ),
    ),
    row(counted(new Set(lines.map(({ line }) => line.figure)).size, 'figure', 'figures'), lines),
  ];
}
