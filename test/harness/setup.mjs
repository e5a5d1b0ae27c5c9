// What every command of the project does first: it finds the repository and puts its dependencies in place.
// Only Node's own modules are imported here, because node_modules may not exist yet.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Installs the locked dependencies when they are missing or are not those of package-lock.json. */
export function ensureDependencies(folder = root, flags = []) {
  if (isInstalled(folder)) return;
  console.log(`Installing the dependencies listed in ${join(folder, 'package-lock.json')} (npm ci).`);
  npm(['ci', '--no-audit', '--no-fund', ...flags], folder);
}

/** Install scripts would compile native parts that no test needs and download from places that may be out of reach. */
export const withoutScripts = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs what a committed package.json and its lock file pin in another folder, so that it never mixes with our own. */
export function installPins(pins, folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(pins, file), join(folder, file));
  ensureDependencies(folder, withoutScripts);
}

/** Runs npm, the one that started this process where there is one, and stops the command when npm fails. */
export function npm(args, cwd = root) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const windows = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, [...first, ...args], { cwd, stdio: 'inherit', shell: windows });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}${error ? `: ${error.message}` : '.'}`);
}

/** Runs a program that came with the dependencies, such as `tsc`, on this same Node, and gives its exit code. */
export function tool(packageName, args, options = {}) {
  const { bin } = readJson(join(root, 'node_modules', packageName, 'package.json'));
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  const program = join(root, 'node_modules', packageName, file);
  return spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', ...options });
}

/** Packages that have a build for browsers under another name, and what to import in their place. */
export const browserAlias = { 'csv-parse': 'csv-parse/browser/esm', 'csv-parse/sync': 'csv-parse/browser/esm/sync' };

/** Ends the process with a plain sentence instead of a stack when one of our own steps fails. */
export async function main(step) {
  try {
    await step();
  } catch (error) {
    console.error(process.env.DEBUG ? error : `\n${error.message}`);
    process.exitCode = 1;
  }
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * npm records what it installed in node_modules/.package-lock.json as its last act. Versions are compared rather than
 * times, which a checkout or a copy changes. Optional packages may be absent: they are for other platforms.
 */
function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  return Object.entries(readJson(join(folder, 'package-lock.json')).packages).every(
    ([place, wanted]) =>
      place === '' ||
      (installed[place] ? installed[place].version === wanted.version : (wanted.optional ?? wanted.devOptional ?? false)),
  );
}
