// Shows a folder in VS Code in the browser, with the packed extension installed, until Ctrl-C.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { packExtension } from '../package.mjs';
import { root } from '../setup.mjs';
import { installServer } from './edition.mjs';
import { interruption } from './interruption.mjs';
import { findProgram, hasDisplay } from './programs.mjs';
import { installExtension, prepareDataDir, startServer } from './server.mjs';

/**
 * Only this machine reaches the server, and only with the token in the printed address. The sample opens trusted, so
 * that its data are read. With `once` it ends as soon as the address has answered.
 */
export async function serveSample({ folder, port, once }) {
  if (process.platform === 'win32')
    throw new Error('Install VS Code from code.visualstudio.com; npm start opens the sample in it.');
  console.log('\nPreparing VS Code in the browser.');
  const { serverDir, version } = installServer();
  const dataDir = join(root, '.vscode-test/browser');
  prepareDataDir(dataDir);
  installExtension({ serverDir, dataDir, vsix: packExtension() });
  const token = randomBytes(16).toString('hex');
  const flags = ['--connection-token', token, '--disable-workspace-trust'];
  const stopped = interruption();
  const server = await startServer({ serverDir, dataDir, port, flags });
  try {
    const address = `http://127.0.0.1:${server.port}/?${new URLSearchParams({ tkn: token, folder })}`;
    await answers(address);
    console.log(`VS Code ${version} shows the sample, with the extension installed, at\n\n${address}\n`);
    if (once) return;
    openBrowser(address);
    console.log('Ctrl-C ends it.');
    await Promise.race([stopped, server.ended]);
  } finally {
    await server.stop();
  }
}

/** The right token is answered with a cookie and a redirection, which a browser follows. */
async function answers(address) {
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30000) });
  if (response.status >= 400) throw new Error(`VS Code in the browser answered ${response.status}.`);
}

/** Opens the user's browser where there is a desktop; the address stands in the terminal either way. */
function openBrowser(address) {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (!hasDisplay() || !findProgram(program)) return;
  spawn(program, [address], { stdio: 'ignore', detached: true }).unref();
}
