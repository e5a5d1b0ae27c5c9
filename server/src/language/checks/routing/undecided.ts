import type { Codebook } from '../../model/codebook';
import { relationsOf } from './routing-relations';

/**
 * How many `ask_if` of a file nothing can be said of beside the routing they stand on, as there are too many combinations of
 * answers or they calculate. Names that are not understood do not count: problems tell of them. Yields between questions.
 */
export function* undecidedRouting(codebook: Codebook): Generator<void, number> {
  let count = 0;
  for (const question of codebook.own.questions) {
    count += relationsOf(codebook, question).filter(({ relation }) => relation.kind === 'unknown').length;
    yield;
  }
  return count;
}
