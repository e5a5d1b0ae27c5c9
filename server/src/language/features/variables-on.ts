import type { Owner, Variable } from '../model/codebook';
import { readDeclarations } from '../model/read';
import { usesNamed } from '../model/use-index';
import { codebookOf } from '../workspace';
import type { Page } from './page';

/** The questions and derived variables that have an owner's answers: itself, or all that name the scale. */
export function variablesOn({ snapshot, codebook }: Page, owner: Owner): readonly Variable[] {
  if (owner.kind === 'variable') {
    const own = codebook.variables.get(owner.id);
    return own === undefined ? [] : [own];
  }
  const names = codebook.files.flatMap((file) => {
    const home = file === codebook.file ? codebook : codebookOf(snapshot, file);
    const uses = home === undefined ? [] : usesNamed(home, { kind: 'scale', name: owner.id });
    return uses.flatMap(({ place }) => readDeclarations(place.entry).declarations.map((declaration) => declaration.id?.text));
  });
  const variables = [...new Set(names)].flatMap((name) => (name === undefined ? [] : (codebook.variables.get(name) ?? [])));
  return variables.filter(({ scale }) => scale?.id === owner.id);
}
