// Runs the end-to-end suite in VS Code's server with its window in headless Chromium.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openBridge } from './bridge.mjs';
import { interruption } from './interruption.mjs';
import { prepareDataDir, startServer } from './server.mjs';
import { runSuite } from './suite.mjs';
import { listenToSuite, openWindow, pause, resultOf } from './window.mjs';

/**
 * Runs the suite and gives `{passed, failed}`. The suite's own report in a file is what counts: VS Code in the browser
 * calls it a success when the extension host dies.
 */
export function runInBrowser(suite) {
  const announce = (version) => `End-to-end tests in VS Code ${version}, its window in headless Chromium.`;
  return runSuite(suite, { announce, prefix: 'codebook-e2e-' }, runIn);
}

/** Starts the server and the window, each with the way to close it, and waits for the suite. */
async function runIn(folder, suite, onEnd) {
  const interrupted = interruption();
  const workspace = join(folder, 'workspace');
  cpSync(suite.workspace, workspace, { recursive: true });
  const dataDir = join(folder, 'vscode');
  // The suite begins without trust and grants it through the window; a question at the start would stand in its way.
  prepareDataDir(dataDir, { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' });
  const report = join(folder, 'report.json');
  let page;
  const bridge = await openBridge(() => page);
  onEnd(bridge.close);
  const server = await startServer({
    serverDir: suite.serverDir,
    dataDir,
    env: { ...suite.env, CODEBOOK_TEST_REPORT: report, VSCODE_TEST_BRIDGE: bridge.address },
    // Newer editions run an extension under test only with the last flag.
    flags: ['--without-connection-token', '--enable-smoke-test-driver'],
    log: suite.verbose ? (text) => process.stderr.write(text) : undefined,
  });
  onEnd(server.stop);
  const context = await openWindow(suite, join(folder, 'chromium'));
  onEnd(() => context.close());
  page = context.pages()[0] ?? (await context.newPage());
  const { ended } = await listenToSuite(page, suite.verbose);
  await page.goto(address({ ...suite, port: server.port, folder: workspace }));
  const serverEnded = server.ended.then(() => 'the server ended');
  const outcome = await Promise.race([ended, serverEnded, interrupted, pause(suite.timeout)]);
  return resultOf(outcome, report, () => page.screenshot({ path: suite.screenshot, timeout: 5000 }));
}

/** What a desktop VS Code takes as arguments, the one in the browser takes as a payload in its address. */
function address({ port, folder, extension, tests }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (path) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: remote(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
