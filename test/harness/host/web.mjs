// Runs the suite for browsers: VS Code without any server behind it, as on vscode.dev, its extensions in a worker of headless Chromium
// and its workspace in the memory of the page.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interruption } from './interruption.mjs';
import { runSuite } from './suite.mjs';
import { listenToSuite, openWindow, pause, resultOf } from './window.mjs';
import { serveWorkbench } from './workbench.mjs';

/** Runs the suite and gives `{passed, failed}`: as the suite has told them, or one failure where it has told nothing. */
export function runInWeb(suite) {
  const announce = (version) =>
    `End-to-end tests in VS Code ${version} for browsers, its extensions in a worker of headless Chromium.`;
  return runSuite(suite, { announce, prefix: 'codebook-web-' }, runIn);
}

/** Serves the workbench, opens the window, each with the way to close it, and waits for the suite. */
async function runIn(folder, suite, onEnd) {
  const interrupted = interruption();
  const report = join(folder, 'report.json');
  let page;
  const workbench = await serveWorkbench({
    ...suite,
    pageNow: () => page,
    onReport: (counts) => writeFileSync(report, JSON.stringify(counts)),
  });
  onEnd(workbench.close);
  const context = await openWindow(suite, join(folder, 'chromium'));
  onEnd(() => context.close());
  page = context.pages()[0] ?? (await context.newPage());
  const { ended } = await listenToSuite(page, suite.verbose);
  await page.goto(workbench.address);
  const outcome = await Promise.race([ended, interrupted, pause(suite.timeout)]);
  return resultOf(outcome, report, () => page.screenshot({ path: suite.screenshot, timeout: 5000 }));
}
