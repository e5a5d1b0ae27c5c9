import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileBytes,
  type FileStat,
  type FolderList,
  fileBytesRequest,
  fileStatRequest,
  folderListRequest,
  type UriParams,
} from '../../server/src/protocol';

/**
 * Reads files for a server that can't: through VS Code, so that every file system works that VS Code knows. What lies outside the
 * folders of the workspace is refused, and so are data where the workspace is not trusted, whatever the server has asked for.
 */
export const lendFiles = (client: BaseLanguageClient): readonly Disposable[] => [
  client.onRequest(folderListRequest, async ({ uri }: UriParams): Promise<FolderList> => {
    const entries = await workspace.fs.readDirectory(inWorkspace(uri));
    return entries.map(([name, type]) => ({ name, isFolder: type === FileType.Directory }));
  }),
  client.onRequest<FileStat, Error>(fileStatRequest, async ({ uri }: UriParams): Promise<FileStat> => {
    try {
      const { type, size, mtime } = await workspace.fs.stat(inWorkspace(uri));
      return (type & FileType.File) === 0 ? { kind: 'folder' } : { kind: 'file', size, modified: mtime };
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
      throw error;
    }
  }),
  client.onRequest(fileBytesRequest, async ({ uri }: UriParams): Promise<FileBytes> => {
    const file = inWorkspace(uri);
    if (!workspace.isTrusted && !isCodebook(file)) throw new Error('Data are read only in trusted workspaces.');
    return { base64: toBase64(await workspace.fs.readFile(file)) };
  }),
];

const inWorkspace = (uri: string): Uri => {
  const file = Uri.parse(uri);
  if (workspace.getWorkspaceFolder(file) === undefined) throw new Error('Files are read only inside the workspace.');
  return file;
};

/** An import may have any name that ends like YAML. */
const isCodebook = ({ path }: Uri): boolean => /\.ya?ml$/i.test(path);

/** So many bytes at a time, as a call takes only so many arguments. */
const slice = 0x8000;

const toBase64 = (bytes: Uint8Array): string => {
  let characters = '';
  for (let at = 0; at < bytes.length; at += slice) characters += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(characters);
};
