import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { type Completion, readFile } from '../../server/src/language';
import { toCompletionItem } from '../../server/src/lsp/convert-completion';
import { isCodebook, nameOfUri, pathOfName } from '../../server/src/lsp/names';
import { defaultEnvironment, readEnvironment, readSettings } from '../../server/src/lsp/settings';

const coordinates = { syntax: readFile('te') };
const completion: Completion = {
  label: 'text',
  kind: 'key',
  detail: '',
  documentation: '',
  edit: { span: { start: 2, end: 4 }, newText: 'text: {sv: "", en: "$x"}' },
  stops: [
    { start: 12, end: 12 },
    { start: 20, end: 22 },
  ],
  filter: 'text',
};

const ours = { snippets: true, asksAgain: true };

describe('completions in the terms of the protocol', () => {
  it('put the caret with a snippet, and say literally what a snippet would take for its own', () => {
    const item = toCompletionItem(coordinates, completion, 3, ours);
    assert.equal(item.insertTextFormat, 2);
    assert.equal(item.textEdit?.newText, `text: {sv: "\${1}", en: "\${2:\\$x}"\\}`);
    assert.equal(item.sortText, '00003');
    assert.equal(item.insertTextMode, 1, 'lines are indented as they must stand');
    assert.equal(item.command?.command, 'editor.action.triggerSuggest');
  });

  it('are plain text for a client without snippets, and where the caret ends up at the end anyway', () => {
    assert.equal(
      toCompletionItem(coordinates, completion, 0, { snippets: false, asksAgain: false }).textEdit?.newText,
      completion.edit.newText,
    );
    assert.equal(
      toCompletionItem(coordinates, { ...completion, stops: [{ start: 24, end: 24 }] }, 0, ours).insertTextFormat,
      1,
    );
  });
});

describe('names of files', () => {
  it('are the same however a client writes the address', () => {
    const name = 'file:///c%3A/survey/k%C3%A4rn.codebook.yaml';
    for (const uri of ['file:///c:/survey/kärn.codebook.yaml', 'file:///C:/survey/k%C3%A4rn.codebook.yaml', name]) {
      assert.equal(nameOfUri(uri), name);
    }
  });

  it('lead to a path and back', () => {
    const name = nameOfUri(URI.file('/data/å b#c.codebook.yml').toString());
    assert.equal(pathOfName(name), '/data/å b#c.codebook.yml');
    assert.ok(isCodebook(name));
    assert.ok(!isCodebook('file:///data/codebook.yaml'));
  });
});

describe('settings', () => {
  it('take severities by code and leave out what they are not', () => {
    const checks = { 'unused-scale': 'off', 'small-base': 'information', 'duplicate-id': 'loud', 'unused-stage': 3 };
    const { severities, informational, language } = readSettings({ checks, language: 'sv' });
    assert.deepEqual(severities, { 'unused-scale': 'off', 'small-base': 'hint' });
    assert.deepEqual([...informational], ['small-base']);
    assert.equal(language, 'sv');
  });

  it('may be anything at all', () => {
    for (const section of [undefined, null, 3, 'x', [], { checks: 'none' }]) {
      assert.deepEqual(readSettings(section).severities, {});
    }
  });

  it('of a client of ours say whether the workspace is trusted; anyone else who starts a server trusts it', () => {
    assert.deepEqual(readEnvironment({ trusted: false, language: 'sv' }), { trusted: false, language: 'sv' });
    assert.equal(readEnvironment({}), undefined);
    assert.deepEqual(defaultEnvironment('sv-SE'), { trusted: true, language: 'sv' });
    assert.deepEqual(defaultEnvironment('de'), { trusted: true, language: 'en' });
  });
});
