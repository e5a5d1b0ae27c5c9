import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { CancellationTokenSource, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { insert, type Place, type Places, remove } from './places';
import type { Side } from './servers';
import { inTime, type Session } from './session';

/** One number of a series: milliseconds, megabytes or a count. */
export type Sample = readonly [series: Series, value: number];

export type Series =
  | 'start'
  | 'open, first'
  | 'open, all'
  | 'problems'
  | 'letter'
  | 'name'
  | 'completion'
  | 'completion after an edit'
  | 'completions'
  | 'hover'
  | 'outline'
  | 'symbols'
  | 'typing, completion'
  | 'typing, problems'
  | 'scale id, 3 uses'
  | 'scale id, many uses'
  | 'uses'
  | 'indentation'
  | 'open quote'
  | 'block scalar'
  | 'memory'
  | 'peak memory'
  | 'memory after edits';

/** One thing measured, on some of the servers. It gives samples until it is done or has had its time. */
export interface Step {
  readonly name: string;
  readonly sides: readonly Side[];
  /** Whether it has an end of its own, whatever time it takes. */
  readonly isLong?: boolean;
  readonly run: (session: Session, places: Places) => AsyncGenerator<Sample, void, undefined>;
}

const everywhere: readonly Side[] = ['sent', 'asked', 'peer'];
const whereSent: readonly Side[] = ['sent', 'peer'];

/** How long a server that sends problems must be silent to have sent all. It is not part of what is measured. */
const silence = { open: 1000, edit: 300 };

export function stepsOf(edits: number): readonly Step[] {
  return [
    { name: 'opening', sides: everywhere, isLong: true, run: opening },
    { name: 'letters in labels', sides: ['asked', 'peer'], run: letters },
    { name: 'names broken and mended', sides: whereSent, run: names },
    { name: 'completion', sides: whereSent, run: completion },
    { name: 'completion after an edit', sides: whereSent, run: completionAfterEdit },
    { name: 'hover', sides: whereSent, run: hover },
    { name: 'outline', sides: whereSent, run: outline },
    { name: 'the id of a scale with few uses', sides: ['sent'], run: fewUses },
    { name: 'the id of a scale with many', sides: ['sent'], run: manyUses },
    { name: 'indentation', sides: whereSent, run: indentation },
    { name: 'an open quote', sides: whereSent, run: openQuote },
    { name: 'a block scalar', sides: whereSent, run: blockScalar },
    { name: 'typing', sides: whereSent, run: typing },
    { name: 'memory', sides: everywhere, run: memory },
    ...(edits > 0 ? [{ name: `${edits} edits`, sides: ['asked'] as const, isLong: true, run: manyEdits(edits) }] : []),
  ];
}

async function* opening(session: Session, { text }: Places): AsyncGenerator<Sample> {
  yield ['start', session.started];
  // A server may still be busy with its own start.
  await sleep(600);
  const begin = performance.now();
  const version = session.open(text);
  if (session.server.asks) {
    await asked(session);
    yield ['open, all', performance.now() - begin];
    return;
  }
  const [first, all] = await Promise.all([session.firstProblems(version), session.allProblems(version, silence.open)]);
  yield ['open, first', first - begin];
  yield ['open, all', all.at - begin];
  yield ['problems', all.count];
}

/** A letter that makes no mistake. A server that sends only what changed would not tell when it is done, so it is asked. */
async function* letters(session: Session, { labels }: Places): AsyncGenerator<Sample> {
  for (const place of labels.slice(0, 30)) yield* thereAndBack(session, 'letter', place, 'x');
}

async function* names(session: Session, { names }: Places): AsyncGenerator<Sample> {
  for (const place of names.slice(0, 10)) yield* thereAndBack(session, 'name', place, '0x');
}

async function* completion(session: Session, { references }: Places): AsyncGenerator<Sample> {
  for (const place of references.slice(0, 20)) {
    const { time, answer } = await timed(session, 'textDocument/completion', place);
    yield ['completion', time];
    yield ['completions', itemsIn(answer)];
  }
}

/** Asked for in the same moment as an edit elsewhere. */
async function* completionAfterEdit(session: Session, { references, names }: Places): AsyncGenerator<Sample> {
  for (const [at, place] of references.slice(20, 30).entries()) {
    const name = names[at + 20];
    if (name === undefined) return;
    const times: number[] = [];
    for (const edit of [insert(name, '0x'), remove(name, '0x')]) {
      const sent = session.allProblems(session.edit(edit), silence.edit);
      times.push((await timed(session, 'textDocument/completion', place)).time);
      await sent;
    }
    for (const time of times) yield ['completion after an edit', time];
  }
}

async function* hover(session: Session, { scales }: Places): AsyncGenerator<Sample> {
  for (const place of scales.slice(40, 60)) yield ['hover', (await timed(session, 'textDocument/hover', inside(place))).time];
}

async function* outline(session: Session): AsyncGenerator<Sample> {
  for (let round = 0; round < 5; round += 1) {
    const { time, answer } = await timed(session, 'textDocument/documentSymbol');
    yield ['outline', time];
    yield ['symbols', symbolsIn(answer)];
  }
}

/** A changed id leaves all that refer to it without one; changed back, all are right again. */
async function* fewUses(session: Session, { declarations }: Places): AsyncGenerator<Sample> {
  const few = declarations.filter(({ used }) => used === 3).slice(0, 5);
  for (const place of few) yield* thereAndBack(session, 'scale id, 3 uses', place, 'x');
}

async function* manyUses(session: Session, { declarations }: Places): AsyncGenerator<Sample> {
  const most = declarations.reduce((one, other) => (other.used > one.used ? other : one), { line: 0, character: 0, used: 0 });
  yield ['uses', most.used];
  for (let round = 0; round < 5; round += 1) yield* thereAndBack(session, 'scale id, many uses', most, 'x');
}

/** Edits after which the lines that follow may mean something else. */
async function* indentation(session: Session, { heads }: Places): AsyncGenerator<Sample> {
  for (const { line } of heads.slice(0, 6)) yield* thereAndBack(session, 'indentation', { line, character: 0 }, ' ');
}

async function* openQuote(session: Session, { labels }: Places): AsyncGenerator<Sample> {
  for (const place of labels.slice(40, 46)) yield* thereAndBack(session, 'open quote', place, '"');
}

async function* blockScalar(session: Session, { heads }: Places): AsyncGenerator<Sample> {
  for (const place of heads.slice(6, 12)) yield* thereAndBack(session, 'block scalar', place, ' |');
}

/** Twelve keys, 80 ms apart. Each asks for completion and takes back what the key before it asked for. */
async function* typing(session: Session, { scales }: Places): AsyncGenerator<Sample> {
  for (const start of scales.slice(60, 63)) {
    const answered: Promise<number | undefined>[] = [];
    let cancellation = new CancellationTokenSource();
    let [version, last] = [0, 0];
    for (let key = 0; key < 12; key += 1) {
      cancellation.cancel();
      cancellation = new CancellationTokenSource();
      const place = { line: start.line, character: start.character + key };
      last = performance.now();
      version = session.edit(insert(place, 'x'));
      const asking = timed(session, 'textDocument/completion', after(place, 1), cancellation.token);
      answered.push(asking.then(({ time }) => time).catch(() => undefined));
      if (key < 11) await sleep(80);
    }
    const all = await session.allProblems(version, silence.open);
    const times = await inTime(Promise.all(answered));
    await session.allProblems(session.edit(remove(start, 'x'.repeat(12))), silence.edit);
    yield ['typing, problems', all.at - last];
    for (const time of times) if (time !== undefined) yield ['typing, completion', time];
  }
}

async function* memory(session: Session): AsyncGenerator<Sample> {
  const { now, peak } = session.memory();
  yield ['memory', now];
  yield ['peak memory', peak];
}

function manyEdits(count: number): Step['run'] {
  return async function* (session, { labels }) {
    for (let at = 0; at < count / 2; at += 1) {
      const place = labels[at % labels.length];
      if (place === undefined) return;
      for (const edit of [insert(place, 'x'), remove(place, 'x')]) await timeOf(session, edit);
    }
    yield ['memory after edits', session.memory().now];
  };
}

/** An edit and its taking back. Both are made before either is told, so that the text is whole again wherever one stops. */
async function* thereAndBack(session: Session, series: Series, place: Place, text: string): AsyncGenerator<Sample> {
  const there = await timeOf(session, insert(place, text));
  const back = await timeOf(session, remove(place, text));
  yield [series, there];
  yield [series, back];
}

/** From an edit to the problems of the text that it makes, in milliseconds. */
async function timeOf(session: Session, edit: TextDocumentContentChangeEvent): Promise<number> {
  const begin = performance.now();
  const version = session.edit(edit);
  if (!session.server.asks) return (await session.allProblems(version, silence.edit)).at - begin;
  await asked(session);
  return performance.now() - begin;
}

async function asked({ connection, uri }: Session): Promise<void> {
  await inTime(connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }));
}

async function timed(
  { connection, uri }: Session,
  method: string,
  position?: Place,
  token?: CancellationTokenSource['token'],
): Promise<{ readonly time: number; readonly answer: unknown }> {
  const begin = performance.now();
  const params = { textDocument: { uri }, ...(position === undefined ? {} : { position }) };
  const answer = await inTime(
    token === undefined
      ? connection.sendRequest<unknown>(method, params)
      : connection.sendRequest<unknown>(method, params, token),
  );
  return { time: performance.now() - begin, answer };
}

function inside(place: Place): Place {
  return after(place, -2);
}

function after({ line, character }: Place, columns: number): Place {
  return { line, character: character + columns };
}

function itemsIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  return typeof answer === 'object' && answer !== null && 'items' in answer ? itemsIn(answer.items) : 0;
}

function symbolsIn(answer: unknown): number {
  if (!Array.isArray(answer)) return 0;
  return answer.reduce((sum: number, symbol: { children?: unknown }) => sum + 1 + symbolsIn(symbol.children), 0);
}
