import type { NodePath } from '../syntax';
import { code } from '../text/code';
import type { SchemaPlace } from './place';
import type { Target } from './plain';

/** What a problem is about: a value in the tree and what the schema says of its place. */
export interface Subject {
  readonly path: NodePath;
  readonly target: Target;
  readonly place: SchemaPlace;
}

/** What to call it in a sentence: the key it stands under, or "each of `languages`". */
export function nameOf({ path }: Subject): string {
  const last = path.at(-1);
  if (typeof last === 'string') return code(last);
  const key = [...path].reverse().find((step) => typeof step === 'string');
  return key === undefined ? 'this' : `each of ${code(String(key))}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b or c" */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
