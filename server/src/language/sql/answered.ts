import type { Engine, TabulationRequest, TabulationResult } from '../shares/engine';

/**
 * An engine that has been asked already: it answers the requests it was given results for, known by what they say. What was
 * not asked has no numbers.
 */
export function answered(
  requests: readonly TabulationRequest[],
  results: readonly TabulationResult[],
  data: Pick<Engine, 'sample' | 'weighted' | 'designed'>,
): Engine {
  const known = new Map(requests.map((request, at) => [keyOf(request), results[at]] as const));
  const tabulate = (request: TabulationRequest): TabulationResult =>
    known.get(keyOf(request)) ?? { kind: 'none', reason: 'definition_broken' };
  return { tabulate, tabulateAll: (asked) => asked.map(tabulate), ...data };
}

/** Requests are plain data: two that say the same are the same. */
function keyOf(request: TabulationRequest): string {
  return JSON.stringify(request);
}
