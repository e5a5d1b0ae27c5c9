import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Design, type Drawn, drawnAs, type Row } from './drawn';

/** What estimates.R wrote. */
export interface Reference {
  /** The version of R and of its package. */
  readonly from: string;
  /** Largest relative difference, `default` or by field. */
  readonly tolerances: Readonly<Record<string, number>>;
  readonly samples: readonly (Design & { readonly data: string; readonly label?: string })[];
  readonly cases: readonly Case[];
}

/** One statistic of one sample, in the domain where the columns have these values; or of a distribution. */
export interface Case {
  readonly kind: string;
  readonly sample?: number;
  /** The column it is of, and of a ratio or a table the other one. */
  readonly of?: string;
  readonly over?: string;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly high?: string;
  readonly at?: number;
  readonly level?: number;
  readonly df?: number | 'domain' | 'design';
  readonly items?: readonly string[];
  readonly arguments?: readonly number[];
  /** Of two waves, the numbers of the later. */
  readonly others?: readonly number[];
  readonly where?: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, Expected>>;
}

/** `null` where R says that there is none. */
export type Expected = number | readonly number[] | string | boolean | null;

export const reference: Reference = JSON.parse(readHere('estimates.json'));

export interface Surveyed extends Drawn {
  readonly rows: readonly Row[];
}

const surveyed = new Map<number, Surveyed>();

/** The sample of a case, drawn once. */
export function sampleOf(one: Case): Surveyed {
  const place = one.sample ?? 0;
  const design = reference.samples[place];
  const known = surveyed.get(place);
  if (known || !design) return known ?? { rows: [], ...drawnAs([], { ids: ['*'], strata: [], fpc: [] }) };
  const rows = readRows(design.data);
  const found = { rows, ...drawnAs(rows, design) };
  surveyed.set(place, found);
  return found;
}

function readRows(name: string): readonly Row[] {
  const [head = '', ...lines] = readHere(`${name}.csv`).trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, at) => [column, cellOf(cells[at] ?? '')]));
  });
}

function cellOf(text: string): string | number {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function readHere(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}
