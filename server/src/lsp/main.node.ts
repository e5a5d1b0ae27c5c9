import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { filesByUri } from './local-files';
import { type ServerOptions, startServer } from './server';
import { serveStdio } from './stdio';

/** Serves on the channel that the arguments name, as editors do (`--stdio`, `--node-ipc`, `--socket`, `--pipe`); else on stdio. */
const namesChannel = process.argv.some((argument) => /^--(node-ipc|socket|pipe)\b/.test(argument));
if (namesChannel) startServer(createConnection(ProposedFeatures.all), { files: filesByUri, ...options() });
else serveStdio(options());

/** The README beside the program explains every check; packed for an editor its name is in small letters. */
function options(): ServerOptions {
  const folder = join(dirname(process.argv[1] ?? ''), '..');
  const path = ['README.md', 'readme.md'].map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  return path === undefined ? {} : { documentation: URI.file(path).toString() };
}
