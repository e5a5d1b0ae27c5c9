import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * The rooms of the house from the bottom up. A file may import from its own room and from rooms on lower floors; rooms
 * on one floor do not know each other. server/ARCHITECTURE.md says what each is for.
 */
const floors: readonly (readonly string[])[] = [
  ['text'],
  ['syntax', 'expression', 'estimation'],
  ['problem'],
  ['schema'],
  ['model'],
  ['shares'],
  ['sql'],
  ['review', 'charts', 'verify'],
  ['checks'],
  ['workspace'],
  ['problems'],
  ['reported'],
  ['features'],
  ['index'],
  ['protocol', 'turns'],
  ['data'],
  ['files'],
  ['machine'],
  ['engines'],
  ['lsp'],
  ['cli'],
  ['client'],
];

const aroundTheCore = new Set(floors.slice(floors.findIndex(([room]) => room === 'index') + 1).flat());

/** Packages by the rooms or files that may import them; a package that is not listed may be imported nowhere. */
const packages: readonly { readonly name: RegExp; readonly by: readonly string[] }[] = [
  { name: /^yaml$/, by: ['syntax'] },
  { name: /^leven$/, by: ['text'] },
  { name: /^@stdlib\/stats-base-dists-/, by: ['estimation'] },
  { name: /^ajv(\/|$)/, by: ['server/src/language/schema/generate.ts'] },
  { name: /^d3-(array|scale|shape)$/, by: ['charts'] },
  { name: /^(csv-parse|hyparquet|hyparquet-compressors)(\/|$)/, by: ['data'] },
  { name: /^@duckdb\/node-api$/, by: ['engines'] },
  { name: /^(commander|picocolors)$/, by: ['cli'] },
  { name: /^vscode-(languageserver|uri)(\/|$)/, by: ['lsp'] },
  { name: /^vscode(-languageclient(\/.*)?)?$/, by: ['client'] },
  { name: /^morphdom$/, by: ['client'] },
  {
    name: /^node:/,
    by: ['machine', 'engines', 'cli', 'server/src/lsp/main.node.ts', 'server/src/language/schema/generate.ts'],
  },
];

describe('architecture', () => {
  const files = readSources();

  it('every file stands in a room', () => {
    const homeless = files.filter(({ room }) => floorOf(room) === -1).map(({ path }) => path);
    assert.deepEqual(homeless, [], 'A new room needs a floor in this test and a line in server/ARCHITECTURE.md.');
  });

  it('the plan shows every floor', () => {
    const plan = floors.map((rooms) => (rooms.length === 1 ? rooms.join() : `{ ${rooms.join(', ')} }`)).join(' ← ');
    const text = readFileSync('server/ARCHITECTURE.md', 'utf8').replaceAll(/\s+/g, ' ');
    assert.ok(text.includes(plan), `server/ARCHITECTURE.md must show the floors: ${plan}`);
  });

  it('rooms import downwards only', () => {
    const upward = internalImports(files)
      .filter(({ from, to }) => from.room !== to.room && floorOf(to.room) >= floorOf(from.room))
      .map(describeImport);
    assert.deepEqual(upward, []);
  });

  it('the language core has one door', () => {
    const besideTheDoor = internalImports(files)
      .filter(({ from, to }) => from.room !== 'client' && aroundTheCore.has(from.room) && !aroundTheCore.has(to.room))
      .filter(({ to }) => to.path !== 'server/src/language/index.ts')
      .map(describeImport);
    assert.deepEqual(besideTheDoor, []);
  });

  it('the client knows only the protocol of the server', () => {
    const others = internalImports(files)
      .filter(({ from, to }) => from.room === 'client' && to.room !== 'client' && to.room !== 'protocol')
      .map(describeImport);
    assert.deepEqual(others, []);
  });

  it('each package is imported where it belongs', () => {
    const misplaced = files.flatMap(({ path, room, imports }) =>
      imports
        .filter((name) => !name.startsWith('.'))
        .filter(
          (name) => !packages.some(({ name: listed, by }) => listed.test(name) && (by.includes(room) || by.includes(path))),
        )
        .map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(misplaced, []);
  });

  it('every import leads to a file', () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith('.') && !resolved(path, name)).map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(broken, []);
  });

  it('no file imports itself in a circle, not even for its types', () => {
    assert.deepEqual(circles(files), []);
  });

  it('files stay short', () => {
    assert.deepEqual(
      files.filter(({ text }) => text.split('\n').length - 1 > 300).map(({ path }) => path),
      [],
    );
  });

  it('nothing is left for later or silenced', () => {
    const leftOver = /\b(TODO|FIXME)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore/;
    const found = files.filter(({ text }) => leftOver.test(text)).map(({ path }) => path);
    assert.deepEqual(found, []);
  });
});

interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
}

interface Import {
  readonly from: Source;
  readonly to: Source;
}

function readSources(): readonly Source[] {
  return ['server/src', 'client/src']
    .flatMap((folder) => readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => `${folder}/${name}`))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.includes('.generated.'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, room: roomOf(path), text, imports: importsOf(text) };
    });
}

/** A file beside the rooms, such as workspace.ts, is a room of its own. */
function roomOf(path: string): string {
  if (path.startsWith('client/')) return 'client';
  const inside = path.replace('server/src/', '').replace('language/', '');
  return (inside.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function importsOf(text: string): readonly string[] {
  const statement = /^(?:import|export)\b[^'";=]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statement)].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? []);
}

function floorOf(room: string): number {
  return floors.findIndex((floor) => floor.includes(room));
}

function internalImports(files: readonly Source[]): readonly Import[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((from) =>
    from.imports.flatMap((name) => {
      const to = name.startsWith('.') ? byPath.get(resolved(from.path, name) ?? '') : undefined;
      return to ? [{ from, to }] : [];
    }),
  );
}

/** The file that a relative import means, from the root of the repository; a generated one may not exist yet. */
function resolved(path: string, name: string): string | undefined {
  const target = relative('.', join(dirname(path), name)).replaceAll('\\', '/');
  if (name.includes('.generated')) return target;
  return [`${target}.ts`, `${target}/index.ts`, target].find((file) => /\.\w+$/.test(file) && existsSync(file));
}

/** Each circle once, named by its files in the order of import. */
function circles(files: readonly Source[]): readonly string[] {
  const imports = internalImports(files);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const { from, to } of imports) if (from.path === path) visit(to.path, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

function describeImport({ from, to }: Import): string {
  return `${from.path} imports ${to.path}`;
}
