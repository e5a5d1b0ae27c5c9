import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, caretAfter, closeAll, fileUri, open } from './editor';
import { trustWorkspace } from './trust';
import { waitFor } from './wait';

const workplaces = 'innovation-2020/innovation_workplaces.codebook.yaml';
const central = 'innovation-2020/innovation_central.codebook.yaml';
const common = 'innovation-2020/innovation_common.codebook.yaml';

/** What each test begins in: the indicator, then what it is made of. */
const shareOfBroad = 'broadly with innovation}\n    measure: share\n    of: bro';

describe('finding the way', () => {
  before(trustWorkspace);
  afterEach(closeAll);

  it('leads from an indicator to its derived variable, on to the question and to the scale in the shared file', async () => {
    const indicator = await open(workplaces);
    caretAfter(indicator, shareOfBroad);
    const derived = await follow('broad');
    assert.match(lineOf(derived), /^ {2}broad:/);

    caretAfter(derived, 'value: count(acti');
    const question = await follow('activities');
    assert.match(lineOf(question), /^ {2}activities:/);

    caretAfter(question, 'label: {sv: Innovationsaktiviteter, en: Innovation activities}\n    scale: yes');
    const scale = await follow('yes_no');
    assert.equal(scale.document.uri.toString(), fileUri(common).toString());
    assert.match(lineOf(scale), /^ {2}yes_no:/);
  });

  it('finds every use of a shared scale in all files', async () => {
    const { document } = await open(common);
    const position = behind(document, '\n  degree');
    const files = [central, common, workplaces].map((path) => fileUri(path).toString());
    const found = await waitFor('references in the three files', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        position,
      );
      const named = new Set(places.map(({ uri }) => uri.toString()));
      return files.every((file) => named.has(file)) ? places : undefined;
    });
    for (const { uri, range } of found)
      assert.equal(
        (await vscode.workspace.openTextDocument(uri)).getText(range),
        'degree',
        `${uri.path}:${range.start.line + 1}`,
      );
  });

  it('reads a definition aloud with its share and its n', async () => {
    const { document } = await open(workplaces);
    const position = behind(document, shareOfBroad);
    const text = await waitFor('a hover with numbers', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const said = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
      return said.includes('%') ? said : undefined;
    });
    assert.match(text, /46\s?%/, 'The share of agencies that work broadly is 46 %.');
    assert.match(text, /\b164\b/, '164 agencies are in the base.');
  });

  it('shows the codebook as an outline', async () => {
    const { document } = await open(workplaces);
    const symbols = await waitFor('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length ? found : undefined;
    });
    const ideas = symbolAt(symbols, 'questions', 'activities', 'ideas');
    assert.equal(ideas && document.getText(ideas.selectionRange), 'ideas');
    assert.match(symbolAt(symbols, 'indicators', 'broad_share')?.detail ?? '', /Andel som arbetar brett/);
    assert.equal(symbolAt(symbols, 'questions', 'broad'), undefined, 'A derived variable is no question.');
  });
});

/** Goes to the definition as F12 does and gives the editor that is then in front, its caret on the name. */
async function follow(name: string): Promise<vscode.TextEditor> {
  const from = vscode.window.activeTextEditor;
  const before = from && `${from.document.uri}${from.selection.active.line}`;
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  return waitFor(`the declaration of ${name}`, () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || `${editor.document.uri}${editor.selection.active.line}` === before) return undefined;
    const word = editor.document.getWordRangeAtPosition(editor.selection.active);
    return word !== undefined && editor.document.getText(word) === name ? editor : undefined;
  });
}

const lineOf = ({ document, selection }: vscode.TextEditor): string => document.lineAt(selection.active.line).text;

const textOf = (content: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof content === 'string' ? content : content.value;

function symbolAt(symbols: readonly vscode.DocumentSymbol[], ...path: readonly string[]): vscode.DocumentSymbol | undefined {
  const [name, ...rest] = path;
  const found = symbols.find((symbol) => symbol.name === name);
  return found === undefined || rest.length === 0 ? found : symbolAt(found.children, ...rest);
}
