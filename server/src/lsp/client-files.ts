import type { Connection } from 'vscode-languageserver';
import {
  type FileBytes,
  type FileStat,
  type FolderList,
  fileBytesRequest,
  fileStatRequest,
  folderListRequest,
  type UriParams,
} from '../protocol';
import type { Files } from './disk';

/**
 * Files that are asked of the client: in a browser all, elsewhere those of virtual workspaces. A client of ours answers for what
 * lies in its workspace; no other client is asked.
 */
export function clientFiles(connection: Connection, isOurs: () => boolean): Files {
  const ask = <Answer>(request: string, uri: string): Promise<Answer> =>
    isOurs()
      ? connection.sendRequest<Answer>(request, { uri } satisfies UriParams)
      : Promise.reject(new Error('This client reads no files for the server.'));
  return {
    holds: (name) => isOurs() && !name.startsWith('untitled:'),
    list: (folder) => ask<FolderList>(folderListRequest, folder),
    stat: async (file) => {
      try {
        return await ask<FileStat>(fileStatRequest, file);
      } catch (error) {
        return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    bytes: async (file) => fromBase64((await ask<FileBytes>(fileBytesRequest, file)).base64),
  };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
