// Runs the end-to-end suite in a desktop VS Code that is downloaded once into .vscode-test/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readJson, root } from '../setup.mjs';
import { findProgram, hasDisplay } from './programs.mjs';

/** The version the suite is known to pass on; `VSCODE_VERSION=stable` tries the newest. */
const version = process.env.VSCODE_VERSION ?? '1.100.3';

/** Downloads VS Code where its host can be reached and gives the program; undefined, with a sentence, where it cannot. */
export async function downloadDesktop() {
  if (!hasDisplay() && !findProgram('xvfb-run')) {
    console.log('There is no display and no xvfb-run, so the end-to-end tests run in VS Code’s server instead of the desktop.');
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    const cachePath = join(root, '.vscode-test');
    return await downloadAndUnzipVSCode({ version, cachePath, timeout: 10000, reporter: new SilentReporter() });
  } catch (error) {
    console.log(
      `VS Code ${version} could not be downloaded (${error.message}), so the tests run in VS Code’s server from npm.`,
    );
    return undefined;
  }
}

/** Runs the suite in a process of its own, under a virtual display where there is none, and gives `{passed, failed}`. */
export function runOnDesktop({ program, extension, tests, workspace, timeout, env }) {
  console.log(`End-to-end tests in a desktop VS Code ${version}.`);
  const folder = mkdtempSync(join(tmpdir(), 'codebook-e2e-'));
  try {
    const copy = join(folder, 'workspace');
    cpSync(workspace, copy, { recursive: true });
    const report = join(folder, 'report.json');
    const request = {
      program,
      extension,
      tests,
      workspace: copy,
      userData: join(folder, 'user'),
      env: { ...env, CODEBOOK_TEST_REPORT: report },
    };
    const command = [process.execPath, fileURLToPath(import.meta.url), JSON.stringify(request)];
    const [first, ...rest] = hasDisplay() ? command : ['xvfb-run', '--auto-servernum', ...command];
    const { status, error } = spawnSync(first, rest, { stdio: 'inherit', timeout: timeout * 1000 });
    return counted(status, error, existsSync(report) ? readJson(report) : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** VS Code's exit code and the suite's own report must agree; where they do not, that is one failure more. */
function counted(status, error, report) {
  if (report && (status === 0) === (report.failed === 0)) return report;
  console.error(`The end-to-end suite did not finish: ${error?.message ?? `VS Code ended with ${status}`}.`);
  return { passed: report?.passed ?? 0, failed: (report?.failed ?? 0) + 1 };
}

async function runInThisProcess({ program, extension, tests, workspace, userData, env }) {
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [workspace, '--user-data-dir', userData, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await runInThisProcess(JSON.parse(process.argv[2]));
  } catch {
    // The suite has printed what failed; the report carries the counts.
    process.exitCode = 1;
  }
}
