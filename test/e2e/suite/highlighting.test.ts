import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common';
import { extensionId, fileUri } from './editor';

const workplaces = 'innovation-2020/innovation_workplaces.codebook.yaml';

/** Runs of characters with their scopes, outermost first. */
type Tokens = readonly { readonly text: string; readonly scopes: readonly string[] }[];

describe('highlighting', () => {
  it("colours expressions within this editor's own YAML, without a fault in the whole survey", async () => {
    const tokens = await tokensOf(readFileSync(fileUri(workplaces).fsPath, 'utf8'));
    const scopesOf = (text: string): string => tokens.find((token) => token.text === text)?.scopes.join(' ') ?? '';
    const faults = tokens.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')));
    assert.deepEqual(faults, []);
    assert.match(scopesOf('count'), /meta\.expression\.codebook support\.function\.codebook$/);
    assert.match(scopesOf('>='), /keyword\.operator\.codebook$/);
    assert.match(scopesOf('questions'), /entity\.name\.tag\.yaml$/);
  });
});

/** The text as the editor's own grammar engine reads it, with the YAML grammars of this editor. */
async function tokensOf(text: string): Promise<Tokens> {
  const grammars = [...grammarsOf(extensionId), ...grammarsOf('vscode.yaml')];
  const grammar = await createRegistryFromGrammars(grammars).loadGrammar('source.codebook');
  assert.ok(grammar, 'The grammar of codebooks must load.');
  const tokens: { text: string; scopes: readonly string[] }[] = [];
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
  for (const line of text.split('\n')) {
    const read = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of read.tokens) tokens.push({ text: line.slice(startIndex, endIndex), scopes });
    state = read.ruleStack;
  }
  return tokens;
}

function grammarsOf(id: string): Parameters<typeof createRegistryFromGrammars>[0] {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} must be there.`);
  const { grammars }: { readonly grammars: readonly { readonly scopeName: string; readonly path: string }[] } =
    extension.packageJSON.contributes;
  return grammars.map(({ scopeName, path }) => {
    const file = join(extension.extensionPath, path);
    return { grammar: { scopeName, path: file }, content: readFileSync(file, 'utf8') };
  });
}
