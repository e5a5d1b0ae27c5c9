// The window of VS Code in headless Chromium, in which a suite runs, and what is left of it.
import { existsSync, rmSync } from 'node:fs';
import { readJson } from '../setup.mjs';

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openWindow({ playwright, chromium }, profile) {
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
export async function listenToSuite(page, verbose) {
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

/** The suite's counts. Without a report, or with another end, one failure more, and a picture of the window. */
export async function resultOf(outcome, report, takeScreenshot) {
  const counts = existsSync(report) ? readJson(report) : undefined;
  if (counts && counts.failed === 0 && counts.passed > 0 && outcome === 'suite ended') return counts;
  await takeScreenshot().catch(() => {});
  if (counts && outcome === 'suite ended') return counts;
  const cause = outcome === 'suite ended' ? 'the extension host ended without a report' : outcome;
  console.error(`The end-to-end suite did not finish: ${cause}.`);
  return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
}

/** VS Code writes its own log lines into the same stream; these say nothing about the extension. */
function isNoise(line) {
  return (
    /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|getaddrinfo |ChatSessionStore)/.test(
      line,
    ) ||
    /^(Ignoring (fetching additional|the error while validating)|Loading development|Creation of workbench)/.test(line) ||
    /^\[(reconnection-grace|AccountPolicyGate|AgentHost|ChatModel|Service Worker|IDAC)/.test(line) ||
    /build\/Release|Could not locate the bindings file|latest version|open-vsx\.org|sqlite3/.test(line)
  );
}

/** A process that is slow to end may still write; a temporary folder that stays is no failure of the suite. */
export function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    console.error(`${folder} could not be removed: ${error.message}`);
  }
}

export function pause(seconds) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`it took longer than ${seconds} s`), seconds * 1000).unref();
  });
}
