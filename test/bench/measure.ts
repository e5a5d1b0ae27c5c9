import { performance } from 'node:perf_hooks';

/** One question about speed: how long a thing takes beside what it is compared with, on the same machine in the same run. */
export interface Comparison {
  readonly title: string;
  readonly ours: Work;
  readonly against: Work;
}

export interface Work {
  readonly name: string;
  /** Does the work once; `round` differs each time, so that nothing can be remembered from the round before. */
  readonly run: (round: number) => unknown;
}

export interface Measured {
  readonly title: string;
  readonly ours: string;
  readonly against: string;
  readonly oursMs: number;
  readonly againstMs: number;
}

/**
 * Runs both sides in turn, so that what else the machine does falls on both alike, and takes the median of each.
 * The first rounds, in which the program is still being compiled, are left out.
 */
export function measure({ title, ours, against }: Comparison, rounds = 15, warmUp = 3): Measured {
  const times = { ours: [] as number[], against: [] as number[] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const pair = { ours: timed(ours, round), against: timed(against, round) };
    if (round < warmUp) continue;
    times.ours.push(pair.ours);
    times.against.push(pair.against);
  }
  return { title, ours: ours.name, against: against.name, oursMs: median(times.ours), againstMs: median(times.against) };
}

/** A table for the terminal: medians in milliseconds, and how many times longer the other side takes. */
export function printTable(rows: readonly Measured[]): void {
  const cells = rows.map(({ title, ours, against, oursMs, againstMs }) => [
    title,
    `${ours} ${milliseconds(oursMs)}`,
    `${against} ${milliseconds(againstMs)}`,
    `× ${(againstMs / oursMs).toPrecision(2)}`,
  ]);
  const all = [['what', 'ours', 'beside', 'ratio'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    );
}

function timed({ run }: Work, round: number): number {
  const start = performance.now();
  run(round);
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function milliseconds(time: number): string {
  return `${time.toPrecision(3)} ms`;
}
