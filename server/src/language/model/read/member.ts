import type { Entry, Place } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';
import type { Name } from '../declarations';
import { scalarName } from './values';

/** One id with its body, in one section of a file. */
export interface Member {
  readonly entry: Entry;
  readonly pair: Pair;
}

/** What every declaration has. */
export function base({ entry, pair }: Member): { readonly id: Name; readonly entry: Entry; readonly place: Place } {
  return { id: scalarName(entry, pair.key), entry, place: { entry, span: pair.span } };
}
