// Runs the end-to-end suite in VS Code's server with its window in headless Chromium.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../setup.mjs';
import { openBridge } from './bridge.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { installServer } from './edition.mjs';
import { prepareDataDir, startServer } from './server.mjs';

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Runs the suite and gives `{passed, failed}`. The suite's own report in a file is what counts: VS Code in the browser
 * calls it a success when the extension host dies.
 */
export async function runInBrowser({ extension, tests, workspace, timeout, screenshot, env, verbose }) {
  const { serverDir, version, playwright } = installServer();
  const executablePath = findOrInstallChromium(playwright);
  console.log(`End-to-end tests in VS Code ${version}, its window in headless Chromium.`);
  const folder = mkdtempSync(join(tmpdir(), 'codebook-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const copy = join(folder, 'workspace');
  cpSync(workspace, copy, { recursive: true });
  const dataDir = join(folder, 'vscode');
  prepareDataDir(dataDir);

  const opened = [];
  let page;
  try {
    const bridge = await openBridge(() => page);
    opened.push(bridge.close);
    const report = join(folder, 'report.json');
    const server = await startServer({
      serverDir,
      dataDir,
      env: { ...env, CODEBOOK_TEST_REPORT: report, VSCODE_TEST_BRIDGE: bridge.address },
      // Newer editions run an extension under test only with the last flag.
      flags: ['--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver'],
      log: verbose ? (text) => process.stderr.write(text) : undefined,
    });
    opened.push(server.stop);
    const context = await playwright.chromium.launchPersistentContext(join(folder, 'chromium'), {
      executablePath,
      headless: true,
      viewport: { width: 1280, height: 800 },
      args: browserFlags,
    });
    opened.push(() => context.close());
    page = context.pages()[0] ?? (await context.newPage());
    const exited = suiteExit(page, verbose);
    await page.goto(address({ port: server.port, folder: copy, extension, tests }));
    const outcome = await Promise.race([exited, server.ended.then(() => 'the server ended'), pause(timeout)]);
    return await resultOf(outcome, report, () => page.screenshot({ path: screenshot, timeout: 5000 }));
  } finally {
    for (const close of opened.reverse()) await Promise.race([close(), pause(5)]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Hands on what the suite prints, and resolves when VS Code says that the suite has ended. */
async function suiteExit(page, verbose) {
  let ended;
  const exit = new Promise((resolve) => {
    ended = resolve;
  });
  page.on('crash', () => ended('the page crashed'));
  await page.exposeFunction('codeAutomationExit', () => ended('suite ended'));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (verbose || !isNoise(String(args[0]))) console[type === 'error' || type === 'warn' ? 'error' : 'log'](...args);
  });
  return exit;
}

async function resultOf(outcome, report, takeScreenshot) {
  const counts = existsSync(report) ? readJson(report) : undefined;
  if (counts && counts.failed === 0 && counts.passed > 0 && outcome === 'suite ended') return counts;
  await takeScreenshot().catch(() => {});
  if (counts && outcome === 'suite ended') return counts;
  const cause = outcome === 'suite ended' ? 'the extension host ended without a report' : outcome;
  console.error(`The end-to-end suite did not finish: ${cause}.`);
  return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
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

/** VS Code writes its own log lines into the same stream; these say nothing about the extension. */
function isNoise(line) {
  return (
    /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|getaddrinfo |ChatSessionStore)/.test(
      line,
    ) ||
    /^\[(reconnection-grace|AccountPolicyGate|AgentHost|ChatModel|Service Worker|IDAC)/.test(line) ||
    /build\/Release|Could not locate the bindings file|latest version|open-vsx\.org|sqlite3/.test(line)
  );
}

function pause(seconds) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`it took longer than ${seconds} s`), seconds * 1000).unref();
  });
}
