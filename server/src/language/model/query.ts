import { bookOf } from './book';
import type { Book, Codebook } from './codebook';
import { aside, ask, invalidate, isAnswered, type Rule, release } from './memory';

/**
 * A question about a codebook whose answer is remembered until something it was computed from changes. It is the model's only
 * way to keep what rests on more than one entry: `compute` asks other questions and looks things up in the codebook, and all
 * of that is noticed. It must not keep the codebook it is given, nor look at one that it was not given.
 */
export interface Query<K, V> {
  (codebook: Codebook, key: K): V;
  readonly rule: Rule;
}

export interface QueryOptions<K, V> {
  /** Whether two answers are the same to all who read them; else nothing but the same object is. */
  readonly isSame?: (before: V, now: V) => boolean;
  /** The answer while it is being computed, for what asks for it in a circle. */
  readonly meanwhile?: V;
  /** Whether answers are kept though no other answer rests on them: for what is asked for again after each edit. */
  readonly isLasting?: boolean;
  /** Called when an answer may not be right any more. Such answers are lasting: who wants to know lets them go. */
  readonly onDoubt?: (book: Book, key: K) => void;
}

export function query<K, V>(compute: (codebook: Codebook, key: K) => V, options: QueryOptions<K, V> = {}): Query<K, V> {
  // The one place where types are taken on trust: a memory gives a rule the keys and values that came from the rule.
  const { isSame, onDoubt } = options;
  const rule: Rule = {
    latest: undefined,
    compute: (book, key) => compute((book as Book).codebook, key as K),
    isSame: isSame === undefined ? Object.is : (before, now) => isSame(before as V, now as V),
    meanwhile: options.meanwhile,
    isLasting: options.isLasting === true || onDoubt !== undefined,
    onDoubt: onDoubt === undefined ? undefined : (book, key) => onDoubt(book as Book, key as K),
  };
  const asked = (codebook: Codebook, key: K) => ask(bookOf(codebook).memory, rule, key) as V;
  return Object.assign(asked, { rule });
}

/**
 * The same for what rests on answers of its own kind, as definitions do on definitions: those below are computed first and one by
 * one, so that a long chain does not run out of stack.
 */
export function chainedQuery<V>(
  below: (codebook: Codebook, name: string) => readonly string[],
  compute: (codebook: Codebook, name: string) => V,
  options: QueryOptions<string, V> = {},
): Query<string, V> {
  const answer = query(compute, options);
  const asked = (codebook: Codebook, name: string): V => {
    const { memory } = bookOf(codebook);
    if (!isAnswered(memory, answer.rule, name)) aside(memory, () => computeBelow(codebook, name));
    return answer(codebook, name);
  };
  const computeBelow = (codebook: Codebook, top: string): void => {
    const { memory } = bookOf(codebook);
    const opened = new Set<string>();
    const stack = [top];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      if (opened.has(name)) {
        stack.pop();
        if (name !== top) answer(codebook, name);
        continue;
      }
      opened.add(name);
      for (const other of below(codebook, name)) {
        if (!opened.has(other) && !isAnswered(memory, answer.rule, other)) stack.push(other);
      }
    }
  };
  return Object.assign(asked, { rule: answer.rule });
}

/** Looks at something without being known to rest on it. */
export function notRead<T>(codebook: Codebook, work: () => T): T {
  return aside(bookOf(codebook).memory, work);
}

/** An answer that its owner wants no more. */
export function letGo<K>(codebook: Codebook, { rule }: Query<K, unknown>, key: K): void {
  const { memory } = bookOf(codebook);
  const answer = memory.answers.get(rule)?.get(key);
  if (answer !== undefined) release(memory, answer);
}

/** All answers to a question that nothing rests on. */
export function letGoAll<K>(codebook: Codebook, { rule }: Query<K, unknown>): void {
  const { memory } = bookOf(codebook);
  for (const answer of memory.answers.get(rule)?.values() ?? []) if (answer.readers === undefined) release(memory, answer);
}

/** What an answer was read from, and is no answer itself, has changed. */
export function outdate<K>(codebook: Codebook, { rule }: Query<K, unknown>, key: K): void {
  invalidate(bookOf(codebook).memory, rule, key);
}
