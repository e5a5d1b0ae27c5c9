export { codebooksIn, findTables } from './find';
export { dataFileOf, loadCodebooks, missingImports, readDataOf } from './load';
export { type FileSystem, type FolderEntry, type ListFolder, textOf } from './system';
