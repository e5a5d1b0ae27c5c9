import type { Codebook, Use } from '../../model/codebook';
import type { AnyDeclaration, Name } from '../../model/declarations';
import { declarationsOf, namesDeclaredBy } from '../../model/declared-names';
import { filesOf } from '../../model/imports';
import { declaredLike, doubledNames } from '../../model/inputs';
import { namespaceOf } from '../../model/name-table';
import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';
import { nameOfFile } from './name-of-file';
import { otherIds } from './other-ids';

export const duplicateId: Check = {
  code: 'duplicate-id',
  severity: 'error',
  title: 'Id that is declared twice',
  doc: {
    why: 'An id names one thing. Questions and derived variables share their names, and so do the categories, groups and missing answers of a scale; capitals do not tell ids apart, as they do not in SQL. Of two equal ids only the first counts: rename one of them.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: number}
derived:
  satisfied: {label: Satisfied, value: satisfied > 3}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: number}
derived:
  is_satisfied: {label: Satisfied, value: satisfied > 3}
`,
  },
  run: findInEntry,
  runOnFile: findBetweenImports,
};

const expected = 'Each id must be declared once.';

function* findInEntry({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const declaration of declarationsOf(own)) {
    yield* findTwiceInside(declaration);
    if (declaration.id === undefined || declaration.id.text === '') continue;
    const declared = declaredLike(codebook, namespaceOf(declaration.kind), declaration.id.text);
    if (declared.length < 2) continue;
    const [first, ...later] = declared;
    if (first?.declaration.id === undefined || !later.some((one) => one.declaration === declaration)) continue;
    yield again(first.declaration.id, nameIn(declaration));
  }
}

/** The parts of two questions of one id are not compared: that the questions are two is the cause. */
function* findTwiceInside(declaration: AnyDeclaration): Iterable<Finding> {
  const names = namesDeclaredBy(declaration);
  if (names.length < 3) return;
  const seen = { category: new Map<string, Use>(), item: new Map<string, Use>() };
  for (const part of names) {
    if ((part.kind !== 'category' && part.kind !== 'item') || part.name === '') continue;
    const name = part.name.toLowerCase();
    const first = seen[part.kind].get(name);
    if (first === undefined) seen[part.kind].set(name, part);
    else yield again({ text: first.name, place: first.place }, part);
  }
}

function nameIn(declaration: AnyDeclaration): Use | undefined {
  return namesDeclaredBy(declaration).find(({ place }) => place === declaration.id?.place);
}

function again(first: Name, later: Use | undefined): Finding {
  const name = later?.name ?? first.text;
  return {
    place: later?.place ?? first.place,
    expected,
    found: againWords(name, first.text),
    related: [{ place: first.place, text: `${code(first.text)} is declared here first.` }],
    fixesIn: (now) => (later === undefined ? [] : otherIds(now, later)),
  };
}

/** What two imported files declare is told where this file brings them together. */
function* findBetweenImports({ codebook }: CheckSubject): Iterable<Finding> {
  for (const [first, ...others] of doubledNames(codebook, '')) {
    for (const later of others) {
      const [one, other] = [first?.declaration.id, later.declaration.id];
      if (first === undefined || one === undefined || other === undefined || later.file === codebook.file) continue;
      const way = importOfBoth(codebook, first.file, later.file);
      if (way === undefined) continue;
      const files = `\`${nameOfFile(first.file)}\` and \`${nameOfFile(later.file)}\``;
      const related = [{ place: one.place, text: `${code(one.text)} is declared here first.` }];
      yield { place: way.path.place, expected, found: `${code(other.text)} is declared in ${files}`, related };
    }
  }
}

function againWords(name: string, first: string): string {
  return name === first ? `${code(name)} is declared again` : `${code(name)} is \`${first}\` but for capitals`;
}

/**
 * The import that brings in the later of two declarations, where it is this file that brings both together: an imported file
 * that holds both reports them itself.
 */
function importOfBoth({ file, imports, models }: Codebook, first: string, later: string) {
  const modelOf = (name: string) => models.find((model) => model.file === name);
  const reach = (from: string) => filesOf(from, modelOf, []);
  const isToldBelow = models.some(
    (model) => model.file !== file && [first, later].every((name) => reach(model.file).includes(name)),
  );
  if (isToldBelow) return undefined;
  return imports.find((one) => reach(one.file).includes(later))?.declaration;
}
