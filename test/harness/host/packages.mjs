// Installs programs that tests need and that do not come from npm, where the system lets us.
import { spawnSync } from 'node:child_process';
import { findProgram } from './programs.mjs';

/** The path of a program, installed from a package of the system if need be; undefined where that can't be done. */
export function findOrInstall(program, packageName, reason) {
  const found = findProgram(program);
  if (found) return found;
  return installPackage(packageName, `No ${program} is installed, and ${reason}`) ? findProgram(program) : undefined;
}

/** Installs a package with apt-get, after a sentence that says why; false where there is no apt-get or no right to use it. */
export function installPackage(name, reason) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!findProgram('apt-get') || (asRoot.length > 0 && !mayUseSudo())) return false;
  console.log(`${reason}: installing the package ${name} with apt-get.`);
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  run([...asRoot, ...environment, 'apt-get', 'update', '-qq']);
  run([...asRoot, ...environment, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', name]);
  return true;
}

function mayUseSudo() {
  return Boolean(findProgram('sudo')) && spawnSync('sudo', ['-n', 'true']).status === 0;
}

/** A failed step shows its own output; what matters is whether the program is there afterwards. */
function run([command, ...args]) {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
