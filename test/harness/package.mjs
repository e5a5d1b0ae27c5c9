#!/usr/bin/env node
// Packs the built extension into dist/survey-codebook-<version>.vsix. What goes in is listed in .vscodeignore.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { main, readJson, root, tool } from './setup.mjs';

/** Packs what dist/ holds and gives the file. Every dependency is bundled, so none is packed. */
export function packExtension() {
  const { name, version } = readJson(join(root, 'package.json'));
  const vsix = join(root, 'dist', `${name}-${version}.vsix`);
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const { status, stdout, stderr } = tool('@vscode/vsce', ['package', ...flags, '--out', vsix], {
    stdio: 'pipe',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be packed:\n${stdout}${stderr}`);
  return vsix;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await build();
    console.log(`Packed ${packExtension()}.`);
  });
}
