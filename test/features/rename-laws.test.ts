import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  bind,
  type Codebook,
  codebookOf,
  emptySnapshot,
  type FileEdit,
  fileModel,
  locate,
  previewOf,
  type Renaming,
  renamingAt,
  reportedProblems,
  type Snapshot,
  type Use,
  usesOf,
} from '../../server/src/language';

type Renamed = Extract<Renaming, { kind: 'renamed' }>;

/** A declared name of a sample. */
interface Declared {
  readonly snapshot: Snapshot;
  readonly use: Use;
  readonly file: string;
  readonly offset: number;
}

const declared = ['samples/innovation-2020', 'samples/starter'].map(readSample).flatMap(declaredIn);
/** The answers of yes/no questions are always called so. */
const renamable = declared.filter(({ use }) => use.kind !== 'category' || (use.name !== 'yes' && use.name !== 'no'));
/** By its position, so that a counterexample is short. */
const oneOf = (some: readonly Declared[]) => fc.nat(some.length - 1);
const fresh = fc.stringMatching(/^[a-z0-9_]{0,6}$/).map((rest) => `fresh_${rest}`);

describe('laws of renaming', () => {
  it('every name of the samples can be renamed, but for the answers of yes/no questions', () => {
    assert.ok(renamable.length > 200);
    for (const one of declared) {
      const result = renamingAt(one.snapshot, one.file, one.offset, 'fresh_name', 'en');
      assert.equal(result?.kind, renamable.includes(one) ? 'renamed' : 'refused', one.use.name);
    }
  });

  it('renaming back gives the text as it was, with the data columns that were kept', () => {
    for (const one of renamable) {
      const { edits, keeps } = rename(one, 'fresh_name');
      const kept = keeps === undefined ? [] : [keeps.edit];
      assert.deepEqual(texts(back(one, edit(one.snapshot, edits))), texts(one.snapshot), one.use.name);
      assert.deepEqual(
        texts(back(one, edit(one.snapshot, [...edits, ...kept]))),
        texts(edit(one.snapshot, kept)),
        one.use.name,
      );
    }
  });

  it('every use means what it meant, and every problem is as it was', () => {
    fc.assert(
      fc.property(oneOf(renamable), fresh, (at, newName) => {
        const one = nth(renamable, at);
        const after = renamed(one, newName);
        for (const file of one.snapshot.files.keys()) {
          const [before, next] = [codebookOf(one.snapshot, file), codebookOf(after, file)];
          assert.ok(before && next);
          const old = (text: string) => text.replaceAll(newName, one.use.name);
          assert.deepEqual(
            bindings(after, next, old),
            bindings(one.snapshot, before, (text) => text),
          );
          assert.deepEqual(
            problems(after, file, old),
            problems(one.snapshot, file, (text) => text),
          );
        }
      }),
      { numRuns: 12 },
    );
  });

  it('a name that stands for something else already is refused, or takes nothing from it', () => {
    const words = ['dont_know', 'refused', 'invalid', 'not_asked', 'count', 'score', 'asked', 'total', 'missing', 'yes', 'no'];
    const names = [...new Set([...declared.map(({ use }) => use.name), ...words])];
    let accepted = 0;
    fc.assert(
      fc.property(oneOf(renamable), fc.constantFrom(...names), (at, newName) => {
        const one = nth(renamable, at);
        const result = renamingAt(one.snapshot, one.file, one.offset, newName, 'en');
        if (result?.kind !== 'renamed') return;
        accepted += 1;
        const after = renamed(one, newName);
        const nameless = () => '';
        for (const file of one.snapshot.files.keys()) {
          const [before, next] = [codebookOf(one.snapshot, file), codebookOf(after, file)];
          assert.ok(before && next);
          assert.deepEqual(bindings(after, next, nameless), bindings(one.snapshot, before, nameless));
          assert.deepEqual(errors(after, file), errors(one.snapshot, file));
        }
      }),
      { numRuns: 15 },
    );
    assert.ok(accepted > 0);
  });

  it('no number changes', () => {
    const ofData = renamable.filter(({ use }) => ['variable', 'item', 'category'].includes(use.kind));
    fc.assert(
      fc.property(oneOf(ofData), fresh, (at, newName) => {
        const one = nth(ofData, at);
        const after = renamed(one, newName);
        for (const file of one.snapshot.data.keys()) assert.deepEqual(tables(after, file), tables(one.snapshot, file));
      }),
      { numRuns: 4 },
    );
  });
});

function nth(some: readonly Declared[], at: number): Declared {
  const one = some[at];
  assert.ok(one);
  return one;
}

function readSample(folder: string): Snapshot {
  const names = readdirSync(folder).filter((name) => name.endsWith('.codebook.yaml'));
  const snapshot = applyChanges(
    emptySnapshot([]),
    names.map((name) => ({ kind: 'set', file: `/${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
  );
  return applyChanges(
    snapshot,
    [...snapshot.files.keys()].flatMap((file) => {
      const data = fileModel(snapshot, file)?.header.data?.file?.text;
      if (data === undefined) return [];
      const { table } = parseTable(readFileSync(`${folder}/${data}`), { file: data });
      assert.ok(table);
      return [{ kind: 'data' as const, file, state: { kind: 'ready' as const, table } }];
    }),
  );
}

function declaredIn(snapshot: Snapshot): readonly Declared[] {
  return [...snapshot.files.keys()].flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    const own = codebook === undefined ? [] : usesOf(codebook).filter((use) => use.declares);
    return own.map((use) => {
      const place = locate(snapshot, use.place);
      assert.equal(place?.file, file);
      return { snapshot, use, file, offset: place.span.start };
    });
  });
}

function rename({ snapshot, file, offset }: Declared, newName: string): Renamed {
  const result = renamingAt(snapshot, file, offset, newName, 'en');
  assert.ok(result?.kind === 'renamed', JSON.stringify(result));
  return result;
}

/** With the data columns kept, as it is done where nobody can be asked. */
function renamed(one: Declared, newName: string): Snapshot {
  const { edits, keeps } = rename(one, newName);
  return edit(one.snapshot, keeps === undefined ? edits : [...edits, keeps.edit]);
}

function edit(snapshot: Snapshot, edits: readonly FileEdit[]): Snapshot {
  const files = new Set(edits.map(({ file }) => file));
  return applyChanges(
    snapshot,
    [...files].map((file) => ({
      kind: 'edit',
      file,
      edits: edits.filter((one) => one.file === file).flatMap((one) => one.edits),
    })),
  );
}

/** Renames what was called `fresh_name` to what it was called before. */
function back(one: Declared, snapshot: Snapshot): Snapshot {
  const [found] = declaredIn(snapshot).filter(({ use }) => use.name === 'fresh_name');
  assert.ok(found);
  return edit(snapshot, rename(found, one.use.name).edits);
}

function texts(snapshot: Snapshot): readonly string[] {
  return [...snapshot.files.values()].map(({ entries }) => entries.map(({ entry }) => entry.text).join(''));
}

/** Every use, and the how manieth declaration it means. */
function bindings(snapshot: Snapshot, codebook: Codebook, old: (text: string) => string): readonly string[] {
  const uses = [...snapshot.files.keys()].flatMap((file) => {
    const other = codebookOf(snapshot, file);
    return other === undefined ? [] : usesOf(other).filter((use) => use.declares);
  });
  const order = new Map(uses.map(({ place }, at) => [place, at]));
  return usesOf(codebook).map((use) => {
    const binding = bind(codebook, use);
    const meant = binding.kind === 'found' ? binding.to.places.map((place) => order.get(place)).join() : 'nothing';
    return `${use.kind} ${old(use.name)} of ${old(use.owner?.id ?? '')}: ${meant}`;
  });
}

/** Hints of names that are near differ with the name. */
function problems(snapshot: Snapshot, file: string, old: (text: string) => string): readonly string[] {
  return reportedProblems(snapshot, file)
    .map(({ code, severity, found }) => `${severity} ${code}: ${old(found)}`)
    .sort();
}

/** A doubt may be about a name, as that of a category called `dont_know`; an error is not. */
function errors(snapshot: Snapshot, file: string): readonly string[] {
  return reportedProblems(snapshot, file)
    .flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))
    .sort();
}

function tables(snapshot: Snapshot, file: string): readonly unknown[] {
  const preview = previewOf(snapshot, file, { language: 'en', width: 500 });
  assert.equal(preview?.state.kind, 'ready');
  return preview.stages.flatMap(({ entries }) => entries.flatMap((entry) => entry.tables.map(({ rows }) => rows)));
}
