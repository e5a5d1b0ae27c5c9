export { type Found, findCodebooks, nameOf } from './find';
export { dataFileOf, loadCodebooks, missingImports, type PathOf, readDataOf } from './load';
