export { columnCache } from './column-cache';
export { localFiles } from './files';
export { type Found, findCodebooks, nameOf } from './find';
export { cacheFolder, userTables } from './user-cache';
