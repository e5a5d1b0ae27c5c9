// Which VS Code server runs on this Node, and how it gets onto the machine: from npm, without compiling anything.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installPins, npm, readJson, root, withoutScripts } from '../setup.mjs';

/** VS Code's server is built for one major version of Node each; the last edition also serves what comes later. */
const editions = [
  { name: 'node20', untilNode: 21 },
  { name: 'node22', untilNode: 23 },
  { name: 'node24', untilNode: Number.POSITIVE_INFINITY },
];

/** Puts VS Code's server and the driver of its window in place, once, and says where they are. */
export function installServer() {
  const node = Number(process.versions.node.split('.')[0]);
  const { name } = editions.find(({ untilNode }) => node <= untilNode);
  const folder = join(root, '.vscode-test/host', name);
  installPins(join(root, 'test/harness/host-package', name), folder);
  const serverDir = join(folder, 'node_modules/code-server/lib/vscode');
  const finished = join(serverDir, 'node_modules/.complete');
  if (!existsSync(finished)) {
    npm(['install', ...withoutScripts], serverDir);
    linkRipgrep(folder, serverDir);
    writeFileSync(finished, '');
  }
  const { version } = readJson(join(serverDir, 'package.json'));
  return { serverDir, version, playwright: createRequire(join(folder, 'package.json'))('playwright-core') };
}

/** Older editions download ripgrep in an install script; searching files in the workspace needs it. */
function linkRipgrep(folder, serverDir) {
  const program = join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`);
  const place = join(serverDir, 'node_modules/@vscode/ripgrep/bin');
  if (!existsSync(program) || !existsSync(join(place, '..'))) return;
  mkdirSync(place, { recursive: true });
  rmSync(join(place, 'rg'), { force: true });
  symlinkSync(program, join(place, 'rg'));
}
