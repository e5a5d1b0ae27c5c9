#!/usr/bin/env node
// Runs the language server under editors other than VS Code, set up as the README says, and closes with the line
// `N passed, N failed`. What is tested is dist/cli.js as it was last built: npm run build.
//
//   npm run test:editors
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOrInstall } from '../harness/host/packages.mjs';
import { main, root } from '../harness/setup.mjs';

const remedy =
  'The tests in other editors need Neovim 0.7 or newer and could not install it. ' +
  'Install it with the package manager of your system (https://neovim.io) and run the command again.';

/** Runs the tests in Neovim and gives `{passed, failed}`. A run that ends before its plan counts what is missing as failed. */
export function testEditors() {
  const program = join(root, 'dist/cli.js');
  if (!existsSync(program)) throw new Error(`There is no ${program}; npm run build makes it.`);
  const neovim = findOrInstall('nvim', 'neovim', 'the tests in other editors run the language server under Neovim');
  if (neovim === undefined) throw new Error(remedy);
  const folder = mkdtempSync(join(tmpdir(), 'codebook-editors-'));
  try {
    return runNeovim(neovim, folder, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Neovim without the user's own settings, in a copy of the sample, with a command `codebook` as an installed one. */
function runNeovim(neovim, folder, program) {
  const sample = join(folder, 'innovation-2020');
  cpSync(join(root, 'samples/innovation-2020'), sample, { recursive: true });
  const commands = join(folder, 'bin');
  mkdirSync(commands);
  writeFileSync(join(commands, 'codebook'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(commands, 'codebook'), 0o755);
  for (const [name, text] of Object.entries(setupsInReadme())) writeFileSync(join(folder, `${name}.lua`), text);
  const env = { ...process.env, PATH: `${commands}${delimiter}${process.env.PATH}`, CODEBOOK_TEST_FOLDER: folder };
  // Neovim writes its state under the home folder, and Node 20 starts slowly with certificates to read.
  for (const kind of ['CONFIG', 'DATA', 'STATE', 'CACHE']) env[`XDG_${kind}_HOME`] = join(folder, kind.toLowerCase());
  delete env.NODE_EXTRA_CA_CERTS;
  delete env.NODE_OPTIONS;
  const script = join(root, 'test/editors/neovim.lua');
  const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '--cmd', 'filetype on', '-c', `luafile ${script}`];
  const { stdout, stderr, status, error } = spawnSync(neovim, args, { cwd: sample, env, encoding: 'utf8', timeout: 120_000 });
  // A headless Neovim prints on standard error.
  const output = `${stdout}${stderr}`.replaceAll('\r', '');
  console.log(output.trim());
  if (error) console.error(`Neovim did not end by itself: ${error.message}`);
  return countsIn(output, status);
}

/** The Lua that the README tells users to put into their init.lua, by the version of Neovim it is for. */
function setupsInReadme() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const setups = [...readme.matchAll(/```lua\n-- Neovim 0\.(\d+)[^\n]*\n([\s\S]*?)```/g)];
  if (setups.length !== 2) throw new Error('The README must show how Neovim is set up, for newer and for older versions.');
  return Object.fromEntries(setups.map(([, version, text]) => [`from-0.${version}`, text]));
}

/** TAP: `1..N` says how many tests there are, `ok` and `not ok` how each went. */
function countsIn(output, status) {
  const planned = Number(/^1\.\.(\d+)$/m.exec(output)?.[1] ?? 0);
  const passed = output.match(/^ok \d+/gm)?.length ?? 0;
  const failed = Math.max(planned - passed, planned === 0 || status !== 0 ? 1 : 0);
  return { passed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const { passed, failed } = testEditors();
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
