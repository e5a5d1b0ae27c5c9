#!/usr/bin/env node
// Builds everything that ships, and the end-to-end suite, into dist/. `--dev` keeps the code readable; `--generate` only
// writes what is written from something else.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noticesOf } from './notices.mjs';
import { browserAlias, ensureDependencies, main, readJson, root } from './setup.mjs';

const node = { platform: 'node', target: 'node20', format: 'cjs' };
const version = JSON.stringify(readJson(join(root, 'package.json')).version);
const browser = { platform: 'browser', target: 'es2022', alias: browserAlias };
const page = { platform: 'browser', target: 'es2022', format: 'iife' };

/** Its build for Node looks into the environment at every token it reads; the one for browsers says the same and does not. */
const alias = { yaml: './node_modules/yaml/browser/index.js' };

/** The programs that ship: where each starts, where it goes, and what it runs on. */
export const programs = [
  { from: 'client/src/extension.ts', to: 'dist/extension.js', external: ['vscode'], ...node },
  { from: 'server/src/lsp/main.node.ts', to: 'dist/server.js', ...node, alias },
  {
    from: 'server/src/cli/main.ts',
    to: 'dist/cli.js',
    ...node,
    alias,
    executable: true,
    define: { CODEBOOK_VERSION: version },
    // Native and optional: who wants it installs it beside the command.
    external: ['@duckdb/node-api'],
  },
  { from: 'client/src/extension.browser.ts', to: 'dist/extension.browser.js', external: ['vscode'], ...browser, format: 'cjs' },
  { from: 'server/src/lsp/main.browser.ts', to: 'dist/server.browser.js', ...browser, format: 'iife' },
  { from: 'client/src/preview/page/index.ts', to: 'dist/preview.js', ...page },
  { from: 'client/src/preview/page/page.css', to: 'dist/preview.css', ...page },
];

export async function build({ dev = false } = {}) {
  ensureDependencies();
  generate();
  requireSources();
  const bundles = programs.map((program) => bundleProgram(program, dev));
  await Promise.all([...bundles, bundleSuite(), bundleWebSuite()]);
  writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesOf(await Promise.all(bundles)));
  for (const { to, executable } of programs) if (executable) chmodSync(join(root, to), 0o755);
}

/** What is written from something else: the schema's validator and tables of keys, the kernel, then what is shown of the checks. */
const writers = [
  'server/src/language/schema/generate.ts',
  'test/harness/write-kernel.mjs',
  'test/harness/write-documents.ts',
  'test/harness/write-broken-samples.ts',
];

export function generate() {
  for (const script of writers) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${script} failed.`);
  }
}

/** Bundles one program and gives what esbuild says of it. */
async function bundleProgram(program, dev) {
  const { from, to, platform, target, format, define = {}, alias = {}, external = [], executable = false } = program;
  const { build: bundle } = await import('esbuild');
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
    bundle: true,
    platform,
    target,
    format,
    define,
    alias,
    external,
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    // Some packages offer a UMD file as `main`, whose inner requires a bundler cannot follow.
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    logLevel: 'warning',
    metafile: true,
    ...(executable ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  return metafile;
}

/** Each file of the end-to-end suite becomes one file that the extension host can load; mocha stays outside. */
async function bundleSuite() {
  const { build: bundle } = await import('esbuild');
  const suite = join(root, 'test/e2e/suite');
  const outdir = join(root, 'dist/test/e2e');
  rmSync(outdir, { recursive: true, force: true });
  const files = readdirSync(suite).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await bundle({
    entryPoints: files.map((name) => join(suite, name)),
    outdir,
    bundle: true,
    ...node,
    external: ['vscode', 'mocha', 'vscode-tmgrammar-test'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/**
 * The suite for the extension host of a browser is one file with mocha in it. There it has no Node: it finds the window at its own
 * address, and asserts with what stands for Node's own module.
 */
async function bundleWebSuite() {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: ['test/e2e/web/index.ts'],
    outfile: 'dist/test/web/index.js',
    bundle: true,
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    alias: { ...browserAlias, 'node:assert/strict': './test/e2e/web/assert.ts', mocha: 'mocha/mocha.js' },
    define: { 'process.env.VSCODE_TEST_BRIDGE': 'codebookTestBridge' },
    banner: { js: 'globalThis.codebookTestBridge = new URL("/bridge", self.origin).href;' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

function requireSources() {
  const missing = programs.filter(({ from }) => !existsSync(join(root, from)));
  if (missing.length > 0) throw new Error(`Nothing to build from: ${missing.map(({ from }) => from).join(', ')} must exist.`);
}

function generateAll() {
  ensureDependencies();
  generate();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    if (process.argv.includes('--generate')) return generateAll();
    await build({ dev: process.argv.includes('--dev') });
    for (const { to } of programs) console.log(`Built ${to}, ${Math.round(statSync(join(root, to)).size / 1000)} kB.`);
  });
}
