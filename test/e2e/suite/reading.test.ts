import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasWindow, inWindow } from './bridge';
import { closeAll, fileUri, open } from './editor';
import { trustWorkspace } from './trust';
import { waitFor } from './wait';

const path = 'innovation-2020/innovation_workplaces.codebook.yaml';

describe('reading aids', () => {
  before(trustWorkspace);
  afterEach(closeAll);

  it('lenses give shares with their n and lead to uses, hints say what holds by default, and the status what is checked', async () => {
    const { document } = await open(path);
    const over = (name: string) =>
      waitFor(`the lenses of ${name}`, async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          fileUri(path),
          1_000,
        );
        const own = lenses.filter(({ range }) => document.lineAt(range.start.line).text.startsWith(`  ${name}:`));
        return own.length === 3 ? own : undefined;
      });
    const [uses, numbers] = await over('broad_share');
    assert.match(numbers?.command?.title ?? '', /^46 ?% · /);
    assert.match(uses?.command?.title ?? '', /[1-9]/);
    assert.ok(uses?.command);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    const told = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    assert.ok(
      told.includes('base: answered'),
      `The base that holds by default is shown; shown: ${told.slice(0, 9).join(', ')}`,
    );
    assert.ok(!told.includes('0–10'), 'A label that only repeats its id is not.');
    await vscode.commands.executeCommand(uses.command.command, ...(uses.command.arguments ?? []));
    if (!hasWindow) return;
    await waitFor(
      'the list of uses',
      async () => (await inWindow("document.querySelector('.reference-zone-widget') !== null")) === true || undefined,
    );
    await waitFor('the status of the codebook', async () => {
      const label = await inWindow(
        `document.querySelector('[id="status.languageStatus"] [aria-label]')?.getAttribute('aria-label') ?? ''`,
      );
      return /\d+ (questions|frågor), .* (rows|rader)/.test(String(label)) ? label : undefined;
    });
  });
});
