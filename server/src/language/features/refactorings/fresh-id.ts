import { freshId } from '../../checks/fixes/fresh-id';
import type { Codebook } from '../../model/codebook';
import { importersOf } from '../../workspace';
import type { Selected } from './types';

/** A legal id as near to some words as can be that no scale has, here or where this file is imported. */
export function freshScale(selected: Selected, words: string): string {
  return fresh(selected, words, ({ scales }, id) => scales.has(id));
}

/** The same for a question or derived variable. */
export function freshVariable(selected: Selected, words: string): string {
  return fresh(selected, words, ({ variables }, id) => variables.has(id));
}

function fresh(
  { snapshot, file, codebook }: Selected,
  words: string,
  has: (codebook: Codebook, id: string) => boolean,
): string {
  const readers = [codebook, ...importersOf(snapshot, file)];
  return freshId(words, (id) => readers.some((one) => has(one, id)));
}
