import type { Connection } from 'vscode-languageserver';
import { codebooksIn, type ListFolder } from '../files';
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
 * In how many folders of a workspace codebooks are looked for: each may be a call over a network, and nothing is told before they
 * are all found. Those deeper down are read when they are opened or imported.
 */
export const mostFolders = 1_000;

/**
 * Files that are asked of the client: in a browser all, elsewhere those of virtual workspaces. A client of ours answers for what
 * lies in its workspace; no other client is asked.
 */
export function clientFiles(connection: Connection, isOurs: () => boolean): Files {
  const ask = <Answer>(request: string, uri: string): Promise<Answer> =>
    isOurs()
      ? connection.sendRequest<Answer>(request, { uri } satisfies UriParams)
      : Promise.reject(new Error('This client reads no files for the server.'));
  const list: ListFolder = (folder) => ask<FolderList>(folderListRequest, folder);
  return {
    holds: (name) => isOurs() && !name.startsWith('untitled:'),
    codebooks: async (folder) => (await codebooksIn(folder, atMost(mostFolders, list))).files,
    list,
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

/** Looks into so many folders, the outer ones first, and finds the others unreadable. */
function atMost(most: number, list: ListFolder): ListFolder {
  let folders = 0;
  return (folder) => {
    folders += 1;
    return folders > most ? Promise.reject(new Error(`Only ${most} folders are looked into.`)) : list(folder);
  };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
