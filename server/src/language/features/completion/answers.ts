import { missingKinds } from '../../expression/value';
import { writeScalar } from './edit';
import { labelled, named } from './names';
import type { Pool } from './pools';
import type { CompletionPlace } from './types';

/**
 * The answers a test may give or expect of a variable or item: its categories and missing answers; expected may also be a kind
 * of missing answer, or `missing` for any.
 */
export function answerPools(place: CompletionPlace): readonly Pool[] {
  const { codebook, cursor } = place;
  const [section, , part, id = '', item] = cursor.path.map(String);
  const variable = section === 'tests' ? codebook.variables.get(id) : undefined;
  if (variable === undefined || cursor.path.length > 5 || (variable.items.length > 0 && item === undefined)) return [];
  const { categories = [], missing = [] } = variable.scale ?? {};
  const answers = labelled(place, 'category', [...categories, ...missing]);
  const known = new Set(answers.ids);
  const kinds = part === 'expect' ? ['missing', ...missingKinds].filter((kind) => !known.has(kind)) : [];
  const expected = { kind: 'keyword', ids: kinds, labelOf: () => '' } as const;
  return [answers, expected].map((names) => ({
    ...names,
    complete: (one) => ({ ...named(names, one), edit: writeScalar(place, one) }),
  }));
}
