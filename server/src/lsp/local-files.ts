import { codebooksIn } from '../files';
import { localFiles, userTables } from '../machine';
import type { Files } from './disk';
import { pathOfName } from './names';

const list: Files['list'] = (folder) => localFiles.list(pathOfName(folder));

/** The files of this machine, which are asked for by their URIs. */
export const filesByUri: Files = {
  holds: (name) => name.startsWith('file:'),
  codebooks: async (folder) => (await codebooksIn(folder, list)).files,
  list,
  stat: (file) => localFiles.stat(pathOfName(file)),
  bytes: (file, signal) => localFiles.bytes(pathOfName(file), signal),
  partsOf: (file) => localFiles.partsOf(pathOfName(file)),
  tables: userTables,
};
