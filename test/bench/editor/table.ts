import type { Side } from './servers';
import type { Series } from './steps';

export interface Result {
  readonly series: Series;
  readonly side: Side;
  readonly size: number;
  readonly value: number;
}

/** A step that a server did not finish, and why; what came after it was not asked of that server. */
export interface Unfinished {
  readonly step: string;
  readonly side: Side;
  readonly size: number;
  readonly why: string;
}

export interface Results {
  readonly sizes: readonly number[];
  readonly add: (result: Result) => void;
  readonly end: (step: Unfinished) => void;
  readonly values: (series: Series, side: Side, size: number) => readonly number[];
  readonly all: () => { readonly results: readonly Result[]; readonly unfinished: readonly Unfinished[] };
}

export function createResults(sizes: readonly number[]): Results {
  const results: Result[] = [];
  const unfinished: Unfinished[] = [];
  return {
    sizes,
    add: (result) => void results.push(result),
    end: (step) => void unfinished.push(step),
    values: (series, side, size) =>
      results.filter((one) => one.series === series && one.side === side && one.size === size).map(({ value }) => value),
    all: () => ({ results, unfinished }),
  };
}

/** A line of the table: a share of the samples (0.5 is the median) of one series of ours beside one of the peer's. */
interface Row {
  readonly title: string;
  readonly series: Series;
  readonly ours: 'sent' | 'asked';
  readonly share?: number;
  /** Milliseconds that the peer waits on purpose before it begins. */
  readonly peerWaits?: number;
  readonly alone?: boolean;
  /** A number of things, which is neither better nor worse. */
  readonly counts?: boolean;
}

const debounce = 200;

const rows: readonly Row[] = [
  { title: 'start → initialized', series: 'start', ours: 'sent' },
  { title: 'open → first problems', series: 'open, first', ours: 'sent' },
  { title: 'open → all problems', series: 'open, all', ours: 'sent' },
  { title: 'open → all problems, asked for', series: 'open, all', ours: 'asked' },
  { title: 'letter in a label → problems, asked for', series: 'letter', ours: 'asked' },
  { title: '  95 %', series: 'letter', ours: 'asked', share: 0.95 },
  { title: '  beside the peer without its own wait', series: 'letter', ours: 'asked', peerWaits: debounce },
  { title: 'name broken or mended → problems sent', series: 'name', ours: 'sent' },
  { title: '  95 %', series: 'name', ours: 'sent', share: 0.95 },
  { title: '  beside the peer without its own wait', series: 'name', ours: 'sent', peerWaits: debounce },
  { title: 'completion of a scale', series: 'completion', ours: 'sent' },
  { title: '  95 %', series: 'completion', ours: 'sent', share: 0.95 },
  { title: '  items', series: 'completions', ours: 'sent', counts: true },
  { title: 'completion in the moment of an edit', series: 'completion after an edit', ours: 'sent' },
  { title: '  95 %', series: 'completion after an edit', ours: 'sent', share: 0.95 },
  { title: 'hover', series: 'hover', ours: 'sent' },
  { title: 'outline', series: 'outline', ours: 'sent' },
  { title: '  symbols', series: 'symbols', ours: 'sent', counts: true },
  { title: '12 keys, 80 ms apart: last → problems', series: 'typing, problems', ours: 'sent' },
  { title: '  completions that were answered', series: 'typing, completion', ours: 'sent' },
  { title: 'id of a scale with 3 uses → problems', series: 'scale id, 3 uses', ours: 'sent', alone: true },
  { title: 'id of the scale with most uses → problems', series: 'scale id, many uses', ours: 'sent', alone: true },
  { title: '  uses', series: 'uses', ours: 'sent', alone: true, counts: true },
  { title: 'a question indented → problems', series: 'indentation', ours: 'sent' },
  { title: 'a quote opened → problems', series: 'open quote', ours: 'sent' },
  { title: 'a block scalar begun → problems', series: 'block scalar', ours: 'sent' },
  { title: 'memory at the end, MB', series: 'memory', ours: 'sent' },
  { title: 'memory at its peak, MB', series: 'peak memory', ours: 'sent', share: 1 },
  { title: 'memory at the end, asked for, MB', series: 'memory', ours: 'asked', alone: true },
  { title: 'memory after many edits, MB', series: 'memory after edits', ours: 'asked', alone: true },
];

/** One column for each size: ours, the peer's, and how many times as much that is; then how ours grows to the largest size. */
export function printResults(results: Results, peerUpTo: number): void {
  const { sizes } = results;
  const largest = sizes.at(-1) ?? 0;
  const smaller = sizes.slice(0, -1).filter((size) => size <= 1000);
  const head = [
    'ms, median: ours · peer',
    ...sizes.map(counted),
    ...smaller.map((size) => `${counted(size)} → ${counted(largest)}`),
  ];
  const lines = rows.flatMap((row) => {
    const cells = sizes.map((size) => cellOf(results, row, size));
    if (cells.every((cell) => cell === '')) return [];
    return [[row.title, ...cells, ...smaller.map((size) => growthOf(results, row, size, largest))]];
  });
  printColumns([head, ...lines]);
  console.log(`\nThe peer is yaml-language-server with our JSON Schema, up to ${counted(peerUpTo)} questions.`);
  for (const { step, side, size, why } of results.all().unfinished)
    console.log(`${side}, ${counted(size)} questions: ${step}: ${why}; nothing more was asked.`);
}

function cellOf(results: Results, row: Row, size: number): string {
  const ours = quantile(results.values(row.series, row.ours, size), row.share);
  const theirs = row.alone ? undefined : quantile(results.values(row.series, 'peer', size), row.share);
  const peer = theirs === undefined ? undefined : theirs - (row.peerWaits ?? 0);
  if (ours === undefined) return peer === undefined ? '' : `– · ${shown(peer)}`;
  if (peer === undefined) return shown(ours);
  return ours > 0 && !row.counts ? `${shown(ours)} · ${shown(peer)} ×${shown(peer / ours)}` : `${shown(ours)} · ${shown(peer)}`;
}

function growthOf(results: Results, { series, ours, share, counts }: Row, from: number, to: number): string {
  if (counts) return '';
  const [before, after] = [from, to].map((size) => quantile(results.values(series, ours, size), share));
  return before === undefined || after === undefined || before === 0 ? '' : `×${shown(after / before)}`;
}

/** The least sample that at least this share of the samples does not exceed. */
export function quantile(samples: readonly number[], share = 0.5): number | undefined {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function printColumns(lines: readonly (readonly string[])[]): void {
  const columns = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  for (const line of lines)
    console.log(
      widths
        .map((width, at) => (line[at] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    );
}

function shown(value: number): string {
  return value >= 100 ? counted(Math.round(value)) : Number(value.toPrecision(2)).toString();
}

function counted(value: number): string {
  return value.toLocaleString('en');
}
