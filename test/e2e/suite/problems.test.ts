import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostics, open, replace, write } from './editor';
import { trustWorkspace } from './trust';

const unknownScale = `codebook: visitors
questions:
  visited:
    text: Did you visit the library?
    scale: yes_noo
scales:
  yes_no:
    categories: {"yes": {code: 1, label: Visited}, "no": {code: 2, label: Stayed away}}
`;

describe('problems', () => {
  before(trustWorkspace);
  afterEach(closeAll);

  it('of a broken codebook appear at their place and go away when it is mended', async () => {
    const editor = await write('broken.codebook.yaml', unknownScale);
    const { document } = editor;
    const [problem] = await diagnostics(document.uri, hasErrors);
    assert.ok(problem);
    assert.equal(codeOf(problem), 'unknown-scale');
    assert.equal(document.getText(problem.range), 'yes_noo');
    assert.match(problem.message, /`yes_no`/, 'The nearest name must be said.');

    await replace(editor, 'yes_noo', 'yes_no');
    await diagnostics(document.uri, hasNoErrors);
  });

  it('of the survey are none until one is typed into it', async () => {
    const editor = await open('innovation-2020/innovation_workplaces.codebook.yaml');
    await replace(editor, 'value: any(activities = yes)', 'value: any(activites = yes)');
    const found = await diagnostics(editor.document.uri, hasErrors);
    assert.deepEqual(found.filter(isError).map(codeOf), ['unknown-variable']);

    await replace(editor, 'value: any(activites = yes)', 'value: any(activities = yes)');
    await diagnostics(editor.document.uri, hasNoErrors);
  });

  it('are mended by their quick fix', async () => {
    const { document } = await write('fixed.codebook.yaml', unknownScale);
    const [problem] = await diagnostics(document.uri, hasErrors);
    assert.ok(problem);
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = offered.find((action) => action.edit !== undefined && action.title.includes('yes_no'));
    assert.ok(fix?.edit, `A fix must offer the nearest name; offered: ${offered.map(({ title }) => title).join(', ')}`);

    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), unknownScale.replace('yes_noo', 'yes_no'));
    await diagnostics(document.uri, hasNoErrors);
  });
});

const isError = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Error;

const hasErrors = (found: readonly vscode.Diagnostic[]): boolean => found.some(isError);

const hasNoErrors = (found: readonly vscode.Diagnostic[]): boolean => !found.some(isError);
