import type { Codebook, FileModel, NameKind, Use } from '../../model/codebook';
import { declaredNames } from '../../model/declared-names';
import { filesOf } from '../../model/imports';
import { remembered } from '../../model/remember';
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
  run: findDuplicates,
};

const expected = 'Each id must be declared once.';

function* findDuplicates({ codebook, syntax }: CheckSubject): Iterable<Finding> {
  for (const { later, first } of duplicatesIn(codebook)) {
    const related = [{ place: first.use.place, text: `${code(first.use.name)} is declared here first.` }];
    if (later.file === codebook.file) {
      const fixes = otherIds(codebook, syntax, later.use);
      yield { place: later.use.place, expected, found: againWords(later.use.name, first.use.name), related, fixes };
      continue;
    }
    const way = importOfBoth(codebook, first.file, later.file);
    if (way === undefined) continue;
    const files = `\`${nameOfFile(first.file)}\` and \`${nameOfFile(later.file)}\``;
    yield { place: way.path.place, expected, found: `${code(later.use.name)} is declared in ${files}`, related };
  }
}

function againWords(name: string, first: string): string {
  return name === first ? `${code(name)} is declared again` : `${code(name)} is \`${first}\` but for capitals`;
}

interface Declared {
  readonly use: Use;
  readonly file: string;
  /** What tells it from others of the same id: its kind, and for a part the declaration it stands in. */
  readonly namespace: string;
}

interface Duplicate {
  readonly later: Declared;
  readonly first: Declared;
}

function duplicatesIn(codebook: Codebook): readonly Duplicate[] {
  const seen = new Map<string, Declared>();
  return codebook.models.flatMap(declaredIn).flatMap((later): readonly Duplicate[] => {
    const key = `${later.namespace} ${later.use.name.toLowerCase()}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, later);
    return first === undefined || later.use.name === '' ? [] : [{ later, first }];
  });
}

const parts: readonly NameKind[] = ['category', 'item'];

/** The parts of two questions of one id are not compared: that the questions are two is the cause. */
const declaredIn: (model: FileModel) => readonly Declared[] = remembered((model) => {
  let whole = 0;
  return declaredNames(model).map((use) => {
    if (!parts.includes(use.kind)) whole++;
    const namespace = parts.includes(use.kind) ? `${model.file} ${whole} ${use.kind}` : use.kind;
    return { use, file: model.file, namespace };
  });
});

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
