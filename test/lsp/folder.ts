import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { type Client, type ClientOptions, startClient } from './client';

export const common = `codebook: common
languages: [en]
stages:
  results: {en: Results}
scales:
  actors:
    categories: {agency: {code: 1, label: Agencies}, region: {code: 2, label: Regions}}
`;
export const main = `codebook: main
languages: [en]
import: [./common.codebook.yaml]
data: {file: answers.csv}
defaults: {base: answered}
questions:
  actor: {stage: results, label: Actor, scale: actors}
  money: {stage: results, label: Money, type: number, ask_if: actor = agency}
`;
export const broken = main.replace('actor = agency', 'actor = agancy');

/** Sessions over a folder of its own for each test: two codebooks, one importing the other, and their data. */
export function sessionsInFolder() {
  let folder = '';
  let client: Client | undefined;
  const path = (name: string) => join(folder, name);
  const uri = (name: string) => URI.file(path(name)).toString();
  const start = async (options: Partial<ClientOptions> = {}): Promise<Client> => {
    client = await startClient({ folder, ...options });
    return client;
  };
  const changed = (one: Client, name: string, type: 1 | 2 | 3) =>
    one.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] });
  const codes = async (one: Client, name = 'main.codebook.yaml') => (await one.pull(uri(name))).map(({ code }) => code);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'codebook-'));
    writeFileSync(path('common.codebook.yaml'), common);
    writeFileSync(path('main.codebook.yaml'), main);
    writeFileSync(path('answers.csv'), 'actor,money\n1,10\n1,20\n2,\n');
  });
  afterEach(() => {
    client?.dispose();
    rmSync(folder, { recursive: true });
  });
  return { start, path, uri, changed, codes };
}
