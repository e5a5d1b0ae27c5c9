import assert from 'node:assert/strict';
import { build, type Metafile } from 'esbuild';
import { browserAlias } from './setup.mjs';

describe('bundles', () => {
  it('the language core runs where there is no Node', async () => {
    assert.deepEqual(packagesFoundTwice(await bundled('server/src/language/index.ts', 'browser')), []);
  });

  it('the server runs where there is no Node, and no package is in it twice', async () => {
    assert.deepEqual(packagesFoundTwice(await bundled('server/src/lsp/main.browser.ts', 'browser')), []);
  });

  it('the client runs where there is no Node, and no package is in it twice', async () => {
    assert.deepEqual(packagesFoundTwice(await bundled('client/src/extension.browser.ts', 'browser')), []);
  });

  it('no package is in the server twice', async () => {
    assert.deepEqual(packagesFoundTwice(await bundled('server/src/lsp/main.node.ts', 'node')), []);
  });

  it('no package is in the command line twice', async () => {
    assert.deepEqual(packagesFoundTwice(await bundled('server/src/cli/main.ts', 'node')), []);
  });
});

/** Bundles without writing; an import that the platform does not have makes it fail. */
async function bundled(entry: string, platform: 'browser' | 'node'): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [entry],
    platform,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    mainFields: platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    external: ['vscode', '@duckdb/node-api'],
    ...(platform === 'browser' ? { alias: browserAlias } : {}),
    logLevel: 'silent',
  });
  return metafile;
}

/** Packages that come from two folders, which means in two versions. */
function packagesFoundTwice({ inputs }: Metafile): readonly string[] {
  const folders = new Map<string, Set<string>>();
  for (const path of Object.keys(inputs)) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    if (folder && name) folders.set(name, (folders.get(name) ?? new Set()).add(folder));
  }
  return [...folders].filter(([, from]) => from.size > 1).map(([name]) => name);
}
