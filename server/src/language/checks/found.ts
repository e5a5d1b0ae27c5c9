import { bookOf, newestBook } from '../model/book';
import type { Book, Codebook } from '../model/codebook';
import { modelOfEntry } from '../model/file-model';
import { letGo, outdate, query } from '../model/query';
import { readDeclarations } from '../model/read';
import { isSameList } from '../model/same';
import { useSteps } from '../model/use-index';
import { bindData } from '../shares/bind';
import { changedEntries, headEntries } from '../syntax';
import type { Entry, FileSyntax } from '../syntax/entry';
import { checksOf, fileChecks } from './applicable';
import type { Check, CheckSubject, Finding } from './check';
import { conditionOfChunk } from './file-condition';
import { changeSurroundings, noticedSurroundings } from './noticed';
import { structureOf } from './structure/structure-of';
import { type Around, type Surroundings, surroundingsOf } from './surroundings';
import { textOutline } from './text/text-outline';

/** What a check has found. */
export interface Told {
  readonly check: Check;
  readonly finding: Finding;
}

/** What the checks have found in a codebook's own file, and what is to be looked at again. */
interface Found {
  syntax: FileSyntax;
  readonly ofEntry: Map<Entry, readonly Told[]>;
  readonly outdated: Set<Entry>;
}

/** Follows the codebook from version to version: a new version is compared with the last, and only what it touched looked at. */
const founds = new WeakMap<Book, Found>();

/**
 * The findings in every entry that has some, in no order. Only entries that have changed, or that looked at something that has
 * changed, are checked again. Between its steps it gives what is found so far.
 * @param first the entries to begin with
 */
export function* foundSteps(
  given: Around,
  first: readonly Entry[] = [],
): Generator<ReadonlyMap<Entry, readonly Told[]>, ReadonlyMap<Entry, readonly Told[]>> {
  const { codebook, syntax, ...around } = given;
  // What is known begins with what the entries declare, so that they are read before it is asked for.
  if (newestBook(codebook) === undefined) for (const _ of readSteps(syntax)) yield new Map();
  const book = bookOf(codebook);
  const found = broughtUpTo(codebook, syntax, surroundingsOf({ codebook, syntax, ...around }));
  for (const _ of useSteps(codebook)) {
    yield found.ofEntry;
    if (book.codebook !== codebook) return yield* foundSteps(given, first);
  }
  for (const entry of inOrder(found.outdated, first)) {
    lookAt(codebook, found, entry);
    yield found.ofEntry;
    // What is known has moved on to another version meanwhile: this one is read by itself, and leaves that one alone.
    if (book.codebook !== codebook) return yield* foundSteps(given, first);
  }
  return found.ofEntry;
}

/**
 * Reads the entries, chunk by chunk, so that a large file does not hold everything up. All that needs an entry's tree is taken from
 * it at once, as trees are not kept.
 */
function* readSteps({ chunks }: FileSyntax): Generator<void> {
  for (const chunk of chunks) {
    for (const entry of chunk.entries) {
      readDeclarations(entry);
      structureOf(entry);
      textOutline(entry);
    }
    conditionOfChunk(chunk);
    yield;
  }
}

/** Those that somebody looks at, then the others. Entries become outdated while others are checked. */
function* inOrder(outdated: ReadonlySet<Entry>, first: readonly Entry[]): Generator<Entry> {
  for (const entry of first) if (outdated.has(entry)) yield entry;
  yield* outdated;
}

function lookAt(codebook: Codebook, found: Found, entry: Entry): void {
  const told = toldOf(codebook, entry);
  found.outdated.delete(entry);
  if (told.length === 0) found.ofEntry.delete(entry);
  else found.ofEntry.set(entry, told);
}

/** What the checks of whole files found by looking at the codebook alone. */
export function foundInFile(codebook: Codebook): readonly Told[] {
  return fileChecks.flatMap(({ code }) => toldByCheck(codebook, code));
}

function broughtUpTo(codebook: Codebook, syntax: FileSyntax, surroundings: Surroundings): Found {
  const book = bookOf(codebook);
  const known = founds.get(book);
  changeSurroundings(codebook, surroundings);
  if (known === undefined) {
    const entries = syntax.chunks.flatMap((chunk) => chunk.entries);
    const found = { syntax, ofEntry: new Map(), outdated: new Set(entries) };
    founds.set(book, found);
    return found;
  }
  if (known.syntax !== syntax) {
    const { removed, added, moved } = changedEntries(known.syntax, syntax);
    for (const entry of removed) {
      known.outdated.delete(entry);
      known.ofEntry.delete(entry);
      letGo(codebook, toldOf, entry);
    }
    for (const entry of [...added, ...moved]) known.outdated.add(entry);
    known.syntax = syntax;
    outdate(codebook, headsOf, '');
  }
  return known;
}

const toldOf = query(
  (codebook: Codebook, entry: Entry): readonly Told[] => {
    const subject = subjectOf(codebook, entry);
    const told: Told[] = [];
    for (const check of checksOf(entry)) {
      for (const finding of check.run?.(subject) ?? []) told.push({ check, finding });
    }
    return told.length === 0 ? nothing : told;
  },
  { onDoubt: (book, entry) => founds.get(book)?.outdated.add(entry) },
);

const nothing: readonly Told[] = [];

const toldByCheck = query(
  (codebook: Codebook, code: string): readonly Told[] => {
    const check = fileChecks.find((one) => one.code === code);
    if (check === undefined) return nothing;
    return Array.from(check.runOnFile?.(subjectOf(codebook, undefined)) ?? [], (finding) => ({ check, finding }));
  },
  { isLasting: true },
);

/** The codebook as a check sees it: everything it looks at is noticed. */
function subjectOf(codebook: Codebook, entry: Entry | undefined): CheckSubject {
  const surroundings = noticedSurroundings(codebook);
  return {
    file: codebook.file,
    codebook,
    get entries() {
      return entry === undefined ? headsOf(codebook, '') : [entry];
    },
    get own() {
      return entry === undefined ? codebook.own : modelOfEntry(entry);
    },
    surroundings,
    get data() {
      return surroundings.data;
    },
    get bound() {
      const { data } = surroundings;
      return data.kind === 'ready' ? bindData(codebook, data.table) : undefined;
    },
  };
}

/** What stands at the top of the file, for checks of the file as a whole. */
const headsOf = query(
  (codebook: Codebook, _: ''): readonly Entry[] => {
    const syntax = founds.get(bookOf(codebook))?.syntax;
    return syntax === undefined ? [] : headEntries(syntax);
  },
  { isSame: isSameList },
);
