/** Writes `samples/broken` from the documentation of the checks, and takes away what no check has any more. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brokenSamples } from './broken-samples';

const folder = join(__dirname, '../../samples/broken');

rmSync(folder, { recursive: true, force: true });
for (const { path, text } of brokenSamples()) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
