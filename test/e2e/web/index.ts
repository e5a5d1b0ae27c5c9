import 'mocha';
import * as vscode from 'vscode';

/** What the harness serves beside the suite. */
interface Given {
  readonly grep?: string;
  /** Files by their paths, as base64. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * What VS Code runs in the worker in which it runs extensions: it fills the workspace, which is in memory, runs this suite, and tells
 * its counts. It rejects when a test failed.
 */
export async function run(): Promise<void> {
  const address = (path: string) => new URL(path, process.env.VSCODE_TEST_BRIDGE);
  const { grep, files } = (await (await fetch(address('/workspace.json'))).json()) as Given;
  await Promise.all(Object.entries(files).map(([path, base64]) => put(path, base64)));
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 30_000, ...(grep === undefined ? { failZero: true } : { grep }) });
  await import('./worker.test');
  await import('../suite/problems.test');
  await import('../suite/completion.test');
  await import('../suite/navigation.test');
  await import('../suite/reading.test');
  await import('../suite/preview.test');
  const counts = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
  await fetch(address('/report'), { method: 'POST', body: JSON.stringify(counts) });
  if (counts.failed > 0) throw new Error(`${counts.failed} end-to-end tests failed.`);
}

async function put(path: string, base64: string): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The harness opens a workspace.');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, path), bytes);
}
