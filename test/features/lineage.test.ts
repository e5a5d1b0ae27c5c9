import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  applyChanges,
  codebookOf,
  declarationsOf,
  emptySnapshot,
  type LineageItem,
  type LineageStep,
  lineageAt,
  locate,
  restingOn,
  restsOn,
  type Snapshot,
} from '../../server/src/language';
import { runFixtures, type Shown } from './fixtures';

describe('lineage', () => {
  runFixtures('lineage', (shown) => {
    const item = lineageAt(shown.snapshot, shown.file, shown.offset);
    if (item === undefined) return 'no lineage\n';
    return [
      said(item),
      'is used by',
      ...steps(shown, item, restingOn, 1),
      'rests on',
      ...steps(shown, item, restsOn, 1),
      '',
    ].join('\n');
  });

  it('what rests on another is what the other is used by, at the same places, in the whole sample', () => {
    const snapshot = sample();
    const down = links(snapshot, (item) => restsOn(snapshot, item).map((step) => linkOf(item, step.item, step)));
    const up = links(snapshot, (item) => restingOn(snapshot, item).map((step) => linkOf(step.item, item, step)));
    assert.ok(down.length > 100);
    assert.deepEqual(up, down);
  });
});

function said({ kind, name, label }: LineageItem): string {
  return `${kind} ${name}${label === '' ? '' : `: ${label}`}`;
}

/** The whole way, with the places as they stand in the file of the one that names the other. */
function steps(
  shown: Shown,
  item: LineageItem,
  walk: (snapshot: Snapshot, item: LineageItem) => readonly LineageStep[],
  depth: number,
): readonly string[] {
  return walk(shown.snapshot, item).flatMap((step) => {
    const holder = walk === restsOn ? item : step.item;
    const text =
      shown.snapshot.files
        .get(holder.file)
        ?.entries.map(({ entry }) => entry.text)
        .join('') ?? '';
    const lines = step.places.map(({ start, end }) => {
      assert.equal(text.slice(start, end).length > 0, true);
      return text.slice(0, start).split('\n').length;
    });
    const own = `${'  '.repeat(depth)}${said(step.item)} (line ${lines.join(', ')})`;
    return [own, ...steps(shown, step.item, walk, depth + 1)];
  });
}

function sample(): Snapshot {
  const folder = 'samples/innovation-2020/';
  const names = readdirSync(folder).filter((name) => name.endsWith('.codebook.yaml'));
  return applyChanges(
    emptySnapshot([]),
    names.map((name) => ({ kind: 'set', file: `/${name}`, text: readFileSync(folder + name, 'utf8') })),
  );
}

function links(snapshot: Snapshot, linksOf: (item: LineageItem) => readonly string[]): readonly string[] {
  const items = [...snapshot.files.keys()].flatMap((file) => {
    const codebook = codebookOf(snapshot, file);
    const names = codebook === undefined ? [] : declarationsOf(codebook.own).flatMap(({ id }) => id ?? []);
    return names.flatMap(({ place }) => {
      const at = locate(snapshot, place);
      return (at && lineageAt(snapshot, at.file, at.span.start)) ?? [];
    });
  });
  return [...new Set(items.flatMap(linksOf))].sort();
}

function linkOf(user: LineageItem, used: LineageItem, { places }: LineageStep): string {
  return `${user.file} ${user.name} -> ${used.file} ${used.name} at ${places.map(({ start }) => start).join()}`;
}
