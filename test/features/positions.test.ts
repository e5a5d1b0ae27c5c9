import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Completion, completionsAt } from '../../server/src/language';
import { schemaAt } from '../../server/src/language/schema';
import type { SchemaPlace } from '../../server/src/language/schema/place';
import { folder, snapshotOfFiles } from '../harness/codebooks';
import { parseFixture } from '../harness/marks';
import { matchesSnapshot } from '../harness/snapshot';
import { acceptedIn } from './accepted';

const base = readFileSync(join(import.meta.dirname, 'completion', 'positions.base.txt'), 'utf8');

/**
 * Every position of the language, from the schema: what is offered there, and the lines that change when the first is accepted.
 * What the base file lacks is written at its end, around the cursor.
 */
describe('completion at every position', () => {
  it('is as kept', () => {
    const shown = [...positions([], placeAt([]))].map(show);
    const silent = shown.flatMap(({ name, text }) => (text === '' ? [name] : []));
    const said = shown.map(({ text }) => text).filter((text) => text !== '');
    const rest = `Nothing is offered, as anything may be written:\n${silent.map((name) => `  ${name}\n`).join('')}`;
    matchesSnapshot(join(import.meta.dirname, 'completion', 'positions.txt'), [...said, rest].join('\n'));
  });
});

interface Position {
  readonly path: readonly string[];
  /** `key` is an empty line where a key could stand, the others are the forms of a value. */
  readonly form: 'key' | 'value' | 'brackets' | 'dash';
}

/** Ids that stand for those a map declares or names. */
const members: Readonly<Record<string, readonly string[]>> = {
  frame: ['fresh'],
  stage: ['fresh'],
  scale: ['fresh'],
  question: ['fresh'],
  derived: ['fresh'],
  indicator: ['fresh'],
  figure: ['fresh'],
  test: ['fresh'],
  category: ['first'],
  missing: ['unknown'],
  group: ['both'],
  item: ['part'],
  variable: ['actor', 'grid'],
  cell: ['ideas'],
};

function* positions(path: readonly string[], place: SchemaPlace, seen = new Set<SchemaPlace>()): Generator<Position> {
  const isTextMap = place.membersReferTo === 'language';
  if (seen.has(place) && isTextMap && path.length > 1) return;
  seen.add(place);
  if (place.forms.includes('map')) yield { path, form: 'key' };
  if (place.forms.includes('scalar')) yield { path, form: 'value' };
  if (place.forms.includes('list')) yield { path, form: 'brackets' };
  if (place.forms.includes('list')) yield { path, form: 'dash' };
  for (const { key, place: inner } of place.keys) yield* positions([...path, key], inner, seen);
  const kind = place.membersDeclare ?? place.membersReferTo ?? '';
  const ids =
    place.membersReferTo === 'item' && path.at(-1) === 'actor'
      ? []
      : kind === 'item' && path[0] === 'tests'
        ? ['ideas']
        : (members[kind] ?? []);
  if (place.membersReferTo === 'cell' && (path.length > 4 || path.includes('rate'))) return;
  for (const id of ids) yield* positions([...path, id], placeAt([...path, id]), seen);
}

/** What must stand beside a position for the names there to be known, deeper lines first. */
const beside: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:scales|derived)\.fresh\.groups/, ['  categories: {high: High, low: Low}']],
  [/^questions\.fresh\.scale\.groups/, ['    categories: {high: High, low: Low}']],
  [/^questions\.fresh\.ticked/, ['  type: multiple', '  column_prefix: grid_', '  options: {ideas: Ideas, needs: Needs}']],
  [/^questions\.fresh\.exclusive/, ['  options: {money: Money, none: None}']],
  [/^questions\.fresh\.column_prefix/, ['  items: {ideas: Ideas, needs: Needs}']],
  [/^questions\.fresh\.(?:missing|range)/, ['  type: number', '  column: employees']],
  [/^questions\.fresh\.scale\./, ['  column: q1']],
  [/^derived\.fresh\.categories\.first\.of/, ['  of: actor']],
  [/^derived\.fresh\.otherwise/, ['  categories: {small: {when: employees < 50}, large: Large}']],
  [/^indicators\.fresh\.compare/, ['  by: actor']],
  [/^figures\.fresh\.rate/, ['  frames: [letters]']],
  [/^figures\.fresh\.(?:share|base|count|distribution|mean|median|quantile|total|ratio|alpha)/, ['  of: grid', '  by: actor']],
];

function show(position: Position): { readonly name: string; readonly text: string } {
  const { path, form } = position;
  const name = path.length === 0 ? 'the top' : path.join('.');
  const { snapshot, text, offset } = opened(position);
  const { items } = completionsAt(snapshot, `${folder}main.codebook.yaml`, offset, 'en', [`${folder}data/answers.csv`]);
  const title = { key: name, value: `${name}: …`, brackets: `${name}: […]`, dash: `${name}: - …` }[form];
  const [first] = items;
  if (first === undefined) return { name: title, text: '' };
  const offered = items.map(({ label, detail }) => `  ${label}${detail === '' ? '' : `  ${detail}`}\n`).join('');
  return { name: title, text: `${title}\n${offered}${changed(text, first)}` };
}

/** The lines that a completion changes. */
function changed(text: string, completion: Completion): string {
  const [before, after] = [text.split('\n'), acceptedIn(text, completion).split('\n')];
  let top = 0;
  while (top < before.length && before[top] === after[top]) top++;
  let bottom = 0;
  while (bottom < before.length - top && before[before.length - 1 - bottom] === after[after.length - 1 - bottom]) bottom++;
  return after
    .slice(top, after.length - bottom)
    .map((line) => `  | ${line}\n`)
    .join('');
}

function opened({ path, form }: Position) {
  const [section = '', ...below] = path;
  const lines = below.flatMap((key, level) => {
    const own = `${'  '.repeat(level + 1)}${key}:${level === below.length - 1 ? endings[form] : ''}`;
    const isBeside = below.length > 1 && besideAt(path)[0]?.search(/\S/) === 2 * level + 4;
    return isBeside ? [own, ...besideAt(path)] : [own];
  });
  if (form === 'key') lines.push(`${'  '.repeat(path.length)}$0`);
  if (form === 'dash') lines.push(`${'  '.repeat(path.length)}- $0`);
  const text = withLast(section, below[0] ?? '');
  const above = below.length === 0 && form !== 'key' ? `${text.trimEnd()}${endings[form]}\n` : text;
  const fixture = parseFixture(`${above}${lines.join('\n')}\n`);
  const file = fixture.files.find(({ cursor }) => cursor !== undefined);
  if (file?.cursor === undefined) throw new Error(`There is no cursor at ${path.join('.')}.`);
  return { snapshot: snapshotOfFiles(fixture), text: file.text, offset: file.cursor };
}

const endings: Readonly<Record<Position['form'], string>> = { key: '', value: ' $0', brackets: ' [$0]', dash: '' };

function besideAt(path: readonly string[]): readonly string[] {
  const [, lines = []] = beside.find(([which]) => which.test(path.join('.'))) ?? [];
  return lines.map((line) => `  ${line}`);
}

/** The base file with a section at its end, so that what is written there joins it; empty where it has the key already. */
function withLast(section: string, key: string): string {
  const at = base.lastIndexOf(`\n${section}:`) + 1;
  if (section === '') return base;
  if (at === 0) return `${base}${section}:\n`;
  const behind = base.indexOf('\n', at) + 1;
  const length = base.slice(behind).search(/^[a-z]/m);
  const own = length < 0 ? base.slice(at) : base.slice(at, behind + length);
  const isAlone = key === '' ? schemaAt([section])?.section !== true : own.includes(`\n  ${key}:`);
  return base.slice(0, at) + base.slice(at + own.length) + (isAlone ? `${section}:\n` : own);
}

function placeAt(path: readonly string[]): SchemaPlace {
  const place = schemaAt(path);
  if (place === undefined) throw new Error(`The schema has no ${path.join('.')}.`);
  return place;
}
