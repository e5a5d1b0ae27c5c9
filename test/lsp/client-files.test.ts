import assert from 'node:assert/strict';
import { mostFolders } from '../../server/src/lsp/client-files';
import type { FileBytes, FileStat, FolderList, UriParams } from '../../server/src/protocol';
import { type Client, startClient, until } from './client';
import { common, main } from './folder';

const root = 'memory://cloud/survey';
const texts: Readonly<Record<string, string>> = {
  [`${root}/main.codebook.yaml`]: main,
  [`${root}/shared/common.codebook.yaml`]: common,
  [`${root}/answers.csv`]: 'actor,money\n1,10\n1,20\n2,\n',
  [`${root}/k%C3%A4rna%20nu.codebook.yaml`]: 'codebook: core\n',
};
const importing = main.replace('./common.codebook.yaml', './shared/common.codebook.yaml');

describe('files that only the client can read', () => {
  let client: Client | undefined;
  let asked: string[] = [];

  const start = async (initializationOptions?: unknown, list = foldersOf): Promise<Client> => {
    asked = [];
    client = await startClient({
      folder: undefined,
      root,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      onConnection: (connection) => {
        const answering = (request: string, answer: (uri: string) => FolderList | FileStat | FileBytes) =>
          connection.onRequest<unknown, Error>(request, ({ uri }: UriParams) => {
            asked.push(`${request} ${uri.replace(root, '')}`);
            return answer(uri);
          });
        answering('codebook/listFolder', list);
        answering('codebook/statFile', (uri): FileStat => {
          const text = texts[uri];
          return text === undefined ? { kind: 'missing' } : { kind: 'file', size: text.length, modified: 0 };
        });
        answering('codebook/readFile', (uri): FileBytes => ({ base64: Buffer.from(texts[uri] ?? '').toString('base64') }));
      },
    });
    return client;
  };
  const errors = async (one: Client): Promise<readonly unknown[]> => {
    const found = await one.pull(`${root}/main.codebook.yaml`);
    return found.filter(({ severity }) => severity === 1).map(({ code }) => code);
  };

  afterEach(() => client?.dispose());

  it('are found in its folders, and read with what they import and with their data', async () => {
    const one = await start({ trusted: true, language: 'en' });
    await one.open(`${root}/main.codebook.yaml`, importing);
    assert.deepEqual(await errors(one), []);
    assert.ok(asked.includes('codebook/listFolder /shared'));
    assert.ok(asked.includes('codebook/readFile /k%C3%A4rna%20nu.codebook.yaml'), asked.join('\n'));
    await until(async () => (await rowsIn(one)) === '3 rows');
  });

  it('hold no data that are read without trust', async () => {
    const one = await start({ trusted: false, language: 'en' });
    await one.open(`${root}/main.codebook.yaml`, importing);
    assert.deepEqual(await errors(one), []);
    assert.equal(await rowsIn(one), undefined);
    assert.deepEqual(
      asked.filter((line) => line.includes('.csv')),
      [],
    );
  });

  it('are looked for in no more folders than is quick', async () => {
    const one = await start({ trusted: true, language: 'en' }, () => ['a', 'b', 'c'].map((name) => ({ name, isFolder: true })));
    await one.pull(`${root}/main.codebook.yaml`);
    assert.equal(asked.length, mostFolders);
  });

  it('are not asked of a client that is not ours', async () => {
    const one = await start();
    await one.open(`${root}/main.codebook.yaml`, importing);
    assert.deepEqual(await errors(one), ['import-missing', 'data-unreadable']);
    assert.deepEqual(asked, []);
  });
});

/** What lies right in a folder. */
function foldersOf(folder: string): FolderList {
  const below = Object.keys(texts).flatMap((uri) => (uri.startsWith(`${folder}/`) ? [uri.slice(folder.length + 1)] : []));
  const names = new Set(below.map((path) => decodeURIComponent(path.split('/')[0] ?? '')));
  return [...names].map((name) => ({ name, isFolder: !name.includes('.') }));
}

async function rowsIn(one: Client): Promise<string | undefined> {
  const params = { uri: `${root}/main.codebook.yaml` };
  const { checked } = await one.connection.sendRequest<{ readonly checked: string }>('codebook/status', params);
  return /\d+ rows/.exec(checked)?.[0];
}
