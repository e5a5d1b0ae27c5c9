// Runs the end-to-end suite in VS Code's server with its window in headless Chromium.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../setup.mjs';
import { openBridge } from './bridge.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { installServer } from './edition.mjs';
import { interruption } from './interruption.mjs';
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
export async function runInBrowser(suite) {
  const { serverDir, version, playwright } = installServer();
  const chromium = findOrInstallChromium(playwright);
  console.log(`End-to-end tests in VS Code ${version}, its window in headless Chromium.`);
  const folder = mkdtempSync(join(tmpdir(), 'codebook-e2e-'));
  const opened = [];
  try {
    return await runIn(folder, { ...suite, serverDir, playwright, chromium }, (close) => opened.unshift(close));
  } finally {
    for (const close of opened) await Promise.race([close(), pause(5)]);
    remove(folder);
  }
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

function openWindow({ playwright, chromium }, profile) {
  return playwright.chromium.launchPersistentContext(profile, {
    executablePath: chromium,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: browserFlags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Hands on what the suite prints; `ended` resolves when VS Code says that the suite has ended. */
async function listenToSuite(page, verbose) {
  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  page.on('crash', () => end('the page crashed'));
  await page.exposeFunction('codeAutomationExit', () => end('suite ended'));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (verbose || !isNoise(String(args[0]))) console[type === 'error' || type === 'warn' ? 'error' : 'log'](...args);
  });
  return { ended };
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

/** A process that is slow to end may still write; a temporary folder that stays is no failure of the suite. */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    console.error(`${folder} could not be removed: ${error.message}`);
  }
}

function pause(seconds) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`it took longer than ${seconds} s`), seconds * 1000).unref();
  });
}
