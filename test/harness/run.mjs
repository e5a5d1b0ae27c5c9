#!/usr/bin/env node
// Runs every test of the project and closes with the line `N passed, N failed`.
//
//   npm test -- [--only static|unit|e2e] [--grep TEXT]
//     [--editors]  also under editors other than VS Code, which are installed if need be (npm run test:editors)
//
// UPDATE=1 rewrites the snapshots, which is refused where CI is set. The generated files, the type check, the linter and
// the build count as one test each.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { testEditors } from '../editors/run.mjs';
import { build, generate } from './build.mjs';
import { packExtension } from './package.mjs';
import { ensureDependencies, main, readJson, root, tool } from './setup.mjs';
import { runSuite } from './vscode-host.mjs';

const parts = ['static', 'unit', 'e2e'];

await main(async () => {
  const { only, grep, editors } = options();
  ensureDependencies();
  const runs = (part) => only === undefined || only === part;
  const total = { passed: 0, failed: 0 };
  const step = async (title, action) => {
    const { passed, failed } = await timed(title, action);
    total.passed += passed;
    total.failed += failed;
    return failed === 0;
  };

  // In the order of what is learnt soonest; a step that fails does not keep the others from telling what they know.
  if (runs('static') && grep === undefined) {
    await step('Generated files', generatedFilesAreUpToDate);
    await step('Type check', () => tool('typescript', ['-b']).status === 0);
    await step('Lint', () => tool('@biomejs/biome', ['check', '.']).status === 0);
  }
  // What is tested in VS Code is what ships: the packed extension, unpacked again.
  let extension;
  const built = await step('Build and pack', async () => {
    await build();
    extension = packExtension();
    return true;
  });
  if (runs('unit')) await step('Unit, law, protocol and command-line tests', () => unitTests(grep));
  if (runs('e2e') && built) {
    await step('End-to-end tests', () => runSuite({ extension, grep }));
    // VS Code's parts come from a package that is not made for Windows; what runs in a browser is the same everywhere.
    if (process.platform !== 'win32')
      await step('End-to-end tests in a browser alone', () => runSuite({ extension, grep, where: 'web' }));
  }
  if (editors && built) await step('Tests in other editors', testEditors);

  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});

function options() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { only: text, grep: text, editors: { type: 'boolean', default: false } } });
  if (values.only && !parts.includes(values.only)) throw new Error(`--only takes one of ${parts.join(', ')}.`);
  if (process.env.UPDATE && process.env.CI) throw new Error('UPDATE=1 rewrites snapshots, which is refused where CI is set.');
  return values;
}

/** Runs one step under its title; an action gives its counts, or whether it went well. */
async function timed(title, action) {
  const start = Date.now();
  console.log(`\n${title}`);
  const counts = await outcome(action);
  const result = counts.failed === 0 ? 'passed' : 'FAILED';
  console.log(`  ${result} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return counts;
}

async function outcome(action) {
  try {
    const result = await action();
    if (typeof result === 'object') return result;
    return result ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** Generating again must leave every committed file as it is. */
function generatedFilesAreUpToDate() {
  const changes = () => git('diff', '--no-color');
  const before = changes();
  generate();
  if (changes() === before) return true;
  console.error(`Run npm run generate and commit what it changes:\n${git('diff', '--stat')}`);
  return false;
}

function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

function unitTests(grep) {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-unit-'));
  const report = join(folder, 'report.json');
  try {
    const chosen = grep ? ['--grep', grep, '--no-fail-zero'] : [];
    const args = ['--reporter', join(root, 'test/harness/reporter.cjs'), ...chosen];
    const { status } = tool('mocha', args, { env: { ...process.env, CODEBOOK_TEST_REPORT: report } });
    const counts = existsSync(report) ? readJson(report) : undefined;
    if (counts && (status === 0) === (counts.failed === 0)) return counts;
    console.error(`mocha ended with ${status} ${counts ? `and reported ${counts.failed} failures` : 'before the last test'}.`);
    return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
