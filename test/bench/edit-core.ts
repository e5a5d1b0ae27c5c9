import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { applyChanges, emptySnapshot, offsetAt, readFile, reportedProblems, type Snapshot } from '../../server/src/language';
import { type Place, placesIn } from './editor/places';
import { quantile } from './editor/table';
import { generateCodebook } from './generate';

const file = '/large.codebook.yaml';

/**
 * From an edit to its problems in this process alone, without protocol and process switching, so that a profile shows
 * the core: `node --cpu-prof --import tsx test/bench/index.ts edit-core --questions 10000`.
 */
export function benchEditCore(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string', default: '100,1000,10000,50000' },
      edits: { type: 'string', default: '60' },
      seconds: { type: 'string', default: '30' },
    },
  });
  const [edits, limit] = [Number(values.edits), Number(values.seconds) * 1000];
  const head = ['questions', 'open', 'letter', '95 %', 'name', '95 %', 'applying', 'problems', 'edits'];
  const print = (cells: readonly string[]) => console.log(cells.map((cell) => cell.padStart(10)).join(''));
  console.log('Milliseconds; medians. Applying and problems are the parts of a letter in a label.');
  print(head);
  for (const size of values.questions.split(',')) print(lineOf(Number(size), edits, limit));
}

function lineOf(size: number, edits: number, limit: number): readonly string[] {
  const text = generateCodebook({ questions: size });
  const places = placesIn(text);
  const begin = performance.now();
  const opened = applyChanges(emptySnapshot([]), [{ kind: 'set', file, text }]);
  reportedProblems(opened, file);
  const open = performance.now() - begin;
  const syntax = readFile(text);
  const offsets = (some: readonly Place[]) => some.map((place) => offsetAt(syntax, place));
  const letters = editsAt(opened, offsets(places.labels), 'x', edits, limit);
  const names = editsAt(opened, offsets(places.names), '0x', Math.ceil(edits / 3), limit);
  return [
    size.toLocaleString('en'),
    milliseconds([open]),
    ...[0.5, 0.95].map((share) => milliseconds(totals(letters), share)),
    ...[0.5, 0.95].map((share) => milliseconds(totals(names), share)),
    milliseconds(letters.map(({ changing }) => changing)),
    milliseconds(letters.map(({ checking }) => checking)),
    String(letters.length + names.length),
  ];
}

interface Timed {
  readonly changing: number;
  readonly checking: number;
}

/** Puts a text in and takes it out again, at one place after the other, each time from the state before. */
function editsAt(
  opened: Snapshot,
  offsets: readonly number[],
  newText: string,
  count: number,
  limit: number,
): readonly Timed[] {
  const times: Timed[] = [];
  const end = performance.now() + limit;
  let now = opened;
  const edit = (start: number, length: number, inserted: string) => {
    const begin = performance.now();
    now = applyChanges(now, [{ kind: 'edit', file, edits: [{ span: { start, end: start + length }, newText: inserted }] }]);
    const changed = performance.now();
    reportedProblems(now, file);
    times.push({ changing: changed - begin, checking: performance.now() - changed });
  };
  for (let at = 0; at < count / 2 && performance.now() < end; at += 1) {
    const offset = offsets[at % offsets.length] ?? 0;
    edit(offset, 0, newText);
    edit(offset, newText.length, '');
  }
  return times;
}

function totals(times: readonly Timed[]): readonly number[] {
  return times.map(({ changing, checking }) => changing + checking);
}

function milliseconds(times: readonly number[], share?: number): string {
  return (quantile(times, share) ?? Number.NaN).toPrecision(3);
}
