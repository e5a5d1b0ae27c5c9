// A packed extension can be tested like the working copy: what was left out of the package then shows as a failure.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup.mjs';

/** The folder of an extension; a .vsix is unpacked into .vscode-test/unpacked first. */
export async function unpacked(extension) {
  if (!extension.endsWith('.vsix')) return extension;
  const { default: zip } = await import('jszip');
  const { files } = await zip.loadAsync(readFileSync(extension));
  const folder = join(root, '.vscode-test/unpacked');
  rmSync(folder, { recursive: true, force: true });
  for (const file of Object.values(files).filter(({ dir }) => !dir)) {
    const place = join(folder, file.name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, await file.async('nodebuffer'));
  }
  return join(folder, 'extension');
}
