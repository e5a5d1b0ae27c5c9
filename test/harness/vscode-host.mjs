#!/usr/bin/env node
// Runs the end-to-end suite in a real VS Code: a desktop one where it can be downloaded, its server from npm elsewhere.
//
//   node test/harness/vscode-host.mjs [--where auto|desktop|browser|web] [--grep TEXT] [--verbose]
//     [--extension DIR|FILE.vsix]  what is tested; a packed extension is unpacked first
//     [--tests FILE] [--workspace DIR] [--timeout SECONDS] [--screenshot FILE.png]
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runInBrowser } from './host/browser.mjs';
import { downloadDesktop, runOnDesktop } from './host/desktop.mjs';
import { unpacked } from './host/unpacked.mjs';
import { runInWeb } from './host/web.mjs';
import { ensureDependencies, main, root } from './setup.mjs';

const defaults = {
  where: process.env.CODEBOOK_TEST_HOST ?? 'auto',
  extension: root,
  tests: join(root, 'dist/test/e2e/index.js'),
  webTests: join(root, 'dist/test/web'),
  workspace: join(root, 'samples'),
  timeout: 300,
  screenshot: join(root, '.vscode-test/failure.png'),
  grep: undefined,
  verbose: false,
};

/** Runs the suite and gives `{passed, failed}`. A suite that dies or runs no test counts as a failure. */
export async function runSuite(options = {}) {
  const asked = { ...defaults, ...options };
  if (!existsSync(asked.tests)) throw new Error(`There is no suite at ${asked.tests}; npm run build makes it.`);
  mkdirSync(dirname(asked.screenshot), { recursive: true });
  const env = asked.grep ? { CODEBOOK_TEST_GREP: asked.grep } : {};
  const suite = { ...asked, extension: await unpacked(asked.extension), env };
  if (asked.where === 'web') return withPicture(asked, await runInWeb(suite));
  const program = asked.where === 'browser' ? undefined : await downloadDesktop();
  if (program) return runOnDesktop({ ...suite, program });
  if (asked.where === 'desktop' || process.platform === 'win32') throw new Error(remedy);
  return withPicture(asked, await runInBrowser(suite));
}

function withPicture({ screenshot }, counts) {
  if (counts.failed > 0) console.error(`The window as it was: ${screenshot}`);
  return counts;
}

const remedy =
  'The end-to-end tests could not get a desktop VS Code. They need a connection to update.code.visualstudio.com once, ' +
  'and on Linux a display or xvfb-run.';

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    ensureDependencies();
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: {
        where: text,
        extension: text,
        tests: text,
        workspace: text,
        timeout: text,
        screenshot: text,
        grep: text,
        verbose: { type: 'boolean' },
      },
    });
    for (const name of ['extension', 'tests', 'workspace', 'screenshot'])
      if (values[name]) values[name] = resolve(values[name]);
    if (values.timeout) values.timeout = Number(values.timeout);
    const { passed, failed } = await runSuite(values);
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
