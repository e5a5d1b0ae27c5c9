import type { ResponseScale } from '../../expression/types';
import type { DerivedDeclaration, Name } from '../../model/declarations';
import type { CheckSubject } from '../check';
import { restsOnSound } from '../expressions/sound';

/** A derived variable that merges the categories of another. */
interface Merge {
  readonly derived: DerivedDeclaration;
  readonly of: Name;
  readonly scale: ResponseScale;
  readonly takings: readonly Taking[];
}

/** A name that a category merges, with the categories of the scale it stands for. */
export interface Taking {
  readonly category: Name;
  readonly name: Name;
  readonly members: readonly string[];
}

/** Every merge of a file whose names are all understood. */
export function mergesIn({ codebook, own }: CheckSubject): readonly Merge[] {
  return own.derived.flatMap((derived) => {
    const { of } = derived;
    if (of === undefined || derived.value !== undefined || !restsOnSound(codebook, of.text)) return [];
    const variable = codebook.variables.get(of.text);
    const scale = variable?.scale;
    if (scale === undefined || variable?.type?.kind === 'vector' || scale.categories.length === 0) return [];
    const takings = derived.categories.flatMap((category) =>
      (category.of ?? []).map((name) => ({ category: category.id, name, members: membersOf(scale, name.text) })),
    );
    const isUnderstood = takings.length > 0 && takings.every(({ members }) => members.length > 0);
    return isUnderstood ? [{ derived, of, scale, takings }] : [];
  });
}

function membersOf({ categories, groups }: ResponseScale, name: string): readonly string[] {
  if (categories.some(({ id }) => id === name)) return [name];
  return groups.find(({ id }) => id === name)?.members ?? [];
}
