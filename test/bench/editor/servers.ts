import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPins, root } from '../../harness/setup.mjs';

/** A language server as an editor starts it, and how the editor learns of problems. */
export interface Server {
  readonly side: Side;
  readonly args: readonly string[];
  readonly languageId: string;
  /** Whether the client asks for the problems of each version, as VS Code does; else they are sent, as to Neovim. */
  readonly asks: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Ours with a client that is sent the problems, ours with one that asks for them, and the peer, which sends them. */
export type Side = 'sent' | 'asked' | 'peer';

export function ourServers(): readonly Server[] {
  const ours = { args: [join(root, 'dist/cli.js'), 'lsp', '--stdio'], languageId: 'codebook', settings: {} };
  return [
    { side: 'sent', asks: false, ...ours },
    { side: 'asked', asks: true, ...ours },
  ];
}

/** The general YAML language server with our JSON Schema, pinned in test/bench/peer and installed when it is first asked for. */
export function peerServer(): Server {
  const folder = join(root, '.vscode-test/bench');
  installPins(join(root, 'test/bench/peer'), folder);
  const schema = pathToFileURL(join(root, 'schemas/codebook.schema.json')).href;
  const yaml = {
    schemas: { [schema]: ['*.yaml', '**/*.yaml'] },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
    format: { enable: false },
  };
  return {
    side: 'peer',
    args: [join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    asks: false,
    settings: { yaml, http: {}, '[yaml]': {}, editor: { tabSize: 2, detectIndentation: false }, files: {} },
  };
}

/** What is measured is what ships. */
export function buildOurs(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'test/harness/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}
