// What every run of a suite in headless Chromium begins and ends with.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './chromium.mjs';
import { installServer } from './edition.mjs';
import { pause, remove } from './window.mjs';

/**
 * Gives a run VS Code's server, Chromium and a folder of its own. What it opens it says how to close, with `onEnd`: that is closed
 * however the run ends, the last first.
 */
export async function runSuite(suite, { announce, prefix }, runIn) {
  const { serverDir, version, playwright } = installServer();
  const chromium = findOrInstallChromium(playwright);
  console.log(announce(version));
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const opened = [];
  try {
    return await runIn(folder, { ...suite, serverDir, playwright, chromium }, (close) => opened.unshift(close));
  } finally {
    for (const close of opened) await Promise.race([close(), pause(5)]);
    remove(folder);
  }
}
