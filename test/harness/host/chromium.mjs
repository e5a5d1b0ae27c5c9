// Finds the browser that shows VS Code in the end-to-end tests, and installs one where there is none.
import { existsSync } from 'node:fs';
import { installPackage } from './packages.mjs';
import { findProgram } from './programs.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where installers put it on a system that keeps programs off PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findOrInstallChromium(playwright) {
  const chromium = findChromium(playwright) ?? installed(playwright);
  if (chromium) return chromium;
  throw new Error(
    'The end-to-end tests need Chromium or Chrome and could not install one. ' +
      'Install it with the package manager of your system, or set CHROME_PATH to an installed one, and run the command again.',
  );
}

function findChromium(playwright) {
  const own = process.env.CHROME_PATH;
  if (own && !existsSync(own)) throw new Error(`CHROME_PATH names ${own}, which does not exist.`);
  if (own) return own;
  const downloaded = playwright.chromium.executablePath();
  return names.map(findProgram).find(Boolean) ?? [...usualPlaces, downloaded].find((file) => existsSync(file));
}

function installed(playwright) {
  const reason = 'No Chromium is installed, and the end-to-end tests show VS Code in one';
  return installPackage('chromium', reason) ? findChromium(playwright) : undefined;
}
