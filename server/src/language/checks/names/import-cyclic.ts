import type { Codebook } from '../../model/codebook';
import { resolvePath } from '../../model/imports';
import type { ResolvedImport } from '../../model/input-files';
import type { Fix, Related } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { offered, removeListed, removeSection, safely } from '../fixes/edits';
import { nameOfFile } from './name-of-file';

export const importCyclic: Check = {
  code: 'import-cyclic',
  severity: 'error',
  title: 'Files that import each other',
  doc: {
    why: "Imported questions stand above a file's own, so files that import each other have no order. Move what both need into a third file and import that.",
    wrong: `codebook: example
languages: [en]
import: [./main.codebook.yaml]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  runOnFile: findCycles,
};

function* findCycles({ codebook }: CheckSubject): Iterable<Finding> {
  for (const one of codebook.imports) {
    if (one.kind !== 'cyclic') continue;
    const [first = codebook.file] = one.cycle;
    const names = [...one.cycle, first].map(nameOfFile);
    yield {
      place: one.declaration.path.place,
      expected: 'Imports must not lead back to the file they stand in.',
      found: names.length > 2 ? `the files import each other: ${names.join(' → ')}` : 'the file imports itself',
      fixes: withoutImport(codebook, one),
      related: one.cycle.slice(1).flatMap((file, at) => stepFrom(codebook, file, one.cycle[at + 2] ?? first)),
    };
  }
}

type CyclicImport = Extract<ResolvedImport, { readonly kind: 'cyclic' }>;

/** What a file would take over from itself is nothing, so that the import may go unseen; of several files any could. */
function withoutImport({ own }: Codebook, { declaration, cycle }: CyclicImport): readonly Fix[] {
  const { place } = declaration.path;
  const edits = own.header.imports.length > 1 ? removeListed(place) : removeSection(place.entry, 'import');
  return cycle.length > 1 ? offered('Remove the import', edits) : safely('Remove the import', edits);
}

/** Where a file of the cycle imports the next one. */
function stepFrom({ models }: Codebook, file: string, next: string): readonly Related[] {
  const declaration = models
    .find((model) => model.file === file)
    ?.header.imports.find(({ path }) => resolvePath(file, path.text) === next);
  if (declaration === undefined) return [];
  return [{ place: declaration.path.place, text: `\`${nameOfFile(file)}\` imports \`${nameOfFile(next)}\` here.` }];
}
