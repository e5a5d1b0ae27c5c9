import assert from 'node:assert/strict';

/** Where the harness listens for questions about the window; a desktop VS Code has no such bridge. */
const address = process.env.VSCODE_TEST_BRIDGE;

/** Tests that look at the window itself are declared only where the harness can show it to them. */
export const hasWindow = address !== undefined;

/** Runs a JavaScript expression in the visible webview and gives its value, which must be plain data. */
export const inWebview = (js: string): Promise<unknown> => ask({ op: 'webview', js });

/** Runs a JavaScript expression in the workbench around the editors. */
export const inWindow = (js: string): Promise<unknown> => ask({ op: 'page', js });

/** Presses keys as Playwright names them: `F1`, `Control+Space`, `Enter`. */
export const press = (keys: string): Promise<unknown> => ask({ op: 'press', keys });

/** Types text into whatever has the focus. */
export const type = (text: string): Promise<unknown> => ask({ op: 'type', text });

/** Writes a PNG of the window; the path is absolute. */
export const screenshot = (path: string): Promise<unknown> => ask({ op: 'screenshot', path });

type Question =
  | { readonly op: 'webview' | 'page'; readonly js: string }
  | { readonly op: 'press'; readonly keys: string }
  | { readonly op: 'type'; readonly text: string }
  | { readonly op: 'screenshot'; readonly path: string };

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

async function ask(question: Question): Promise<unknown> {
  assert.ok(address, 'This test needs the window, so it is declared only where hasWindow is true.');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(question) });
  const answer = (await response.json()) as Answer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
