import { startIn } from '../syntax';
import type { Entry } from '../syntax/entry';
import { bookOf } from './book';
import type { Codebook, NameKind, Owner, Use } from './codebook';
import { letGo, notRead, outdate, query } from './query';
import { usesIn } from './uses';

/** Every use in a codebook's own file of what is called so: of its kind, and with its owner where it has one. */
export function usesNamed(codebook: Codebook, { kind, name, owner }: Pick<Use, 'kind' | 'name' | 'owner'>): readonly Use[] {
  settleUses(codebook);
  return usesUnder(codebook, nameKey(kind, name, owner));
}

const usesUnder = query((codebook: Codebook, key: string): readonly Use[] => {
  const { uses } = bookOf(codebook);
  const found = uses.byName.get(key) ?? [];
  const syntax = codebook.inputs.files.at(-1)?.syntax;
  if (found.length < 2 || syntax === undefined) return [...found];
  const placed = found.map((use) => ({ use, start: (startIn(syntax, use.place.entry) ?? 0) + use.place.span.start }));
  return placed.sort((a, b) => a.start - b.start).map(({ use }) => use);
});

/** What tells a name from all others: its kind, what owns it, and itself. */
export function nameKey(kind: NameKind, name: string, owner: Owner | undefined): string {
  return owner === undefined ? `${kind} ${name}` : `${kind} ${owner.kind} ${owner.id} ${name}`;
}

/** Brings the index of uses up to date: the uses of entries that are gone leave it, those that have changed are put in anew. */
function settleUses(codebook: Codebook): void {
  for (const _ of useSteps(codebook));
}

/** The same, with a step for each entry. */
export function* useSteps(codebook: Codebook): Generator<void> {
  const { uses } = bookOf(codebook);
  for (const entry of uses.gone) {
    takeOut(codebook, entry);
    letGo(codebook, usesIn, entry);
    // It may have become doubtful after it was gone.
    uses.outdated.delete(entry);
  }
  uses.gone.clear();
  for (const entry of uses.outdated) {
    const found = notRead(codebook, () => usesIn(codebook, entry));
    uses.outdated.delete(entry);
    takeOut(codebook, entry);
    putIn(codebook, entry, found);
    yield;
  }
}

function takeOut(codebook: Codebook, entry: Entry): void {
  const { uses } = bookOf(codebook);
  for (const use of uses.ofEntry.get(entry) ?? []) {
    const key = nameKey(use.kind, use.name, use.owner);
    const found = uses.byName.get(key) ?? [];
    const last = found.pop();
    // Their order is found when they are asked for, so that the last may take the place of the one that goes.
    const at = last === use || last === undefined ? -1 : found.indexOf(use);
    if (at >= 0 && last !== undefined) found[at] = last;
    if (found.length === 0) uses.byName.delete(key);
    outdate(codebook, usesUnder, key);
  }
  uses.ofEntry.delete(entry);
}

function putIn(codebook: Codebook, entry: Entry, found: readonly Use[]): void {
  const { uses } = bookOf(codebook);
  if (found.length > 0) uses.ofEntry.set(entry, found);
  for (const use of found) {
    const key = nameKey(use.kind, use.name, use.owner);
    const same = uses.byName.get(key);
    if (same === undefined) uses.byName.set(key, [use]);
    else same.push(use);
    outdate(codebook, usesUnder, key);
  }
}
