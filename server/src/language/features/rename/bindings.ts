import { missingKinds } from '../../expression/value';
import { bind } from '../../model/bind';
import { checkedExpression } from '../../model/checked';
import type { Codebook, Use } from '../../model/codebook';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { usesNamed } from '../../model/use-index';
import { usesIn } from '../../model/uses';
import type { FileEdit } from '../../problem';
import { cursorAt } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import { applyChanges, codebookOf, type FilePlace, locate, type Snapshot, startIn } from '../../workspace';
import type { RenameTarget } from './target';

/**
 * The law of renaming: every use that was bound is bound to the same declaration afterwards. The edits are applied to the
 * snapshot, and the entries that they touch, or in which the new name or the new type may be met, are read again. Gives the
 * first use that breaks the law.
 */
export function firstChangedMeaning(
  snapshot: Snapshot,
  target: RenameTarget,
  newName: string,
  edits: readonly FileEdit[],
): FilePlace | undefined {
  const after = applyChanges(
    snapshot,
    edits.map(({ file, edits: some }) => ({ kind: 'edit', file, edits: some })),
  );
  const move: Move = ({ file, span }) => moved(edits, file, span.start);
  for (const codebook of target.codebooks) {
    const next = codebookOf(after, codebook.file);
    if (next === undefined) continue;
    for (const entry of entriesToRead(codebook, target, newName)) {
      const broken = changedIn({ before: snapshot, after, codebook, next, newName, move }, entry);
      if (broken !== undefined) return broken;
    }
  }
  return undefined;
}

/** From a place before the edits to its offset after them. */
type Move = (place: FilePlace) => number;

interface Comparison {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly codebook: Codebook;
  readonly next: Codebook;
  readonly newName: string;
  readonly move: Move;
}

function moved(edits: readonly FileEdit[], file: string, offset: number): number {
  let by = 0;
  for (const { span, newText } of edits.find((one) => one.file === file)?.edits ?? []) {
    if (span.end <= offset && span.start < offset) by += newText.length - (span.end - span.start);
    // A name that gets quotes stands inside them.
    else if (span.start === offset && /^["']/.test(newText)) by += 1;
  }
  return offset + by;
}

function entriesToRead(codebook: Codebook, target: RenameTarget, newName: string): ReadonlySet<Entry> {
  const own = target.uses.filter((one) => one.codebook === codebook).map(({ use }) => use);
  return new Set([...own, ...bystanders(codebook, target, newName)].map(({ place }) => place.entry));
}

/** Uses that are not renamed themselves, and whose meaning hangs on what is. */
function bystanders(codebook: Codebook, target: RenameTarget, newName: string): readonly Use[] {
  const { kind, name, owner } = target.name.use;
  if (kind === 'variable') {
    const { scale } = codebook.variables.get(name) ?? {};
    const answers =
      scale?.id === undefined ? { kind: 'variable' as const, id: name } : { kind: 'scale' as const, id: scale.id };
    return usesNamed(codebook, { kind: 'category', name: newName, owner: answers });
  }
  if (kind !== 'category' || owner === undefined) return [];
  const asVariable = usesNamed(codebook, { kind: 'variable', name: newName });
  if (owner.kind === 'variable') return [...asVariable, ...usesNamed(codebook, { kind: 'variable', name: owner.id })];
  return isMissingKind(newName) ? [...asVariable, ...usesOnScale(codebook, target, owner.id)] : asVariable;
}

/** A kind of missing answer is a word of its own in tests and figures, as long as no answer is called so. */
function usesOnScale(codebook: Codebook, { codebooks }: RenameTarget, scale: string): readonly Use[] {
  const asked = codebooks.flatMap((one) => usesNamed(one, { kind: 'scale', name: scale })).filter(({ declares }) => !declares);
  const questions = new Set(asked.flatMap(({ place }) => readDeclarations(place.entry).declarations).map(({ id }) => id?.text));
  return [...questions].flatMap((name) => (name === undefined ? [] : usesNamed(codebook, { kind: 'variable', name })));
}

function changedIn({ before, after, codebook, next, newName, move }: Comparison, entry: Entry): FilePlace | undefined {
  const { file } = codebook;
  const syntax = before.files.get(file);
  const start = syntax === undefined ? undefined : startIn(syntax, entry);
  const uses = usesIn(codebook, entry);
  const [first] = uses;
  const syntaxAfter = after.files.get(file);
  if (start === undefined || first === undefined || syntaxAfter === undefined) return undefined;
  const at = (use: Use): FilePlace => ({
    file,
    span: { start: start + use.place.span.start, end: start + use.place.span.end },
  });
  const { placed } = cursorAt(syntaxAfter, move(at(first)));
  const usesAfter = new Map(usesIn(next, placed.entry).map((use) => [placed.start + use.place.span.start, use]));
  for (const use of uses) {
    const target = declaredAt(before, codebook, use);
    if (target === undefined) continue;
    const same = usesAfter.get(move(at(use)));
    const targetAfter = same === undefined || same.kind !== use.kind ? undefined : declaredAt(after, next, same);
    const isSame = targetAfter !== undefined && targetAfter.file === target.file && targetAfter.span.start === move(target);
    if (!isSame) return at(use);
  }
  const known = new Set(uses.map((use) => move(at(use))));
  if (isMissingKind(newName) && [...usesAfter].some(([start, use]) => use.name === newName && !known.has(start)))
    return at(first);
  return isSound(codebook, entry) && !isSound(next, placed.entry) ? at(first) : undefined;
}

/** Such a word is no name where nothing is called so; it becomes one where an answer gets its name. */
function isMissingKind(name: string): boolean {
  return missingKinds.some((one) => one === name);
}

/** Where the declaration stands that counts. */
function declaredAt(snapshot: Snapshot, codebook: Codebook, use: Use): FilePlace | undefined {
  const binding = bind(codebook, use);
  const place: Place | undefined = use.declares ? use.place : binding.kind === 'found' ? binding.to.places[0] : undefined;
  return place === undefined ? undefined : locate(snapshot, place);
}

/** Whether the expressions of an entry are free of problems. */
function isSound(codebook: Codebook, entry: Entry): boolean {
  return readDeclarations(entry).declarations.every((declaration) =>
    expressionsIn(declaration).every(
      ({ text, where, expected }) => checkedExpression(codebook, text, where, expected).problems.length === 0,
    ),
  );
}
