import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseTable } from '../../server/src/data';
import type { DataTable } from '../../server/src/language';
import { generateCodebook } from '../bench/generate';

/** Codebooks by their names, in the order in which they were opened. */
export type Texts = ReadonlyMap<string, string>;

/** Files that are edited together, with the tables that a codebook with data may be given. */
export interface Library {
  readonly texts: Texts;
  readonly tables: readonly DataTable[];
}

/** The samples, each folder by itself: files that import each other are edited together. */
export function sampleLibraries(): ReadonlyMap<string, Library> {
  const folders = ['samples/innovation-2020', 'samples/starter', ...brokenSamples().filter((path) => isFolder(path))];
  const found = folders.map((folder) => [folder.slice(8), libraryIn(folder)] as const);
  return new Map(found.filter(([, { texts }]) => texts.size > 0));
}

/** The samples of one file. */
export function singleSamples(): readonly Library[] {
  const paths = brokenSamples().filter((path) => !isFolder(path) && isCodebook(path));
  return paths.map((path) => ({ texts: new Map([['/single.codebook.yaml', readFileSync(path, 'utf8')]]), tables: [] }));
}

export function generatedLibrary(questions: number): Library {
  return { texts: new Map([['/large.codebook.yaml', generateCodebook({ questions })]]), tables: [] };
}

/** So small that nearly every step touches a name that something else hangs on, and hangs on it alone. */
export function smallLibrary(): Library {
  return {
    texts: new Map([
      ['/s/main.codebook.yaml', small],
      ['/s/more.codebook.yaml', smaller],
      [
        '/s/side.codebook.yaml',
        smaller.replace('codebook: more', 'codebook: side').replaceAll('far', 'near').replace(' t:', ' u:'),
      ],
    ]),
    tables: [],
  };
}

const small = `codebook: small
languages: [en]
import: [more.codebook.yaml, side.codebook.yaml]
stages:
  one: {en: One}
scales:
  pair: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
  other: {categories: {a: {code: 1, label: A}, c: {code: 2, label: C}}}
questions:
  q: {stage: one, label: Q, scale: pair}
  r: {label: R, scale: other, ask_if: q = a}
  s: {label: S, scale: far, ask_if: r = c}
derived:
  d: {label: D, value: r = a}
  e: {label: E, value: d}
indicators:
  i: {label: I, measure: share, of: e, base: answered}
`;

const smaller = `codebook: more
languages: [en]
scales:
  far: {categories: {a: {code: 1, label: A}, d: {code: 2, label: D}}}
questions:
  t: {label: T, scale: far}
`;

/** Codebooks that import each other in every way, with data in the topmost. */
export function importingLibrary(): Library {
  const texts: Texts = new Map([
    ['/w/scales.codebook.yaml', scales],
    ['/w/base.codebook.yaml', base],
    ['/w/main.codebook.yaml', main],
    ['/w/other.codebook.yaml', other],
  ]);
  return { texts, tables: [answers, otherAnswers].flatMap((text) => tableFrom('answers.csv', text) ?? []) };
}

const scales = `codebook: scales
languages: [sv, en]
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, label: {sv: I hög grad, en: To a high degree}}
      some: {code: 2, label: {sv: I viss grad, en: To some degree}}
      none: {code: 3, label: {sv: Inte alls, en: Not at all}}
    missing:
      dont_know: {code: 8, kind: dont_know, label: {sv: Vet ej, en: Don't know}}
    groups:
      top: {label: {sv: Minst i viss grad, en: At least some}, of: [high, some]}
  actors:
    categories:
      agency: {code: 1, label: {sv: Myndigheter, en: Agencies}}
      region: {code: 2, label: {sv: Regioner, en: Regions}}
`;

const base = `codebook: base
import: [scales.codebook.yaml]
languages: [sv, en]
defaults: {base: answered, by: [actor]}
stages:
  start: {sv: Början, en: Start}
questions:
  actor: {stage: start, label: {sv: Aktör, en: Actor}, scale: actors}
  # codebook-ignore routing-refers-later: kept as it was printed
  trust: {stage: start, label: {sv: Tillit, en: Trust}, scale: extent}
`;

const main = `codebook: main
version: 1.0.0
import: [base.codebook.yaml]
languages: [sv, en]
data: {file: answers.csv}
defaults: {base: answered, by: [actor], rounding: half_up, decimals: 0}
stages:
  use: {sv: Bruk, en: Use}
questions:
  used: {stage: use, label: {sv: Bruk, en: Use}, scale: extent, ask_if: trust >= some}
  how:
    stage: use
    label: {sv: Hur, en: How}
    ask_if: used = top
    scale: extent
    items:
      home: {sv: Hemma, en: At home}
      work: {sv: På arbetet, en: At work}
  times: {stage: use, label: {sv: Gånger, en: Times}, type: number, range: 0..9, ask_if: used = high}
derived:
  several:
    label: {sv: Flera, en: Several}
    value: count(how = top) >= 2
    unknown: {rule: as_no, not_asked: as_no}
  often:
    label: {sv: Ofta, en: Often}
    value: several and times >= 3
    unknown: {rule: as_no, not_asked: as_no}
indicators:
  share_used:
    label: {sv: Andel bruk, en: Share of use}
    measure: share
    of: used = top
  share_several:
    label: {sv: Andel flera, en: Share of several}
    measure: share
    of: several
    by: [actor]
  mean_times:
    label: {sv: Gånger i medel, en: Mean times}
    measure: mean
    of: times
figures:
  figure_1:
    label: {sv: Bruk, en: Use}
    indicator: share_used
    source: {page: 4}
    by: [actor]
    values: {agency: 67, region: 50, total: 60}
tests:
  asked_twice:
    given: {trust: high, used: high, how.home: high, how.work: some}
    expect: {several: yes}
`;

const other = `codebook: other
import: [base.codebook.yaml, scales.codebook.yaml]
languages: [en]
questions:
  known: {label: Known, scale: extent, ask_if: actor = agency}
indicators:
  share_known: {label: Share, measure: share, of: known = top}
`;

const answers = `actor,trust,used,how_home,how_work,times
1,1,1,1,2,5
1,1,2,3,2,
1,2,3,,,
1,3,,,,
1,8,,,,
2,1,1,1,1,2
2,1,1,2,8,7
2,2,3,,,
2,2,8,,,
2,3,,,,
`;

const otherAnswers = `actor,trust,used,how_home,how_work,times,weight
1,1,3,,,,1
2,1,1,2,2,3,0.5
2,3,1,2,2,4,2
9,1,2,1,3,x,
`;

function brokenSamples(): readonly string[] {
  return readdirSync('samples/broken').map((name) => `samples/broken/${name}`);
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

function isCodebook(path: string): boolean {
  return /\.codebook\.ya?ml$/.test(path);
}

function libraryIn(folder: string): Library {
  const names = readdirSync(folder);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const tables = names
    .filter((name) => /\.[ct]sv$/.test(name))
    .flatMap((name) => tableFrom(name, firstLines(read(name))) ?? []);
  return { texts: new Map(names.filter(isCodebook).map((name) => [`/${join(folder, name)}`, read(name)])), tables };
}

/** So many rows are enough for every state of a column, and quickly counted. */
const mostRows = 40;

function firstLines(text: string): string {
  return `${text.split('\n').slice(0, mostRows).join('\n')}\n`;
}

/** None where a sample's data can't be read, which is what is wrong with it. */
function tableFrom(file: string, text: string): DataTable | undefined {
  return parseTable(new TextEncoder().encode(text), { file }).table;
}
