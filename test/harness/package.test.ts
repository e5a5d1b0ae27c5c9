import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadAsync } from 'jszip';

/** What the build step has packed. */
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly name: string;
  readonly version: string;
};
const vsix = `dist/${name}-${version}.vsix`;

describe('the packed extension', () => {
  it('holds the programs, the texts and nothing else', async () => {
    const { files } = await loadAsync(readFileSync(vsix));
    const names = Object.values(files)
      .filter(({ dir }) => !dir)
      .map((file) => file.name)
      .filter((file) => !/^extension\/(client\/images\/|package\.nls)/.test(file))
      .sort();
    assert.deepEqual(names, [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/THIRD-PARTY-NOTICES.txt',
      'extension/dist/cli.js',
      'extension/dist/extension.browser.js',
      'extension/dist/extension.js',
      'extension/dist/preview.css',
      'extension/dist/preview.js',
      'extension/dist/server.browser.js',
      'extension/dist/server.js',
      'extension/package.json',
      'extension/readme.md',
      'extension/schemas/LANGUAGE.md',
      'extension/schemas/codebook.schema.json',
      'extension/syntaxes/codebook.tmLanguage.json',
      'extension/syntaxes/language-configuration.json',
    ]);
  });

  it('passes on the licence of every package it contains', async () => {
    const { files } = await loadAsync(readFileSync(vsix));
    const notices = (await files['extension/dist/THIRD-PARTY-NOTICES.txt']?.async('text')) ?? '';
    const titles = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(.+\)$/gm)].map(([, packageName = '']) => packageName);
    // Those of one house are many, and all under its one licence and what that passes on.
    const named = [...new Set(titles.map((name) => (name.startsWith('@stdlib/') ? '@stdlib' : name)))].sort();
    // Who adds a package to a program is asked here whether its licence has been read.
    assert.deepEqual(named, [
      '@stdlib',
      'balanced-match',
      'brace-expansion',
      'commander',
      'csv-parse',
      'd3-array',
      'd3-color',
      'd3-format',
      'd3-interpolate',
      'd3-path',
      'd3-scale',
      'd3-shape',
      'debug',
      'fzstd',
      'hyparquet',
      'hyparquet-compressors',
      'hysnappy',
      'leven',
      'minimatch',
      'morphdom',
      'ms',
      'picocolors',
      'semver',
      'vscode-jsonrpc',
      'vscode-languageclient',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-languageserver-textdocument',
      'vscode-languageserver-types',
      'vscode-uri',
      'yaml',
    ]);
  });

  it('passes on the licences of what a package contains of others', async () => {
    const { files } = await loadAsync(readFileSync(vsix));
    const notices = (await files['extension/dist/THIRD-PARTY-NOTICES.txt']?.async('text')) ?? '';
    const named = [...notices.matchAll(/^(\S+), in csv-parse \(.+\)$/gm)].map(([, packageName = '']) => packageName).sort();
    assert.deepEqual(named, ['base64-js', 'buffer', 'ieee754', 'process', 'readable-stream']);
    assert.match(notices, /Copyright Joyent, Inc\. and other Node contributors/);
  });

  it('stays under two and a half megabytes', () => {
    const megabytes = readFileSync(vsix).length / 1e6;
    assert.ok(megabytes < 2.5, `It has ${megabytes.toFixed(2)} MB.`);
  });
});
