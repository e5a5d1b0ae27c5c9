import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import { readFile } from '../../server/src/language';
import type { parseTolerantly } from '../../server/src/language/syntax/parse';
import type { readPlain } from '../../server/src/language/syntax/plain';
import { printColumns, quantile } from './editor/table';
import { generateCodebook } from './generate';

interface Readers {
  readonly readPlain: typeof readPlain;
  readonly parseTolerantly: typeof parseTolerantly;
}

type Read = Readers['parseTolerantly'] | Readers['readPlain'];

/** How fast entries become trees: our reader of plain block style beside the one that asks `yaml`, over the same entries. */
export function benchReading(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { questions: { type: 'string', default: '100,1000,10000' }, rounds: { type: 'string', default: '5' } },
  });
  const head = ['questions', 'MB', 'read fast', 'first, MB/s', 'hot, MB/s', 'with yaml, MB/s', 'ratio'];
  const lines = values.questions.split(',').map((size) => lineOf(Number(size), Number(values.rounds)));
  printColumns([head, ...lines]);
}

function lineOf(size: number, rounds: number): readonly string[] {
  const text = generateCodebook({ questions: size });
  const entries = readFile(text).entries.map(({ entry }) => entry);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const speed = (milliseconds: number) => (megabytes / milliseconds) * 1000;
  const { readPlain: fast, parseTolerantly: tolerant } = freshReaders();
  const fastTimes: number[] = [];
  const tolerantTimes: number[] = [];
  const time = (read: Read): number => {
    const begin = performance.now();
    for (const { text, role, indent } of entries) read(text, role, indent);
    return performance.now() - begin;
  };
  const first = time(fast);
  for (let round = 0; round < rounds; round += 1) {
    for (let again = 0; again < 4; again += 1) fastTimes.push(time(fast));
    tolerantTimes.push(time(tolerant));
  }
  const [ours, theirs] = [quantile(fastTimes) ?? Number.NaN, quantile(tolerantTimes) ?? Number.NaN];
  const read = entries.filter(({ text, role, indent }) => fast(text, role, indent) !== undefined).length / entries.length;
  return [
    size.toLocaleString('en'),
    megabytes.toFixed(2),
    `${(read * 100).toFixed(1)} %`,
    ...[speed(first), speed(ours), speed(theirs)].map((value) => value.toPrecision(3)),
    `× ${(theirs / ours).toPrecision(2)}`,
  ];
}

/** Bundled as they ship, and not yet compiled by the engine: the first round shows what opening a file costs. */
function freshReaders(): Readers {
  const room = './server/src/language/syntax';
  const contents = `export { readPlain } from '${room}/plain'; export { parseTolerantly } from '${room}/parse';`;
  const stdin = { contents, resolveDir: '.' };
  const { outputFiles } = buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', write: false });
  const program = { exports: {} as Readers };
  compileFunction(outputFiles[0]?.text ?? '', ['module', 'require'])(program, createRequire(import.meta.url));
  return program.exports;
}
