export { type Found, findCodebooks, findTables, nameOf } from './find';
export { dataFileOf, loadCodebooks, missingImports, type PathOf, readDataOf } from './load';
