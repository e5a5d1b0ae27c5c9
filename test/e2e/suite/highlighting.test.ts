import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open } from './editor';

/** A run of characters with its scopes, outermost first, as the editor's own inspection command gives it. */
interface Token {
  readonly c: string;
  readonly t: string;
}

const workplaces = 'innovation-2020/innovation_workplaces.codebook.yaml';

describe('highlighting', () => {
  afterEach(closeAll);

  it('colours expressions and leaves the rest to YAML, without a fault in the whole survey', async () => {
    const { document } = await open(workplaces);
    const tokens = await vscode.commands.executeCommand<readonly Token[]>('_workbench.captureSyntaxTokens', document.uri);
    const scopesOf = (text: string): string => tokens.find(({ c }) => c === text)?.t ?? '';
    assert.deepEqual(
      tokens.filter(({ t }) => t.includes('invalid')).map(({ c }) => c),
      [],
    );
    assert.match(scopesOf('count'), /meta\.expression\.codebook support\.function\.codebook/);
    assert.match(scopesOf('>='), /keyword\.operator\.codebook/);
    assert.match(scopesOf('questions'), /entity\.name\.tag\.yaml/);
  });
});
