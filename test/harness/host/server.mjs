// Starts VS Code's own server on 127.0.0.1 and ends it together with everything it started.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What would move or ask by itself is off. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  // As on a desktop: in a browser VS Code saves by itself, and who tries something out would change the sample.
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
};

/** A folder for settings and extensions. The list of extensions must exist, or the first scan loses them. */
export function prepareDataDir(dataDir, settings = {}) {
  mkdirSync(join(dataDir, 'data/User'), { recursive: true });
  mkdirSync(join(dataDir, 'extensions'), { recursive: true });
  const list = join(dataDir, 'extensions/extensions.json');
  if (!existsSync(list)) writeFileSync(list, '[]');
  writeFileSync(join(dataDir, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/** Starts the server on a free port, or the one given; `stop` ends its process group: extension host, watcher, language server. */
export async function startServer({ serverDir, dataDir, port = 0, flags = [], env = {}, log = () => {} }) {
  const temporary = join(dataDir, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const ours = { ...process.env, ...env, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary };
  // Options of the process that runs the tests, such as a TypeScript loader, are not for the one that runs VS Code.
  delete ours.NODE_OPTIONS;
  const args = [...common(serverDir, dataDir), '--host', '127.0.0.1', '--port', String(port), ...flags];
  const server = spawn(process.execPath, args, { env: ours, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const kill = (signal) => killGroup(server, signal);
  process.once('exit', () => kill('SIGKILL'));
  return {
    port: await listening(server, log),
    ended: once(server, 'exit'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      kill('SIGTERM');
      await Promise.race([once(server, 'exit'), new Promise((resolve) => setTimeout(resolve, 3000))]);
      kill('SIGKILL');
    },
  };
}

/** Installs a packed extension for the server to load. */
export function installExtension({ serverDir, dataDir, vsix }) {
  const args = [...common(serverDir, dataDir), '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`VS Code could not install ${vsix}:\n${stdout}${stderr}`);
}

function common(serverDir, dataDir) {
  const program = join(serverDir, 'out/server-main.js');
  return [program, '--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', dataDir];
}

/** Resolves with the port, and rejects with what the server said when it ends instead. */
function listening(server, log) {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (text) => {
      log(String(text));
      said = (said + text).slice(-20000);
      const found = /Extension host agent listening on (\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code} before it listened:\n${said}`)));
  });
}

function killGroup(server, signal) {
  try {
    process.kill(-server.pid, signal);
  } catch {
    // The group has ended already.
  }
}
