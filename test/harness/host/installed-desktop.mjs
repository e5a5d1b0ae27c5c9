// Opens a folder in a VS Code that is installed on this machine, with the extension loaded from the working copy.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { findProgram, hasDisplay } from './programs.mjs';

/** The `code` command of an installed VS Code, from PATH or from where its installers put it; undefined without one. */
export function findDesktop() {
  if (!hasDisplay()) return undefined;
  const onPath = ['code', 'code-insiders', 'codium'].map(findProgram).find(Boolean);
  return onPath ?? usualPlaces().find((file) => existsSync(file));
}

export function openInDesktop(program, folder) {
  const windows = process.platform === 'win32';
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const command = windows ? [`"${program}"`, args.map((argument) => `"${argument}"`)] : [program, args];
  const { status } = spawnSync(...command, { stdio: 'inherit', shell: windows });
  if (status !== 0) throw new Error(`${program} ended with ${status}. npm start -- --browser shows the sample in the browser.`);
  console.log(`\nVS Code opens ${folder} with the extension loaded.`);
  console.log('If it asks whether you trust the folder, say yes: data files are read only in trusted folders.');
}

function usualPlaces() {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(home, 'Applications')].map((folder) =>
        join(folder, 'Visual Studio Code.app/Contents/Resources/app/bin/code'),
      );
    case 'win32':
      return [join(process.env.LOCALAPPDATA ?? home, 'Programs'), process.env.ProgramFiles ?? 'C:\\Program Files'].map(
        (folder) => join(folder, 'Microsoft VS Code\\bin\\code.cmd'),
      );
    default:
      return ['/usr/share/code/bin/code', '/snap/bin/code'];
  }
}
