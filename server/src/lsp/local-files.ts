import { localFiles } from '../machine';
import type { Files } from './disk';
import { pathOfName } from './names';

/** The files of this machine, which are asked for by their URIs. */
export const filesByUri: Files = {
  holds: (name) => name.startsWith('file:'),
  list: (folder) => localFiles.list(pathOfName(folder)),
  stat: (file) => localFiles.stat(pathOfName(file)),
  bytes: (file, signal) => localFiles.bytes(pathOfName(file), signal),
};
