import type { Entry } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';

/** One id with its body, in one section of a file. */
export interface Member {
  readonly entry: Entry;
  readonly pair: Pair;
}
