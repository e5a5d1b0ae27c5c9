import { each, type Few, withOne, withoutOne } from './few';

/**
 * Remembers what was computed, and what was read to compute it. When something read becomes another, what rests on it is
 * doubtful: the next time it is asked for it is computed again, if what it rests on really has changed. So the work after an
 * edit follows what depends on the edit. (The way of build systems and spreadsheets; see Acar, "Self-Adjusting Computation",
 * 2005.)
 *
 * It changes with every question, and nobody can tell: an answer is always what computing it anew would give. Values are
 * of any type here; `query.ts` gives each kind of question its own.
 */
export interface Memory {
  /** What answers are about, as it is now. Computations are given it and must not keep it. */
  owner: unknown;
  /** The computation that is under way; what is asked meanwhile is what it reads. */
  reading: Reading | undefined;
  /** Answers that only the world outside has asked for. */
  readonly loose: Set<Answer>;
  /** How many answers were computed so far: what an edit costs, told without a clock. */
  computed: number;
  readonly answers: WeakMap<Rule, Map<unknown, Answer>>;
}

/** A kind of question, and how it is answered for each key. */
export interface Rule {
  /** The answers in the memory that was asked last: nearly always the one that is asked next. */
  latest: { readonly memory: Memory; readonly answers: Map<unknown, Answer> } | undefined;
  readonly compute: (owner: unknown, key: unknown) => unknown;
  readonly isSame: (before: unknown, now: unknown) => boolean;
  /** The answer while it is being computed and is asked for by what it asks: the end of a circle. */
  readonly meanwhile: unknown;
  /** Whether answers are kept though nothing reads them: the world outside asks for them again and again. */
  readonly isLasting: boolean;
  /** Called when an answer stops being fresh: somebody wants to know. */
  readonly onDoubt: ((owner: unknown, key: unknown) => void) | undefined;
}

type State =
  /** What computing it anew would give. */
  | 'fresh'
  /** Something it rests on, perhaps far below, may have changed. */
  | 'doubtful'
  /** Something it has read has changed, or it was never computed. */
  | 'stale'
  | 'under_way';

export interface Answer {
  readonly rule: Rule;
  readonly key: unknown;
  value: unknown;
  /** Whether it has ever had a value. */
  isKnown: boolean;
  state: State;
  reads: readonly Answer[];
  readers: Few<Answer>;
  /** The last computation that has read it, so that reading it again costs nothing. */
  readBy: Reading | undefined;
  /** How many of its reads are known to be as they were, while it is doubtful. */
  settled: number;
}

interface Reading {
  readonly reader: Answer;
  reads: Answer[];
}

export function createMemory(): Memory {
  return { owner: undefined, reading: undefined, loose: new Set(), computed: 0, answers: new WeakMap() };
}

/** The answer to a question, found or made: not computed yet, and no read. */
function answerTo(memory: Memory, rule: Rule, key: unknown): Answer {
  const answers = rule.latest?.memory === memory ? rule.latest.answers : answersTo(memory, rule);
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = newAnswer(rule, key);
    answers.set(key, answer);
  }
  return answer;
}

function answersTo(memory: Memory, rule: Rule): Map<unknown, Answer> {
  const answers = memory.answers.get(rule) ?? new Map<unknown, Answer>();
  memory.answers.set(rule, answers);
  rule.latest = { memory, answers };
  return answers;
}

function newAnswer(rule: Rule, key: unknown): Answer {
  return {
    rule,
    key,
    value: undefined,
    isKnown: false,
    state: 'stale',
    reads: nothingRead,
    readers: undefined,
    readBy: undefined,
    settled: 0,
  };
}

const nothingRead: readonly Answer[] = [];

/** The list of a reading that is over. */
const spent: Answer[] = [];

/** The value, computed where it has to be. */
export function ask(memory: Memory, rule: Rule, key: unknown): unknown {
  const answer = answerTo(memory, rule, key);
  const { reading } = memory;
  if (reading === undefined) noteLoose(memory, answer);
  else if (answer.readBy !== reading) link(reading, answer);
  if (answer.state === 'doubtful') settle(memory, answer);
  if (answer.state === 'stale') compute(memory, answer);
  return answer.state === 'under_way' ? rule.meanwhile : answer.value;
}

function noteLoose({ loose }: Memory, answer: Answer): void {
  if (isUnwanted(answer)) loose.add(answer);
}

/** Whether an answer is there without any work. */
export function isAnswered(memory: Memory, rule: Rule, key: unknown): boolean {
  const state = memory.answers.get(rule)?.get(key)?.state;
  return state === 'fresh' || state === 'under_way';
}

/** Does something that nothing is taken to read: what it asks is computed before what rests on it. */
export function aside<T>(memory: Memory, work: () => T): T {
  const outer = memory.reading;
  memory.reading = undefined;
  try {
    return work();
  } finally {
    memory.reading = outer;
  }
}

/** What an answer was read from outside has changed: it is computed again when it is next asked for. */
export function invalidate(memory: Memory, rule: Rule, key: unknown): void {
  const answer = memory.answers.get(rule)?.get(key);
  if (answer !== undefined) outdate(memory, answer);
}

/** Whoever has read an answer must look again. */
function touch(memory: Memory, answer: Answer): void {
  for (const reader of each(answer.readers)) outdate(memory, reader);
}

/** Lets an answer go that is not wanted any more, with all that was computed for it alone. */
export function release(memory: Memory, released: Answer): void {
  const leaving = [released];
  for (let next = leaving.pop(); next !== undefined; next = leaving.pop()) {
    memory.answers.get(next.rule)?.delete(next.key);
    memory.loose.delete(next);
    for (const read of next.reads) {
      unlink(read, next);
      if (isUnwanted(read)) leaving.push(read);
    }
    next.reads = nothingRead;
  }
}

/** Lets go of what only the world outside has asked for. It is known again when it is asked for again, unless it is lasting. */
export function releaseLoose(memory: Memory): void {
  for (const answer of memory.loose) if (isUnwanted(answer)) release(memory, answer);
  memory.loose.clear();
}

function isUnwanted({ rule, readers }: Answer): boolean {
  return !rule.isLasting && readers === undefined;
}

function link(reading: Reading, answer: Answer): void {
  answer.readBy = reading;
  reading.reads.push(answer);
  answer.readers = withOne(answer.readers, reading.reader);
}

function unlink(answer: Answer, reader: Answer): void {
  answer.readers = withoutOne(answer.readers, reader);
}

/** Looks whether what a doubtful answer has read is as it was, the deepest first; with a list, as chains may be long. */
function settle(memory: Memory, asked: Answer): void {
  const path = [asked];
  const onPath = new Set(path);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.state === 'doubtful' ? nextUnsettled(top) : undefined;
    if (next !== undefined && (next.state === 'under_way' || onPath.has(next))) {
      // It rests on itself: what was known of the circle before says nothing, so it is computed as if for the first time.
      top.state = 'stale';
    } else if (next?.state === 'doubtful') {
      path.push(next);
      onPath.add(next);
    } else if (next !== undefined) compute(memory, next);
    else {
      if (top.state === 'doubtful') top.state = 'fresh';
      else if (top.state === 'stale' && top !== asked) compute(memory, top);
      path.pop();
      onPath.delete(top);
    }
  }
}

function nextUnsettled(answer: Answer): Answer | undefined {
  for (; answer.settled < answer.reads.length; answer.settled++) {
    const read = answer.reads[answer.settled];
    if (read !== undefined && read.state !== 'fresh') return read;
  }
  return undefined;
}

function compute(memory: Memory, answer: Answer): void {
  const { rule, key } = answer;
  const before = answer.reads;
  const outer = memory.reading;
  const reading: Reading = { reader: answer, reads: [] };
  answer.state = 'under_way';
  memory.reading = reading;
  memory.computed += 1;
  let value: unknown;
  // What throws has no value, and is asked again.
  let state: State = 'stale';
  try {
    value = rule.compute(memory.owner, key);
    state = 'fresh';
  } finally {
    memory.reading = outer;
    answer.state = state;
    answer.settled = 0;
    // The copy is as long as it needs to be; the list it was gathered in has room for more.
    answer.reads = reading.reads.length === 0 ? nothingRead : reading.reads.slice();
    // What has read an answer last stays known by that answer, and must not hold the list.
    reading.reads = spent;
    unlinkOthers(memory, answer, before);
  }
  if (answer.isKnown && rule.isSame(answer.value, value)) return;
  answer.isKnown = true;
  answer.value = value;
  touch(memory, answer);
}

function unlinkOthers(memory: Memory, answer: Answer, before: readonly Answer[]): void {
  if (before.length === 0) return;
  const now = new Set(answer.reads);
  for (const read of before) {
    if (now.has(read)) continue;
    unlink(read, answer);
    if (isUnwanted(read)) release(memory, read);
  }
}

/** Something this answer has read has become another. */
function outdate(memory: Memory, answer: Answer): void {
  if (answer.state === 'under_way') return;
  const wasFresh = answer.state === 'fresh';
  answer.state = 'stale';
  if (wasFresh) spreadDoubt(memory, answer);
}

function spreadDoubt(memory: Memory, stale: Answer): void {
  const reached = [stale];
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    next.settled = 0;
    next.rule.onDoubt?.(memory.owner, next.key);
    for (const reader of each(next.readers)) {
      if (reader.state !== 'fresh') continue;
      reader.state = 'doubtful';
      reached.push(reader);
    }
  }
}
