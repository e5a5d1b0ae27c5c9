// Serves what VS Code in a browser is made of as plain files, which is all it needs: its extensions run in the browser too.
import { once } from 'node:events';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { answer } from './bridge.mjs';
import { quietSettings } from './server.mjs';

/** A file system in the memory of the page, which VS Code brings along; the suite fills it. */
const workspace = { scheme: 'tmp', path: '/workspace' };

/**
 * Serves the workbench with an extension under test and its suite. The suite finds at the same address the files of the workspace
 * (`/workspace.json`), the window (`/bridge`), and who takes its counts (`/report`).
 */
export async function serveWorkbench({ serverDir, extension, webTests, workspace: folder, grep, pageNow, onReport }) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    if (request.method === 'POST') {
      const body = await text(request);
      if (pathname === '/report') onReport(JSON.parse(body));
      return send(types['.json'], pathname === '/bridge' ? JSON.stringify(await answer(pageNow(), body)) : '{}');
    }
    if (pathname === '/') return send(types['.html'], pageOf(serverDir, request.headers.host));
    if (pathname === '/workspace.json') return send(types['.json'], JSON.stringify({ grep, files: filesOf(folder) }));
    if (pathname === `/static/${workbenchProgram}`) return send(types['.js'], programOf(serverDir));
    const file = fileOf(decodeURIComponent(pathname), {
      '/static/': serverDir,
      '/extension/suite/': webTests,
      '/extension/': extension,
    });
    if (file === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${server.address().port}/?folder=${workspace.scheme}:${workspace.path}`;
  return { address, close: () => server.closeAllConnections() ?? server.close() };
}

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The file below one of the folders, the first whose address begins the path. */
function fileOf(pathname, folders) {
  const [prefix, folder] = Object.entries(folders).find(([begin]) => pathname.startsWith(begin)) ?? [];
  if (prefix === undefined) return undefined;
  const file = normalize(join(folder, pathname.slice(prefix.length)));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Every file of the workspace by its path, as base64. */
function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'base64')];
    }),
  );
}

/** The page of the workbench, told where its parts are and what to open. */
function pageOf(serverDir, host) {
  const at = (path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/extension')],
      extensionTestsPath: at('/extension/suite/index.js'),
    },
    configurationDefaults: quietSettings,
    webviewEndpoint: '/static/out/vs/workbench/contrib/webview/browser/pre',
    enableWorkspaceTrust: true,
    productConfiguration: {},
    // The edition from npm asks for these.
    userDataPath: '/user',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
  };
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/static',
    WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/static/out/nls.messages.js',
  };
  const template = readFileSync(join(serverDir, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

const workbenchProgram = 'out/vs/code/browser/workbench/workbench.js';

/**
 * The edition from npm is made to have a server behind it: it always connects to one and keeps its settings there. Both are
 * taken back, so that it is VS Code as its makers publish it for browsers.
 */
function programOf(serverDir) {
  const changes = [
    [/\bremoteAuthority:location\.host/, 'remoteAuthority:undefined'],
    [/(\.file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote/, '$1"vscode-userdata"'],
  ];
  const program = readFileSync(join(serverDir, workbenchProgram), 'utf8');
  return changes.reduce((changed, [from, to]) => {
    if (!from.test(changed)) throw new Error(`VS Code is made in another way than was known: nothing is like ${from}.`);
    return changed.replace(from, to);
  }, program);
}
